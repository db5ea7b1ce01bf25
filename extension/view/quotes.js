// All quotes of the story, in the order of the text or by speaker.
import { quote, style, told, voice } from "./card.js";
import { make, put, button } from "./dom.js";
import { jump } from "./jump.js";
import { toggle as togglePanel } from "./panel.js";
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
  const { quotes } = reader.plan;
  const list = make("div", { class: "quotes" });
  const show = (order) => {
    for (const each of choices) each.setAttribute("aria-pressed", String(each.dataset.value === order));
    list.replaceChildren(...(order === "text" ? [inOrder(reader)] : bySpeaker(reader)));
  };
  const choices = Object.entries(ORDERS).map(([order, words]) =>
    button({ class: "filter", "aria-pressed": "false", "data-value": order }, () => show(order), say(words)));
  if (quotes.length === 0) {
    return { title: say("quotesTitle"), parts: [make("p", { class: "quotes-note", dir: "auto" }, reader.plan.unread ? why(reader.plan) : say("quotesNone"))], focus: reader.shell.scroller };
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

/** A quote; one that stands alone under the name of who says it. */
function entry(reader, each, isAlone) {
  const root = quote(reader, each, (place) => jump(reader, place), { isNamed: true });
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

const inOrder = (reader) => make("ul", { class: "card-quotes" }, placed(reader.plan).map((each) => entry(reader, each, true)));

/** In the order of the text. */
const placed = ({ quotes }) => quotes.toSorted((a, b) => a.place.item - b.place.item || a.place.start - b.place.start);

/** A list for each speaker, who says most first; then whom the text only describes, then those of nobody. */
function bySpeaker(reader) {
  const { plan } = reader;
  const key = (each) => each.speaker ?? voice(plan, each) ?? "";
  const groups = [...Map.groupBy(placed(plan), key)];
  const rank = (each) => (typeof each === "number" ? 0 : each === "" ? 2 : 1);
  groups.sort(([a, one], [b, other]) => rank(a) - rank(b) || other.length - one.length);
  return groups.map(([speaker, quotes]) => {
    const title = rank(speaker) === 0 ? who(plan, { speaker }) : speaker || say("whoUnknown");
    const list = make("ul", null, quotes.map((each) => entry(reader, each, false)));
    return put(make("section", { class: "card-quotes quotes-group" }), [
      make("h3", rank(speaker) === 2 ? null : told(plan), title, " ", make("span", { class: "number" }, quotes.length)),
      list,
    ]);
  });
}
