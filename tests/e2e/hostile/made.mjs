// Pages that lay hands on what the reader is made of: the registry of elements, prototypes, names.

import { reach, script } from "./page.mjs";

const define = (body, statics = "") =>
  script(`${reach}
    customElements.define("copydesk-reader", class extends HTMLElement { ${statics} ${body} });`);

const tamper = (body) => ({ head: script(`${reach}${body}`) });

const WINDOWS = ["globalThis", "Symbol", "Node", "Element", "Document", "CSSStyleSheet", "MutationObserver", "getSelection", "innerWidth", "innerHeight", "performance", "CSS", "customElements", "navigator"];

export const MADE = [
  { name: "an element of that name asks for its internals", head: define(`constructor() { super(); const i = this.attachInternals(); setInterval(() => reach(i.shadowRoot, "internals"), 20); }`) },
  { name: "an element of that name takes the shadow root first", head: define(`constructor() { super(); reach(this.attachShadow({ mode: "open" }), "own root"); }`) },
  { name: "an element of that name has no shadow", head: define(`constructor() { super(); }`, `static disabledFeatures = ["shadow"];`) },
  { name: "an element of that name has no internals", head: define(`constructor() { super(); }`, `static disabledFeatures = ["internals"];`) },
  { name: "an element of that name throws", head: define(`constructor() { super(); throw new Error("no"); }`) },
  { name: "an element of that name belongs to a form", head: define(`constructor() { super(); const i = this.attachInternals(); setInterval(() => reach(i.shadowRoot, "internals"), 20); }`, "static formAssociated = true;") },
  { name: "an element of that name looks when it is adopted", head: define(`adoptedCallback() { reach(this.attachInternals().shadowRoot, "adopted"); } connectedCallback() { reach(this.shadowRoot, "connected"); }`) },
  { name: "an element of that name leaves as soon as it comes", expect: "gone", head: define(`connectedCallback() { this.remove(); }`) },
  { name: "an element of that name goes into the body", expect: "gone", head: define(`connectedCallback() { if (this.parentNode !== document.body) document.body.append(this); }`) },
  { name: "an element of that name fills itself", head: define(`connectedCallback() { this.attributes; this.innerText; }`) },
  { name: "an element of that name is defined later", during: () => customElements.define("copydesk-reader", class extends HTMLElement {
    constructor() { super(); const i = this.attachInternals(); setInterval(() => globalThis.reach(i.shadowRoot, "later"), 20); }
  }), head: script(reach) },
  { name: "the registry lies", ...tamper(`customElements.define = customElements.get = customElements.upgrade = () => { throw new Error("no"); };`) },
  { name: "attachShadow gives its roots away", ...tamper(`const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (how) { const root = attachShadow.call(this, { ...how, mode: "open" }); reach(root, "attachShadow"); return root; };`) },
  { name: "append and its like give nodes away", ...tamper(`for (const [type, names] of [[Node, ["appendChild", "insertBefore"]], [Element, ["append", "prepend", "replaceChildren", "after", "before"]], [Document, ["append", "adoptNode", "importNode"]]])
    for (const name of names) { const own = type.prototype[name]; type.prototype[name] = function (...all) { for (const each of [this, ...all]) reach(each?.getRootNode?.(), name); return own.apply(this, all); }; }`) },
  { name: "getters of Node lie", ...tamper(`for (const name of ["parentNode", "isConnected", "firstChild", "nextSibling", "nodeType", "ownerDocument", "childNodes"])
    Object.defineProperty(Node.prototype, name, { get() { return null; } });`) },
  { name: "getters of Element lie", ...tamper(`for (const name of ["shadowRoot", "localName", "attributes", "classList", "innerHTML"])
    Object.defineProperty(Element.prototype, name, { get() { throw new Error("no"); } });`) },
  { name: "elements are made by the page", ...tamper(`for (const name of ["createElement", "createElementNS", "createTextNode"]) { const own = Document.prototype[name];
    Document.prototype[name] = function (...all) { const made = own.apply(this, all); setTimeout(() => reach(made.getRootNode(), name), 300); return made; }; }`) },
  { name: "dialogs do not open", ...tamper(`for (const name of ["show", "showModal", "close"]) HTMLDialogElement.prototype[name] = () => {};`) },
  { name: "style sheets do not apply", ...tamper(`CSSStyleSheet.prototype.replaceSync = () => {}; Object.defineProperty(Document.prototype, "adoptedStyleSheets", { get: () => [], set() { throw new Error("no"); } });`) },
  { name: "nothing is ever called back", ...tamper(`globalThis.setTimeout = globalThis.setInterval = globalThis.requestAnimationFrame = globalThis.queueMicrotask = () => 0; MutationObserver.prototype.observe = () => {}; MessagePort.prototype.postMessage = () => {};`) },
  { name: "every prototype throws", ...tamper(`for (const type of [Node, Element, HTMLElement, Document, HTMLDialogElement, EventTarget, Array, String, Map])
    for (const name of Object.getOwnPropertyNames(type.prototype))
      if (/^(append|attach|query|create|get|set|show|close|remove|insert|addEvent|push|map|slice|split)/.test(name))
        try { type.prototype[name] = () => { throw new Error("tampered"); }; } catch {}
    JSON.parse = Promise.prototype.then = () => { throw new Error("tampered"); };`) },
  { name: "Object and Array are polluted", ...tamper(`Object.prototype.flag = { label: "ad" }; Object.prototype.hidden = true; Object.prototype.quiet = true; Object.prototype.code = "pdf";
    Object.defineProperty(Array.prototype, 3, { set() { throw new Error("no"); }, get() { return 1; } });`) },
  { name: "fields are named like the document's own methods", body: ["querySelector", "createElement", "createElementNS", "createTextNode", "createTreeWalker", "documentElement", "body", "head", "title", "cookie", "adoptedStyleSheets", "scrollingElement", "activeElement", "getElementById", "implementation", "readyState", "contentType", "elementFromPoint", "visibilityState", "location", "getElementsByTagName", "adoptNode", "styleSheets", "defaultView"]
    .map((name) => `<form name="${name}"><input name="attributes"><input name="localName"><input name="checkVisibility"><input name="parentNode"><input name="nodeType"></form><img name="${name}" id="${name}">`).join("\n") },
  { name: "anchors are named like the window's own things", body: WINDOWS.map((name) => `<a id="${name}" name="${name}"></a>`).join("") },
  { name: "frames are named like the window's own things", body: WINDOWS.map((name) => `<iframe name="${name}"></iframe>`).join("") },
  // Chromium then gives scripts of extensions no interfaces: the word at the button is all there can be.
  { name: "frames are named like the extension's interfaces", expect: "either", body: `<iframe name="chrome"></iframe><iframe name="browser"></iframe>` },
  { name: "a thousand false readers", body: script(`for (let i = 0; i < 1000; i++) document.documentElement.append(document.createElement("copydesk-reader"));`), strange: true },
  { name: "an element that calls itself the reader", body: "<copydesk-reader>not the real one</copydesk-reader>", strange: true },
  { name: "style sheets hide everything", head: `<style>* { display: none !important; color: red !important; } copydesk-reader { display: none !important; opacity: 0 !important; } html, body, body * { display: block !important; }</style>` },
  { name: "style sheets forbid to select, point and scroll", head: `<style>* { user-select: none !important; -webkit-user-select: none !important; pointer-events: none !important; touch-action: none !important; overflow: hidden !important; cursor: none !important; }</style>`, selects: true },
  { name: "the root is bent, blurred and clipped", head: `<style>html { opacity: 0; filter: blur(9px); transform: scale(0.1); clip-path: circle(1px); contain: strict; zoom: 0.2; }</style>` },
  { name: "the root reads from right to left and down", head: `<style>html { direction: rtl; unicode-bidi: bidi-override; writing-mode: vertical-rl; }</style>` },
];
