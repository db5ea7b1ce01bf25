// Text with its formatting and links, and names wrapped in it afterwards.
import { make, link, text, textNodes } from "./dom.js";

/** Fills an element with an item's text, run by run. */
export function fill(element, item) {
  const runs = item.runs ?? [{ length: item.text.length }];
  let at = 0;
  for (const { length, styles = [], href } of runs) {
    let inner = text(item.text.slice(at, at + length));
    for (const style of [...styles].reverse()) inner = make(style, null, inner);
    element.appendChild(href ? link(href, inner) : inner);
    at += length;
  }
  return element;
}

/**
 * Wraps the text from `start` to `end` (UTF-16 units into the element's text) in elements made by
 * `wrapper(first)`, one for each text node that it touches, so that formatting and links stay.
 * Gives the wrappers in order.
 */
export function wrap(element, start, end, wrapper) {
  const walker = textNodes(element);
  const touched = [];
  let at = 0;
  for (let node = walker.nextNode(); node && at < end; node = walker.nextNode()) {
    const length = node.data.length;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (from < to) touched.push([node, from, to]);
    at += length;
  }
  return touched.map(([node, from, to], index) => {
    if (to < node.data.length) node.splitText(to);
    const inside = from > 0 ? node.splitText(from) : node;
    const around = wrapper(index === 0);
    inside.replaceWith(around);
    around.appendChild(inside);
    return around;
  });
}

/** The range of an element's text from `start` to `end`, in UTF-16 units; null if there is none. */
export function rangeOf(element, start, end) {
  const walker = textNodes(element);
  const range = new Range();
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.data.length;
    if (!begun && start < at + length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun) range.setEnd(node, Math.min(end - at, length));
    at += length;
    if (at >= end) break;
  }
  return begun ? range : null;
}
