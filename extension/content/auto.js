// On a site that its reader lets open by itself: tells the background that a page has come, unless
// the reader is open already.
if (!globalThis[Symbol.for("copydesk.open")]) chrome.runtime.sendMessage({ type: "auto" }).catch(() => {});
