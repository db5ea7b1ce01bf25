// A line that stands for the story, with a tick where an actor is named.

/** @import { Plan } from "../engine" */
import { make, button } from "./dom.js";
import { bodyOf } from "./plan.js";
import { say, count } from "./strings.js";

/** Longest beginning of a paragraph in a tick's label, in UTF-16 units. */
const LENGTH = 80;

/**
 * How far down the story each shown item begins (0 to 1), how long it is, and which paragraph it is.
 * @param {Plan} plan
 */
export function stretch(plan) {
  const { head, items } = plan;
  const title = head.title === undefined ? [] : [head.title];
  const shown = [...title, ...(head.standfirst ?? []), ...bodyOf(plan)];
  const total = Math.max(shown.reduce((sum, index) => sum + items[index].text.length, 0), 1);
  const places = new Map();
  let at = 0;
  for (const index of shown) {
    const { length } = items[index].text;
    places.set(index, { at: at / total, length: length / total, number: places.size + 1 });
    at += length;
  }
  return { places, total: places.size };
}

/**
 * The strip of an actor: for each paragraph that names it a button that goes there.
 * @param {Plan} plan
 */
export function strip(plan, actor, { places, total }, jump) {
  const byItem = Map.groupBy(actor.mentions, (number) => plan.marks[number].item);
  const ticks = [...byItem].filter(([item]) => places.has(item)).map(([item, mentions]) => {
    const first = plan.marks[mentions[0]];
    const { text } = plan.items[item];
    const place = places.get(item);
    const words = text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
    const where = say("whoTick", place.number, total, count("named", mentions.length), words);
    const tick = button({ class: "tick", tabindex: -1, "aria-label": where, title: where }, () => jump(first));
    const along = place.at + place.length * (first.start / Math.max(text.length, 1));
    tick.style.insetInlineStart = `${(along * 100).toFixed(2)}%`;
    tick.style.setProperty("--count", String(Math.min(mentions.length, 4)));
    return tick;
  });
  return make("div", { class: "strip", role: "group", "aria-label": say("whoStrip", actor.name) }, ticks);
}
