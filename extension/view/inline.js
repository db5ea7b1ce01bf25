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
 * Wraps spans of an element's text (`start` and `end` in UTF-16 units, in order, not overlapping), one
 * wrapper for each text node that a span touches, so that formatting and links stay. `wrapper(span,
 * text, first)` makes it. One pass: linear in the text and the spans.
 */
export function wrap(element, spans, wrapper) {
  const walker = textNodes(element);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let next = 0;
  let at = 0;
  for (const node of nodes) {
    const { data } = node;
    const pieces = [];
    let done = 0;
    while (next < spans.length && spans[next].start < at + data.length) {
      const span = spans[next];
      const from = Math.max(span.start - at, 0);
      const to = Math.min(span.end - at, data.length);
      if (from > done) pieces.push(text(data.slice(done, from)));
      pieces.push(wrapper(span, data.slice(from, to), span.start >= at));
      done = to;
      if (span.end > at + data.length) break;
      next += 1;
    }
    at += data.length;
    if (pieces.length === 0) continue;
    if (done < data.length) pieces.push(text(data.slice(done)));
    const all = new DocumentFragment();
    for (const piece of pieces) all.appendChild(piece);
    node.replaceWith(all);
  }
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
