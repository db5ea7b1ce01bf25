// Text for the clipboard.

/** Puts a text into the clipboard; rejects where nothing may be put there. */
export async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard on a page that came without encryption: the older way still works there.
    if (!copyByEvent(text)) throw new Error("no clipboard");
  }
}

function copyByEvent(text) {
  const fill = (event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
  };
  addEventListener("copy", fill, { capture: true, once: true });
  try {
    return document.execCommand("copy");
  } finally {
    removeEventListener("copy", fill, { capture: true });
  }
}
