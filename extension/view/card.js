// What a card says about a name: only what the text itself says, each with its sentence.
import { citing } from "./cite.js";
import { make, button, language } from "./dom.js";
import { jump as show } from "./jump.js";
import { draw as drawLookup } from "./lookup.js";
import { contains, isUnclear, listed, quotesOf, textAt, voice } from "./quoted.js";
import { say, count } from "./strings.js";
import css from "./card.css";

/** Quotes shown before 'all quotes'. */
const QUOTES = 3;

/** Longest quote on a card, in UTF-16 units. */
const LENGTH = 280;

/** Space (CSS pixels) between a name and its card, and between the card and the window. */
const GAP = 8;

/** The part of a name that is on the pointer's line, or its first. */
function boxOf(name, y) {
  const boxes = [...name.getClientRects()];
  return boxes.find((box) => y >= box.top - 2 && y <= box.bottom + 2) ?? boxes[0] ?? name.getBoundingClientRect();
}

/** Puts a card into the frame, below the name, or above it where there is more room; inside the window always. */
function place(card, name, frame, y) {
  frame.appendChild(card);
  const box = boxOf(name, y);
  const outer = frame.getBoundingClientRect();
  const above = box.top - 2 * GAP;
  const below = window.innerHeight - box.bottom - 2 * GAP;
  const over = below < Math.min(card.offsetHeight, 320) && above > below;
  card.style.maxHeight = `${Math.max(over ? above : below, 160)}px`;
  const left = Math.max(Math.min(box.left, outer.right - card.offsetWidth - GAP), outer.left + GAP);
  card.style.left = `${left - outer.left}px`;
  card.style.top = `${(over ? box.top - GAP - card.offsetHeight : box.bottom + GAP) - outer.top}px`;
}

const cut = (text) => (text.length > LENGTH ? `${text.slice(0, LENGTH).trimEnd()}…` : text);

/** Puts the style of cards on, for all that is drawn as on one. */
export const style = ({ shell }) => shell.style(css);

/** For an element that holds words of the text: they are in its language and run its way. */
export const told = ({ meta }) => ({ dir: "auto", lang: language(meta.lang) });

/** A sentence with the words it is shown for set off; a button that goes to it. */
export function evidence(plan, place, words, jump) {
  const sentence = textAt(plan, place);
  const at = sentence.toLowerCase().indexOf(words.toLowerCase());
  const parts = at < 0 ? [sentence] : [sentence.slice(0, at), make("mark", null, sentence.slice(at, at + words.length)), sentence.slice(at + words.length)];
  return button({ class: "card-evidence", ...told(plan), title: say("jumpToSentence") }, () => jump(place), ...parts);
}

/** What the text says the actor is, with the sentence; where it says nothing, the sentence that introduces the actor. */
export function role(plan, actor, jump) {
  const [first] = actor.roles ?? [];
  if (first) return [make("p", { class: "card-role", ...told(plan) }, first.text), evidence(plan, first.evidence, first.text, jump)];
  const { introduced, mentions } = actor;
  if (!introduced) return null;
  const name = mentions.map((number) => plan.marks[number]).find((mark) => contains(introduced, mark));
  return [make("p", { class: "card-first" }, say("introduced")), evidence(plan, introduced, name ? textAt(plan, name) : actor.name, jump)];
}

/** 'Named 7 times', and the way from one to the next. */
function mentions(plan, actor, mark, visit) {
  const total = actor.mentions.length;
  const at = actor.mentions.indexOf(mark);
  const step = (by, key, sign) =>
    button(
      { class: "card-step", "aria-label": say(key), title: say(key) },
      () => visit(actor.mentions[(at + by + total) % total], by),
      sign,
    );
  return make(
    "p",
    { class: "card-mentions", "data-count": total },
    make("span", null, count("named", total)),
    total > 1 && [
      step(-1, "previousMention", "‹"),
      make("span", { class: "card-where" }, say("ofTotal", at + 1, total)),
      step(1, "nextMention", "›"),
    ],
  );
}

