// The quotes of a plan: which are listed, what each says, and who says it.

/** @import { Plan, QuoteCard } from "../engine" */

/** The text at a place of the story. */
export const textAt = (plan, { item, start, end }) => plan.items[item]?.text.slice(start, end).trim() ?? "";

/** Whether a place of the story has another one in it. */
export const contains = (outer, inner) => outer.item === inner.item && outer.start <= inner.start && inner.end <= outer.end;

/**
 * The quotes that are listed, in the order of the text. One that stands within another is read there, unless
 * somebody else says it. Linear in the quotes but for their sorting.
 * @param {Plan} plan @returns {QuoteCard[]}
 */
export function listed({ quotes }) {
  const placed = quotes.toSorted(({ place: a }, { place: b }) => a.item - b.item || a.start - b.start || b.end - a.end);
  const around = [];
  return placed.filter((each) => {
    while (around.length > 0 && !contains(around.at(-1).place, each.place)) around.pop();
    const isRead = around.some(({ speaker }) => each.speaker === undefined || each.speaker === speaker);
    around.push(each);
    return !isRead;
  });
}

/** Those of them that are an actor's; `all`, the list, where it is there already. */
export function quotesOf(plan, { quotes = [] }, all = listed(plan)) {
  const own = new Set(quotes.map((number) => plan.quotes[number]));
  return all.filter((each) => own.has(each));
}

/** Who says a quote, where that is not one actor alone: all of them, or the text's own words for somebody; null for nobody. */
export function voice(plan, { speaker, also = [], source }) {
  if (also.length > 0) return [speaker, ...also].map((number) => plan.actors[number].name).join(", ");
  const words = speaker === undefined && source ? textAt(plan, source) : "";
  // A pronoun alone describes nobody.
  return words.includes(" ") ? words : null;
}

/** Whether nobody is known to say a quote, not even by the text's own words. */
export const isUnclear = (plan, each) => each.speaker === undefined && voice(plan, each) === null;
