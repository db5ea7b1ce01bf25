// What is selected in the story: a small button beside it copies it with its source.
import { copyCited } from "./cite.js";
import { button } from "./dom.js";
import { rangeOf } from "./light.js";
import { say } from "./strings.js";
import css from "./selected.css";

/** A selection is looked at when it has stood still this long (ms). */
const STILL = 250;

/** The button of each reader, and what waits to draw it. */
const offers = new WeakMap();
const waiting = new WeakMap();

/** Offers to copy what is selected, or takes that back where nothing is any more. */
export function offer(reader) {
  clearTimeout(waiting.get(reader));
  waiting.set(reader, setTimeout(() => draw(reader), STILL));
}

/** The selected range of the story, or null. In a closed root only that root knows it, in some browsers. */
function rangeIn({ article, shell }) {
  const root = shell.dialog.getRootNode();
  const selection = root.getSelection?.() ?? getSelection();
  const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  return range && article?.root.contains(range.startContainer) && article.root.contains(range.endContainer) ? range : null;
}

function draw(reader) {
  offers.get(reader)?.remove();
  offers.delete(reader);
  const range = reader.isOpen && rangeIn(reader);
  const box = range && [...range.getClientRects()].at(-1);
  if (!box || String(getSelection()).trim() === "") return;
  const { frame, style } = reader.shell;
  style(css);
  const root = button({ class: "selected-copy", dir: "auto", title: say("copySelectedHint") }, () => copy(reader), say("copyWithSource"));
  // A press would take the selection away before the click.
  root.addEventListener("pointerdown", (event) => event.preventDefault());
  frame.append(root);
  const outer = frame.getBoundingClientRect();
  const left = Math.min(Math.max(box.right - root.offsetWidth / 2, outer.left + 8), outer.right - root.offsetWidth - 8);
  root.style.left = `${left - outer.left}px`;
  root.style.top = `${box.bottom + 8 - outer.top}px`;
  offers.set(reader, root);
}

/** Copies what is selected with its source; the speaker too where it lies within a quote. */
export async function copy(reader) {
  const range = rangeIn(reader);
  const words = String(getSelection()).trim();
  if (!range || words === "") return;
  const told = await copyCited(reader, words, quoteAround(reader, range));
  const root = offers.get(reader);
  if (root) root.textContent = told;
}

/** The quote that a selection begins and ends in, or null. */
function quoteAround({ plan, article }, range) {
  const item = Number(range.startContainer.parentElement.closest("[data-item]")?.dataset.item);
  const isAround = ({ direct, place }) => {
    if (!direct || place.item !== item) return false;
    const own = rangeOf(article.drawn.get(item), place.start, place.end);
    const holds = (node, offset) => own.isPointInRange(node, offset);
    return own !== null && holds(range.startContainer, range.startOffset) && holds(range.endContainer, range.endOffset);
  };
  return plan.quotes.find(isAround) ?? null;
}
