// Light behind a passage of the text. It is drawn and not a CSS highlight: the list of highlights is
// the document's, and a page that reads it would get a way into the reader.
import { make, textNodes } from "./dom.js";
import css from "./light.css";

/**
 * Lays light behind the lines of a range of the text in a reader's shell; `kind` names its style. Gives a
 * function that takes it away.
 */
export function light({ frame, style }, range, kind) {
  style(css);
  const outer = frame.getBoundingClientRect();
  const boxes = [...range.getClientRects()].map((box) => {
    const line = make("span");
    line.style.left = `${box.left - outer.left}px`;
    line.style.top = `${box.top - outer.top}px`;
    line.style.width = `${box.width}px`;
    line.style.height = `${box.height}px`;
    return line;
  });
  const root = make("div", { class: `light ${kind}`, "aria-hidden": true }, boxes);
  frame.appendChild(root);
  return () => root.remove();
}

/** The range of an element's text from `start` to `end`, in UTF-16 units; null if there is none. */
export function rangeOf(element, start, end) {
  const walker = textNodes(element);
  const range = new Range();
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
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
