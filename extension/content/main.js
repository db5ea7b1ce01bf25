// A click: opens the reader on this page, or closes it. Built into one script with what it imports.
import { Reader } from "../view/reader.js";
import { capture } from "./capture.js";

/** Where the open reader is kept between clicks: a name that no element of the page can take. */
const OPEN = Symbol.for("copydesk.open");

if (globalThis[OPEN]) globalThis[OPEN].close();
else open();

function open() {
  const reader = new Reader({
    onClose() {
      globalThis[OPEN] = null;
      // After an update of the extension there is nobody left to tell.
      if (chrome.runtime?.id) chrome.runtime.sendMessage({ type: "closed" }).catch(() => {});
    },
    pageText: () => document.body?.innerText ?? "",
  });
  globalThis[OPEN] = reader;
  ask().then((answer) => {
    if (!reader.isOpen) return;
    if (answer.ok) reader.showPlan(answer.plan, { clicked: answer.clicked, engine: answer.ms.engine });
    else reader.showMessage(answer.code);
  }).catch(() => reader.isOpen && reader.showMessage("engine-failed"));
}

/** Captures the page and asks the background for its plan. */
async function ask() {
  const { wire, code } = capture(document);
  if (code) return { ok: false, code };
  const ints = new Uint8Array(wire.ints.buffer).toBase64();
  try {
    return (await chrome.runtime.sendMessage({ type: "analyze", wire: { ...wire, ints } })) ?? { ok: false };
  } catch {
    return { ok: false };
  }
}
