// Puts the reader's scripts into a tab, on a click only.

/** One script, put together from content/ and view/. */
const FILES = ["content/main.js"];

/** Right after a click Chromium at times refuses although the tab was granted; it passes soon. */
const TRIES = 12;
const PAUSE_MS = 25;

/** Whether scripts may run at such an address at all. */
export function isReadable(url) {
  return /^(https?|file):/.test(url ?? "");
}

/** Runs the scripts in the tab's top frame. Rejects on a page that is closed to extensions. */
export async function inject(tabId) {
  for (let tries = 1; ; tries++) {
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: FILES });
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }
}
