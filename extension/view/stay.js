// Keeps the reader where it was put: above everything else, and whole. A page may show a dialog or a
// popover of its own later, may move the reader, take it away or replace itself: either the reader is
// lifted again, or it is gone and nothing of it stays.
import { parentOf, rootOf } from "./host.js";

/**
 * How often the reader is lifted within a while (ms) before the page may have its way. Two lifts so close
 * together (ms) count as one: a dialog is told of twice.
 */
const LIFTS = 5;
const WHILE = 5_000;
const ONE = 100;

/** Time (ms) between two looks at what is on top, for a page that hides the events that tell of it. */
const PAUSE = 1_000;

/** Elements that are asked for a tree of their own at each look, the last of the page first: some 6 ms. */
const STEP = 1_000;

/** What lies in the browser's top layer. */
const TOP = ":is(:popover-open, :modal, :fullscreen)";

const { checkVisibility, matches, querySelectorAll } = Element.prototype;

/** The tree that an element holds, closed or not: the browser hands it to an extension. */
const treeOf = (element) =>
  element instanceof HTMLElement ? (globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? element.openOrClosedShadowRoot) : null;

/** Events that tell of an element that came to the top. */
const EVENTS = ["toggle", "fullscreenchange"];

/**
 * Watches over an open reader and gives a function that ends it. `isAside()` tells whether it has stepped
 * aside by itself, `lift()` brings it to the top again, `lost()` is called when the page has won.
 */
export function stay({ host, dialog, isAside, lift, lost }) {
  const page = rootOf(document);
  let lifted = [];
  /** What lay in the top layer at the last look, and so below the reader. */
  let under = [];
  /** Trees of their own that the page's elements hold, as far as they are found, and how far that is. */
  const trees = new Set();
  let at = 0;

  function seek(elements) {
    for (const element of elements) {
      const tree = element !== host && treeOf(element);
      if (!tree || trees.has(tree)) continue;
      trees.add(tree);
      seek(tree.querySelectorAll("*"));
    }
  }

  const see = () => [...querySelectorAll.call(page, TOP), ...[...trees].flatMap((tree) => [...tree.querySelectorAll(TOP)])];

  function raise() {
    const now = Date.now();
    lifted = lifted.filter((at) => now - at < WHILE);
    if (!lifted.some((at) => now - at < ONE)) lifted.push(now);
    if (lifted.length > LIFTS) lost();
    else lift();
  }

  /** Whether the reader stands where it was put; what it stands in may be gone, or be shown no longer. */
  function stands() {
    const isThere = parentOf(host) === page && rootOf(document) === page && (isAside() || checkVisibility.call(dialog));
    if (!isThere) lost();
    return isThere;
  }

  function look() {
    if (document.visibilityState !== "visible" || !stands() || isAside()) return;
    const all = [...querySelectorAll.call(page, "*")].reverse();
    seek(all.slice(at, at + STEP));
    at = at + STEP < all.length ? at + STEP : 0;
    const there = see();
    if (there.some((element) => !under.includes(element))) raise();
    under = there;
  }

  function onMove() {
    if (stands() && !isAside() && !matches.call(dialog, ":modal")) raise();
  }

  const onEvent = ({ type, target }) => {
    if (type !== "toggle") return look();
    if (!stands() || isAside() || target === host || !matches.call(target, TOP)) return;
    raise();
    under = see();
  };

  const moves = new MutationObserver(onMove);
  for (const node of [document, page]) moves.observe(node, { childList: true });
  for (const type of EVENTS) addEventListener(type, onEvent, { capture: true });
  const timer = setInterval(look, PAUSE);

  return () => {
    moves.disconnect();
    clearInterval(timer);
    for (const type of EVENTS) removeEventListener(type, onEvent, { capture: true });
  };
}
