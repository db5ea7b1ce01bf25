// Light behind a passage of the text. It is drawn and not a CSS highlight: the list of highlights is
// the document's, and a page that reads it would get a way into the reader.
import { make } from "./dom.js";

/**
 * Lays light behind the lines of a range of the text in `frame`; `kind` names its style. Gives a
 * function that takes it away.
 */
export function light(frame, range, kind) {
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
