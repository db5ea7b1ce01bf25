// A place in the story is brought into view and lit for a moment.
import { light, rangeOf } from "./light.js";

/** How long (ms) it stays lit. */
const LIT = 1600;

/** How to take the light of each reader away. */
const lit = new WeakMap();

/** Shows a place, or all of an item. */
export function jump(reader, { item, start = 0, end = Infinity }) {
  const { article, shell } = reader;
  const element = article.drawn.get(item);
  if (!element) return;
  article.reveal(item);
  element.scrollIntoView({ block: "center" });
  const range = rangeOf(element, start, end);
  if (!range) return;
  lit.get(reader)?.();
  const darken = light(shell, range, "lit");
  lit.set(reader, darken);
  setTimeout(darken, LIT);
}
