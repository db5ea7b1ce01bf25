// All quotes of the story, in the order of the text or by speaker.
import { quote, style, told } from "./card.js";
import { make, put, button } from "./dom.js";
import { jump } from "./jump.js";
import { toggle as togglePanel } from "./panel.js";
import { listed, voice } from "./quoted.js";
import { say, count } from "./strings.js";
import { why } from "./who.js";
import css from "./quotes.css";

/** How they are put: by what groups them, each with its words. */
const ORDERS = { text: "quotesInOrder", speaker: "quotesBySpeaker" };

/** Opens the panel, or closes it. */
export function toggle(reader) {
  style(reader);
  reader.shell.style(css);
  togglePanel(reader, "quotes", () => drawn(reader));
}

function drawn(reader) {
  const quotes = listed(reader.plan);
  const list = make("div", { class: "quotes" });
  const show = (order) => {
    for (const each of choices) each.setAttribute("aria-pressed", String(each.dataset.value === order));
    list.replaceChildren(...(order === "text" ? [inOrder(reader, quotes)] : bySpeaker(reader, quotes)));
  };
  const choices = Object.entries(ORDERS).map(([order, words]) =>
    button({ class: "filter", "aria-pressed": "false", "data-value": order }, () => show(order), say(words)));
  if (quotes.length === 0) {
    const words = reader.plan.unread || reader.naming ? why(reader) : say("quotesNone");
    return { title: say("quotesTitle"), parts: [make("p", { class: "quotes-note", dir: "auto" }, words)], focus: reader.shell.scroller, waits: reader.naming };
  }
  show("text");
  return {
    title: say("quotesTitle"),
    parts: [
      make("div", { class: "filters", role: "group", "aria-label": say("quotesOrders") }, choices),
      make("p", { class: "quotes-note" }, count("quotes", quotes.length)),
      list,
    ],
    focus: choices[0],
  };
}

/** A quote; one that stands alone under the name of who says it, one of several speakers with all of them. */
function entry(reader, each, isAlone) {
  const root = quote(reader, each, (place) => jump(reader, place), { isNamed: isAlone || !each.also });
  if (isAlone) root.prepend(make("p", { class: "quotes-who", ...told(reader.plan) }, who(reader.plan, each)));
  return root;
}

/** Who says it, with a role where the text gives one. */
function who(plan, each) {
  const { speaker, also = [] } = each;
  if (speaker === undefined || also.length > 0) return make("strong", null, voice(plan, each) ?? say("whoUnknown"));
  const { name, roles } = plan.actors[speaker];
  return [make("strong", null, make("bdi", null, name)), roles?.[0] && make("span", { class: "quotes-role" }, ` · ${roles[0].text}`)];
}

const inOrder = (reader, quotes) => make("ul", { class: "card-quotes" }, quotes.map((each) => entry(reader, each, true)));

/** Under whom a quote is put: each of those who say it together, the text's words for somebody, or "" for nobody. */
function speakersOf(plan, each) {
  if (each.speaker !== undefined) return [each.speaker, ...(each.also ?? [])];
  return [voice(plan, each) ?? ""];
}

/** A list for each speaker, who says most first; then whom the text only describes, then those of nobody. */
function bySpeaker(reader, quotes) {
  const { plan } = reader;
  const said = quotes.flatMap((each) => speakersOf(plan, each).map((speaker) => ({ each, speaker })));
  const groups = [...Map.groupBy(said, ({ speaker }) => speaker)];
  const rank = (each) => (typeof each === "number" ? 0 : each === "" ? 2 : 1);
  groups.sort(([a, one], [b, other]) => rank(a) - rank(b) || other.length - one.length);
  return groups.map(([speaker, own]) => {
    const title = rank(speaker) === 0 ? who(plan, { speaker }) : speaker || say("whoUnknown");
    const list = make("ul", null, own.map(({ each }) => entry(reader, each, false)));
    return put(make("section", { class: "card-quotes quotes-group" }), [
      make("h3", rank(speaker) === 2 ? null : told(plan), make("span", null, title), " ", make("span", { class: "number" }, own.length)),
      list,
    ]);
  });
}
