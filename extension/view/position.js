// Which part of the story is in view, on the page and in the reader, to keep the place between the two.
import { bodyOf } from "./plan.js";

/** The line (CSS pixels below the window's edge) that is read at: above it there are sticky bars. */
const LINE = 90;

const { getBoundingClientRect } = Element.prototype;

/**
 * The first part of the story that reaches below the line: `{ item, top, part }` with its place and how
 * much of it (0 to 1) is above the line; null at the story's beginning.
 */
function firstInView(plan, elementOf) {
  for (const [number, item] of bodyOf(plan).entries()) {
    const element = elementOf(item);
    if (element?.nodeType !== Node.ELEMENT_NODE) continue;
    const { top, bottom, height } = getBoundingClientRect.call(element);
    if (height > 0 && bottom > LINE) return number === 0 ? null : { item, top, part: Math.max(LINE - top, 0) / height };
  }
  return null;
}

/** The part of the story that the page shows now; null for its beginning. */
export const onPage = (plan, nodes) => firstInView(plan, (item) => nodes[plan.items[item].node]);

/** The part of the story that the reader shows now; null for its beginning. */
export const inReader = (plan, article) => firstInView(plan, (item) => article.drawn.get(item));

/** Scrolls `scroller`, an element or the window, so that `element` stands where the part stood elsewhere. */
export function restore({ top, part }, element, scroller) {
  const box = getBoundingClientRect.call(element);
  const wanted = part > 0 ? LINE - part * box.height : Math.min(top, innerHeight / 2);
  scroller.scrollBy({ top: box.top - wanted, behavior: "instant" });
}