/** Keeps the actor's names lit while one reads on; in a card and in the list of who is there. */
export function keeping(reader, number) {
  if (reader.plan.actors[number].mentions.length < 2) return null;
  const keep = button({ class: "card-keep", dir: "auto", "aria-pressed": String(reader.names.kept === number) }, async () => {
    keep.setAttribute("aria-pressed", String(await reader.use("keepLit", number)));
  }, say("keepLit"));
  return keep;
}

/**
 * A quote with its verb, a way to copy it and, unless the one is named or the other said already, whose it is and
 * whether it is word for word; `li`.
 */
export function quote(reader, each, jump, { isSaid = false, isNamed = false } = {}) {
  const { plan } = reader;
  const { place, evidence: shown, verb, direct } = each;
  const words = textAt(plan, place);
  const brief = cut(words);
  const how = isSaid ? null : say(direct ? "quoteDirect" : "quoteReported");
  const facts = [isNamed ? null : voice(plan, each), verb && say("quotedWords", verb), how].filter(Boolean).join(" · ");
  return make(
    "li",
    null,
    button({ class: "card-quote", ...told(plan), title: say("jumpToSentence") }, () => jump(shown), direct ? make("q", null, brief) : brief),
    make("p", { class: "card-verb" }, make("span", { dir: "auto" }, facts), " ", citing(reader, words, each)),
  );
}

function quotes(reader, actor, jump) {
  const { plan } = reader;
  const all = listed(plan);
  const own = quotesOf(plan, actor, all);
  const unclear = all.filter((each) => isUnclear(plan, each)).length;
  const note = unclear > 0 && make("p", { class: "card-note" }, count("quotesUnclear", unclear));
  if (own.length === 0) return null;
  const list = make("ul", null, own.slice(0, QUOTES).map((each) => quote(reader, each, jump)));
  const more = own.length > QUOTES && button({ class: "card-more" }, () => {
    for (const each of own.slice(QUOTES)) list.appendChild(quote(reader, each, jump));
    more.remove();
    list.children[QUOTES].querySelector("button").focus();
  }, count("quotesMore", own.length - QUOTES));
  return make("div", { class: "card-quotes" }, make("h3", null, count("quotes", own.length)), list, more, note);
}

/**
 * The card of the actor that a mark of the reader's plan names: `card`, and `put(name, y)` puts it beside a name,
 * on the pointer's line. `dismiss()` closes it, `visit(mark, by)` takes it to another mark of the actor, `by` steps away.
 */
export function draw(reader, mark, { dismiss, visit }) {
  const { shell } = reader;
  style(reader);
  const go = (place) => {
    dismiss();
    show(reader, place);
  };
  const card = drawn(reader, mark, go, visit);
  return { card, put: (name, y) => place(card, name, shell.frame, y) };
}

function drawn(reader, mark, go, visit) {
  const { plan } = reader;
  const number = plan.marks[mark].actor;
  const actor = plan.actors[number];
  const standsFor = actor.metonymOf === undefined ? null : plan.actors[actor.metonymOf]?.name;
  return make(
    "div",
    { class: "card", role: "dialog", tabindex: -1, "aria-labelledby": "card-name", "data-actor": number, "data-kind": actor.kind },
    make(
      "div",
      { class: "card-head" },
      make("p", { class: "card-name", id: "card-name", ...told(plan) }, make("bdi", null, actor.name)),
      make("p", { class: "card-kind" }, say(`kind_${actor.kind}`)),
    ),
    role(plan, actor, go),
    standsFor && make("p", { class: "card-note" }, say("standsFor", standsFor)),
    actor.also?.length > 0 && make("p", { class: "card-also", dir: "auto" }, say("alsoNamed", actor.also.join(", "))),
    mentions(plan, actor, mark, visit),
    keeping(reader, number),
    quotes(reader, actor, go),
    drawLookup(reader, actor),
  );
}
