// Text with its formatting and links, and names wrapped in it afterwards.
import { make, disclosure, link, text, textNodes } from "./dom.js";
import { opinion } from "./strings.js";

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
  if (item.inserts?.length > 0) collapse(element, item.inserts);
  return element;
}

/**
 * Hides what does not belong to a paragraph behind a small button each. The button has no text of its
 * own, so that the paragraph's text is what it was, to count in and to copy.
 */
function collapse(element, inserts) {
  const spans = inserts.map((insert) => ({ ...insert, parts: [] }));
  wrap(element, spans, (span, data, first) => {
    const part = make("span", { class: "insert-text", hidden: true }, data);
    span.parts.push(part);
    if (!first) return part;
    const opener = disclosure({ class: "insert-show", "data-label": span.label, "aria-label": opinion(span) }, () => {
      const open = part.hidden;
      for (const each of span.parts) each.hidden = !open;
      opener.ariaExpanded = String(open);
    });
    return make("span", { class: "insert" }, opener, part);
  });
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
