// Names in the text: each is wrapped where it stands, across links and formatting.
import { make } from "./dom.js";
import { wrap } from "./inline.js";

/** What a marked name is for assistive technology: a button that opens a card. */
const BUTTON = { class: "name", tabindex: -1, role: "button", "aria-haspopup": "dialog" };

/** A name that a link or formatting cuts is one button; its other parts only look like it. */
const REST = { class: "name-rest" };

/**
 * Wraps every mark of the plan in the drawn items. Gives the button of each mark in text order, and
 * the mark of each part.
 */
export function mark(plan, drawn) {
  const buttons = new Map();
  const parts = new Map();
  const byItem = Map.groupBy(plan.marks.keys(), (number) => plan.marks[number].item);
  for (const [item, numbers] of byItem) {
    const element = drawn.get(item);
    if (!element) continue;
    // From the end, so that what is still to be wrapped keeps its offsets.
    for (const number of numbers.reverse()) {
      const { start, end, actor } = plan.marks[number];
      const shared = { "data-actor": actor, "data-kind": plan.actors[actor].kind };
      const wrapped = wrap(element, start, end, (first) => make("span", { ...(first ? BUTTON : REST), ...shared }));
      if (wrapped.length > 0) buttons.set(number, wrapped[0]);
      for (const part of wrapped) parts.set(part, number);
    }
  }
  return { buttons: new Map([...buttons].sort(([a], [b]) => a - b)), parts };
}
