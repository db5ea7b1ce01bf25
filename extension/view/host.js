// The element that holds the reader, made out of the page's reach; and the print sheet beside it.
import { getter, XHTML } from "./dom.js";

/** Printing shows the reader and not the page behind it. */
const PRINT = "@media print { html > :not(copydesk-reader) { display: none !important; } html { background: none !important; } }";

const { createElementNS, adoptNode } = Document.prototype;
const { addEventListener } = EventTarget.prototype;
const { get: sheetsOf, set: setSheets } = Object.getOwnPropertyDescriptor(Document.prototype, "adoptedStyleSheets");
export const rootOf = getter(Document, "documentElement");
export const parentOf = getter(Node, "parentNode");

/** Types of events that no property of an element tells of. */
const OTHERS =
  "compositionend compositionstart compositionupdate focusin focusout textInput mousewheel DOMMouseScroll " +
  "MozMousePixelScroll gesturestart gesturechange gestureend touchstart touchmove touchend touchcancel";

/** Every type of event that the browser knows of. */
function eventTypes() {
  const types = new Set(OTHERS.split(" "));
  for (const name in HTMLElement.prototype) if (name.startsWith("on")) types.add(name.slice(2));
  return types;
}

/** A style sheet with this text. */
export const sheet = (css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

/**
 * The host and its closed root. They are made in a document without a registry: where the page has
 * defined an element of that name, its constructor comes too late to be given the root, or to take the
 * place of it. No event that happens inside bubbles out to the page's listeners.
 */
export function makeHost() {
  const host = createElementNS.call(new Document(), XHTML, "copydesk-reader");
  const root = host.attachShadow({ mode: "closed" });
  adoptNode.call(document, host);
  const stop = (event) => event.stopPropagation();
  for (const type of eventTypes()) addEventListener.call(root, type, stop, { passive: true });
  return { host, root };
}

/** The sheet for printing: `put(true)` puts it on the page, `put(false)` takes it off. */
export function printSheet() {
  const print = sheet(PRINT);
  return (on) => {
    const others = [...sheetsOf.call(document)].filter((each) => each !== print);
    setSheets.call(document, on ? [...others, print] : others);
  };
}
