// Pages that look for a way into the reader through what a browser tells of events, places and times.

import { reach, script } from "./page.mjs";

/** A page that looks at what it is told in the middle of every event, and every so often. */
const spy = (name, code, more = {}) => ({ name, head: script(`${reach} ${code}`), use: true, ...more });
const TYPES = "click mousedown mouseup mousemove mouseover pointerdown pointermove keydown keyup focusin focusout wheel copy selectstart selectionchange contextmenu beforeinput input toggle scroll animationstart transitionend";
const events = (code) => `for (const type of ${JSON.stringify(TYPES.split(" "))}) addEventListener(type, (event) => { ${code} }, true);`;
const often = (code) => `setInterval(() => { ${code} }, 20);`;

/**
 * Firefox hands nodes of a closed tree to whoever asks for them in these ways, and nothing that an extension can
 * do in the page's document hinders it: SECURITY.md says so. The day it stops, these fail.
 */
const OPEN_IN_FIREFOX = { reached: ["firefox"] };

export const LEAKS = [
  spy("looks at the path of events", events(`for (const node of event.composedPath()) reach(node, "composedPath " + type);`)),
  spy("looks at the targets of events", events(`for (const name of ["target", "currentTarget", "relatedTarget", "srcElement", "fromElement", "toElement", "submitter", "source"]) reach(event[name], name + " " + type);`)),
  spy("looks at the original targets of events", events(`for (const name of ["originalTarget", "explicitOriginalTarget", "composedTarget"]) reach(event[name], name + " " + type);`), OPEN_IN_FIREFOX),
  spy("looks at the place in the text that an event tells of", events(`reach(event.rangeParent, "rangeParent " + type);`), OPEN_IN_FIREFOX),
  spy("looks at the ranges that an event tells of", events(`for (const range of event.getTargetRanges?.() ?? []) reach(range.startContainer, "target range");`)),
  spy("looks at the event of the window", often(`reach(window.event?.target, "window.event");`) + events(`reach(window.event?.target, "window.event");`)),
  spy("looks at the selection", often(`const s = getSelection(); for (const node of [s.anchorNode, s.focusNode, s.baseNode, s.extentNode]) reach(node, "selection");`) + events(`reach(getSelection().anchorNode, "selection in " + type);`), OPEN_IN_FIREFOX),
  spy("looks at the ranges of the selection", often(`const s = getSelection(); for (let i = 0; i < s.rangeCount; i++) { const r = s.getRangeAt(i); for (const node of [r.startContainer, r.endContainer, r.commonAncestorContainer]) reach(node, "range"); }`), OPEN_IN_FIREFOX),
  spy("asks for composed ranges", often(`try { for (const r of getSelection().getComposedRanges()) reach(r.startContainer, "composed range"); } catch {}`)),
  spy("looks at what has the focus", often(`let node = document.activeElement; reach(node, "active"); reach(node?.shadowRoot, "active root");`)),
  spy("looks at points", often(`for (const y of [50, 200, 400]) { reach(document.elementFromPoint(400, y), "elementFromPoint"); for (const node of document.elementsFromPoint(400, y)) reach(node, "elementsFromPoint"); }`)),
  spy("looks at points in the text", often(`for (const y of [50, 200, 400]) { reach(document.caretPositionFromPoint?.(400, y)?.offsetNode, "caretPosition"); reach(document.caretRangeFromPoint?.(400, y)?.startContainer, "caretRange"); }`)),
  spy("looks at animations", often(`for (const a of document.getAnimations()) reach(a.effect?.target, "getAnimations"); for (const a of document.documentElement.getAnimations({ subtree: true })) reach(a.effect?.target, "subtree");`)),
  spy("watches the times of things", `try { new PerformanceObserver((list) => { for (const e of list.getEntries()) { reach(e.element, e.entryType); reach(e.target, e.entryType); for (const s of e.sources ?? []) reach(s.node, "shift"); } }).observe({ type: "event", durationThreshold: 16, buffered: true }); } catch {}
    for (const type of ["largest-contentful-paint", "layout-shift", "first-input", "element"]) try { new PerformanceObserver((list) => { for (const e of list.getEntries()) { reach(e.element, type); reach(e.target, type); for (const s of e.sources ?? []) reach(s.node, "shift"); } }).observe({ type, buffered: true }); } catch {}`),
  spy("watches where links lead", `globalThis.navigation?.addEventListener("navigate", (event) => { reach(event.sourceElement, "sourceElement"); if (event.cancelable) event.preventDefault(); });`),
  spy("walks the document", often(`for (const node of document.all) reach(node, "all"); const w = document.createTreeWalker(document, NodeFilter.SHOW_ALL); while (w.nextNode()) reach(w.currentNode, "walker");`)),
  spy("looks for its words", `addEventListener("click", () => { if (globalThis.find?.("Lady Sunniva")) reach(getSelection().focusNode, "find"); }, true);`, { restless: true, ...OPEN_IN_FIREFOX }),
  spy("copies the host", often(`const h = document.querySelector("html > copydesk-reader"); if (h) { reach(h.cloneNode(true).shadowRoot, "clone"); if (/Solheim/.test(h.outerHTML + h.innerText + (h.getHTML?.({ serializableShadowRoots: true }) ?? ""))) globalThis.reached = "markup"; }`)),
  spy("opens the host's root", often(`const h = document.querySelector("html > copydesk-reader"); if (h) { reach(h.shadowRoot, "shadowRoot"); reach(h.openOrClosedShadowRoot, "openOrClosed"); try { reach(h.attachShadow({ mode: "closed" }), "attachShadow"); } catch {} try { reach(h.attachInternals().shadowRoot, "internals"); } catch {} }`)),
  spy("clicks and types in the reader", often(`const h = document.querySelector("html > copydesk-reader"); if (h) { h.click(); for (const key of ["Escape", "n"]) for (const type of ["keydown", "keyup"]) h.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true })); h.dispatchEvent(new Event("close")); h.dispatchEvent(new Event("cancel")); }`)),
  spy("looks at highlights", often(`for (const highlight of CSS.highlights?.values() ?? []) for (const range of highlight) reach(range.startContainer, "highlight");`)),
];
