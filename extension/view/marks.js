// Names in the text: each is wrapped where it stands, across links and formatting.

/** @import { Plan } from "../engine" */
import { make } from "./dom.js";
import { wrap } from "./inline.js";

/** Names.js makes a button of it where it is marked. */
const NAME = { class: "name", tabindex: -1 };

/** A name that a link or formatting cuts is one button; its other parts only look like it. */
const REST = { class: "name-rest" };

/**
 * Wraps every mark of the plan in the drawn items. Gives the button of each mark in text order, and
 * the mark of each part. Linear in the text and the marks.
 * @param {Plan} plan
 */
export function mark(plan, drawn) {
  const buttons = new Map();
  const parts = new Map();
  const byItem = Map.groupBy(plan.marks.keys(), (number) => plan.marks[number].item);
  for (const [item, numbers] of byItem) {
    const element = drawn.get(item);
    if (!element) continue;
    const spans = numbers.map((number) => ({ number, ...plan.marks[number] }));
    wrap(element, spans, ({ number, actor }, text, first) => {
      const shared = { "data-actor": actor, "data-kind": plan.actors[actor].kind };
      const part = make("span", { ...(first ? NAME : REST), ...shared }, text);
      parts.set(part, number);
      if (first) buttons.set(number, part);
      return part;
    });
  }
  return { buttons, parts };
}
