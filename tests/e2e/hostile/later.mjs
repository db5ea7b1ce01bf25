// Pages that do something once the reader is open.

import { reach, script } from "./page.mjs";

const host = `document.querySelector("html > copydesk-reader")`;

/** A page whose `code` runs once the reader is open; the reader is right afterwards, or gone where `then` says so. */
const run = (name, code, more = {}) => ({ name, head: script(`${reach} globalThis.during = () => { ${code} };`), during: () => globalThis.during(), ...more });

export const LATER = [
  run("takes the reader away", `${host}.remove();`, { then: "gone" }),
  run("takes whatever is added away", "", { expect: "gone", body: script(`new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node.localName === "copydesk-reader") node.remove();
  }).observe(document.documentElement, { childList: true });`) }),
  run("moves the reader into the body", `document.body.append(${host});`, { then: "gone" }),
  run("moves the reader into a frame", `const f = document.body.appendChild(document.createElement("iframe")); f.contentDocument.documentElement.append(${host}); f.remove();`, { then: "gone" }),
  run("takes the reader out and puts it back", `const h = ${host}; h.remove(); document.documentElement.append(h);`, { then: "either" }),
  run("puts the reader in front of the head", `document.documentElement.prepend(${host});`, { then: "either" }),
  run("moves the reader without taking it out", `if (document.documentElement.moveBefore) document.documentElement.moveBefore(${host}, document.head);`, { then: "either" }),
  run("begins the document anew", `document.open(); document.write("<p>Something else.</p>"); document.close();`, { then: "gone", restless: true }),
  run("replaces its root", `document.documentElement.replaceWith(document.documentElement.cloneNode(true));`, { then: "gone", strange: true, restless: true }),
  run("takes its root away", `document.documentElement.remove();`, { then: "gone", restless: true, last: true }),
  run("hides its root", `document.documentElement.style.display = "none"; setTimeout(() => document.documentElement.removeAttribute("style"), 3000);`, { then: "gone", restless: true }),
  run("empties its body and head", `document.body.replaceChildren(); document.head.replaceChildren();`, { restless: true }),
  run("replaces its body", `document.body = document.createElement("body");`, { restless: true }),
  run("changes its address and its text", `history.pushState({}, "", "/another-story"); location.hash = "here"; document.querySelector("main").replaceChildren("Another story");`, { restless: true }),
  run("makes itself editable", `document.designMode = "on"; document.documentElement.contentEditable = "true"; document.documentElement.spellcheck = false;`, { restless: true }),
  run("makes everything inert", `document.documentElement.inert = true; document.body.inert = true;`, { then: "either", restless: true }),
  run("dresses the host up", `const h = ${host}; h.inert = true; h.hidden = true; h.style = "display: none !important; opacity: 0 !important; visibility: hidden !important"; h.className = "ad"; h.append("Sale!"); h.popover = "manual"; h.tabIndex = 5; h.setAttribute("aria-hidden", "true");`, { then: "either" }),
  run("gives the host a role and a slot", `const h = ${host}; h.role = "presentation"; h.slot = "x"; h.part = "y"; h.lang = "ar"; h.dir = "rtl"; h.contentEditable = "true"; h.draggable = true;`),
  run("overwrites its adopted sheets", `document.adoptedStyleSheets = [];`),
  run("adopts sheets all the time", `setInterval(() => (document.adoptedStyleSheets = [new CSSStyleSheet()]), 50);`, { restless: true }),
  run("takes the focus all the time", `setInterval(() => { document.body.tabIndex = 0; document.body.focus(); document.querySelector("input")?.focus(); }, 30);`, { restless: true }),
  run("scrolls all the time", `setInterval(() => { window.scrollBy(0, 50); ${host}?.scrollIntoView(); }, 30);`, { restless: true }),
  run("asks and warns", `globalThis.alert = globalThis.confirm = () => true; addEventListener("beforeunload", (event) => event.preventDefault());`),
  run("shows a dialog", `const d = document.body.appendChild(document.createElement("dialog")); d.textContent = "Subscribe!"; d.showModal();`, { restless: true }),
  run("shows a dialog in a tree of its own", `const h = document.body.appendChild(document.createElement("div")); const d = h.attachShadow({ mode: "closed" }).appendChild(document.createElement("dialog")); d.textContent = "Subscribe!"; d.showModal();`, { restless: true }),
  run("shows three dialogs one after the other", `let n = 0; const timer = setInterval(() => { const d = document.body.appendChild(document.createElement("dialog")); d.showModal(); if (++n === 3) clearInterval(timer); }, 200);`, { restless: true }),
  run("shows a popover", `const d = document.body.appendChild(document.createElement("div")); d.popover = "manual"; d.textContent = "Cookies!"; d.style = "inset: 0; width: 100%; height: 100%; background: red"; d.showPopover();`, { restless: true }),
  run("shows a popover in a tree of its own", `const h = document.body.appendChild(document.createElement("div")); const d = h.attachShadow({ mode: "closed" }).appendChild(document.createElement("div")); d.popover = "manual"; d.style = "inset: 0; width: 100%; height: 100%; background: red"; d.showPopover();`, { restless: true }),
  run("shows a popover and keeps it to itself", `const d = document.body.appendChild(document.createElement("div")); d.popover = "manual"; d.style = "inset: 0; width: 100%; height: 100%; background: red"; d.showPopover();`, {
    restless: true, body: script(`for (const type of ["toggle", "beforetoggle"]) addEventListener(type, (event) => event.stopImmediatePropagation(), true);`),
  }),
  { name: "swallows every key, press and turn of the wheel", then: "article", during: () => {}, head: script(`for (const type of "keydown keyup keypress mousedown mouseup click pointerdown pointerup wheel touchstart".split(" "))
    addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, { capture: true, passive: false });`) },
  run("shows a dialog whenever it is not on top", `const d = document.body.appendChild(document.createElement("dialog")); d.style = "inset: 0; width: 100%; height: 100%; max-width: none; max-height: none"; setInterval(() => { if (document.querySelector("html > copydesk-reader")) { if (d.open) d.close(); d.showModal(); } }, 60);`, { then: "gone", restless: true }),
];
