// Puts the reader's scripts into a tab, on a click only.

/** What a click needs, and what is needed only later: each put together from content/ and view/. */
const CLICK = "content/main.js";
const LATER = { tools: "content/tools.js", more: "content/more.js", compare: "content/compare.js" };

/** Right after a click Chromium at times refuses although the tab was granted; it passes soon. */
const TRIES = 12;
const PAUSE_MS = 25;

/** Whether scripts may run at such an address at all. */
export function isReadable(url) {
  return /^(https?|file):/.test(url ?? "");
}

/** Runs the script of a click in the tab's top frame. Rejects on a page that is closed to extensions. */
export async function inject(tabId) {
  for (let tries = 1; ; tries++) {
    try {
      await run(tabId, CLICK);
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }
}

/** Adds a later script to a tab in which the reader is open: the grant of its click still holds. */
export async function injectLater(tabId, name) {
  if (!Object.hasOwn(LATER, name)) return false;
  await run(tabId, LATER[name]);
  return true;
}

/** At once: what is there of a page that is still loading can be read. */
const run = (tabId, file) => chrome.scripting.executeScript({ target: { tabId }, files: [file], injectImmediately: true });
