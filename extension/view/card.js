// What a card says about a name: only what the text itself says, each with its sentence.
import { make, button, language } from "./dom.js";
import { draw as drawLookup } from "./lookup.js";
import { say, count } from "./strings.js";
import css from "./card.css";

/** Quotes shown before 'all quotes'. */
const QUOTES = 3;

/** Longest quote on a card, in UTF-16 units. */
const LENGTH = 280;

const textAt = (plan, { item, start, end }) => plan.items[item]?.text.slice(start, end).trim() ?? "";
const cut = (text) => (text.length > LENGTH ? `${text.slice(0, LENGTH).trimEnd()}…` : text);

/** For an element that holds words of the text: they are in its language and run its way. */
export const told = ({ meta }) => ({ dir: "auto", lang: language(meta.lang) });

/** A sentence with the words it is shown for set off; a button that goes to it. */
export function evidence(plan, place, words, jump) {
  const sentence = textAt(plan, place);
  const at = sentence.toLowerCase().indexOf(words.toLowerCase());
  const parts = at < 0 ? [sentence] : [sentence.slice(0, at), make("mark", null, sentence.slice(at, at + words.length)), sentence.slice(at + words.length)];
  return button({ class: "card-evidence", ...told(plan), title: say("jumpToSentence") }, () => jump(place), ...parts);
}

/** The sentence of a text that a span begins in. */
export function sentenceAround(text, { start }) {
  const { segment, index } = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text).containing(start);
  return { start: index, end: index + segment.length };
}

/** What the text says the actor is, with the sentence; where it says nothing, the sentence that brings the actor in. */
export function role(plan, actor, jump) {
  const [first] = actor.roles ?? [];
  if (first) return [make("p", { class: "card-role", ...told(plan) }, first.text), evidence(plan, first.evidence, first.text, jump)];
  const named = actor.mentions.map((number) => plan.marks[number]);
  const mark = named.find(({ item }) => plan.items[item].element === "paragraph") ?? named[0];
  if (!mark) return null;
  const { text } = plan.items[mark.item];
  const sentence = { item: mark.item, ...sentenceAround(text, mark) };
  return [make("p", { class: "card-first" }, say("firstNamed")), evidence(plan, sentence, text.slice(mark.start, mark.end), jump)];
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

/** Who says a quote, where that is not one actor alone: all of them, or the text's own words for somebody. */
function voice(plan, { speaker, also = [], source }) {
  if (also.length > 0) return [speaker, ...also].map((number) => plan.actors[number].name).join(", ");
  return speaker === undefined && source ? textAt(plan, source) : null;
}

/** A quote with whose it is, its verb and, unless that is said already, whether it is word for word; `li`. */
export function quote(plan, each, jump, isSaid = false) {
  const { place, evidence: shown, verb, direct } = each;
  const words = cut(textAt(plan, place));
  const how = isSaid ? null : say(direct ? "quoteDirect" : "quoteReported");
  return make(
    "li",
    null,
    button({ class: "card-quote", ...told(plan), title: say("jumpToSentence") }, () => jump(shown), direct ? make("q", null, words) : words),
    make("span", { class: "card-verb", dir: "auto" }, [voice(plan, each), verb, how].filter(Boolean).join(" · ")),
  );
}

function quotes(plan, actor, jump) {
  const own = (actor.quotes ?? []).map((index) => plan.quotes[index]);
  const unclear = plan.quotes.filter((each) => each.speaker === undefined).length;
  const note = unclear > 0 && make("p", { class: "card-note" }, count("quotesUnclear", unclear));
  if (own.length === 0) return null;
  const list = make("ul", null, own.slice(0, QUOTES).map((each) => quote(plan, each, jump)));
  const more = own.length > QUOTES && button({ class: "card-more" }, () => {
    for (const each of own.slice(QUOTES)) list.appendChild(quote(plan, each, jump));
    more.remove();
    list.children[QUOTES].querySelector("button").focus();
  }, count("quotesMore", own.length - QUOTES));
  return make("div", { class: "card-quotes" }, make("h3", null, count("quotes", own.length)), list, more, note);
}

/**
 * The card of the actor that a mark of the reader's plan names. `jump(place)` shows a place in the article, `visit(mark,
 * by)` takes the card to another mark of the actor, `by` steps away.
 */
export function draw(reader, mark, { jump, visit }) {
  const { plan, shell } = reader;
  shell.style(css);
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
    role(plan, actor, jump),
    standsFor && make("p", { class: "card-note" }, say("standsFor", standsFor)),
    actor.also?.length > 0 && make("p", { class: "card-also", dir: "auto" }, say("alsoNamed", actor.also.join(", "))),
    mentions(plan, actor, mark, visit),
    quotes(plan, actor, jump),
    drawLookup(reader, actor),
  );
}
