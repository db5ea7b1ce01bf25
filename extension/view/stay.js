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

/** Where one looks, as parts of the window's width and height. */
const POINTS = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]];

const { elementFromPoint } = Document.prototype;
const { checkVisibility, matches } = Element.prototype;

/** Events that tell of an element that came to the top. */
const EVENTS = ["toggle", "fullscreenchange"];

const isOnTop = (element) => matches.call(element, ":is(:popover-open, :modal)");

/**
 * Watches over an open reader and gives a function that ends it. `isAside()` tells whether it has stepped
 * aside by itself, `lift()` brings it to the top again, `lost()` is called when the page has won.
 */
export function stay({ host, dialog, isAside, lift, lost }) {
  const page = rootOf(document);
  let lifted = [];

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

  const isCovered = () =>
    POINTS.some(([x, y]) => {
      const top = elementFromPoint.call(document, x * innerWidth, y * innerHeight);
      return top !== null && top !== host;
    });

  function look() {
    if (document.visibilityState === "visible" && stands() && !isAside() && isCovered()) raise();
  }

  function onMove() {
    if (stands() && !isAside() && !matches.call(dialog, ":modal")) raise();
  }

  function onTop(elements) {
    if (stands() && !isAside() && elements.some((element) => element !== host && isOnTop(element))) raise();
  }

  const onEvent = ({ type, target }) => {
    if (type === "toggle") onTop([target]);
    else look();
  };

  const moves = new MutationObserver(onMove);
  for (const node of [document, page]) moves.observe(node, { childList: true });
  const shown = new MutationObserver((changes) => onTop(changes.map(({ target }) => target)));
  shown.observe(page, { subtree: true, attributeFilter: ["open"] });
  for (const type of EVENTS) addEventListener(type, onEvent, { capture: true });
  const timer = setInterval(look, PAUSE);

  return () => {
    moves.disconnect();
    shown.disconnect();
    clearInterval(timer);
    for (const type of EVENTS) removeEventListener(type, onEvent, { capture: true });
  };
}
