// Puts the reader's scripts into a tab, on a click only.

/** What a click needs, and what is needed only later: each put together from content/ and view/. */
const CLICK = "content/main.js";
const LATER = { tools: "content/tools.js", more: "content/more.js", compare: "content/compare.js" };

/** Right after a click Chromium at times refuses although the tab was granted; it passes soon. */
const TRIES = 12;
const PAUSE_MS = 25;

/** Whether it is our own page with a story to try the reader on. */
export const isSample = (url) => url === chrome.runtime.getURL("pages/sample.html");

/** Whether scripts may run at such an address at all. */
export function isReadable(url) {
  return /^(https?|file):/.test(url ?? "") || isSample(url);
}

/** Runs the script of a click in the tab's top frame. Rejects on a page that is closed to extensions. */
export async function inject(tab) {
  for (let tries = 1; ; tries++) {
    try {
      await run(tab, CLICK);
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }
}

/** Adds a later script to a tab in which the reader is open: the grant of its click still holds. */
export async function injectLater(tab, name) {
  if (!Object.hasOwn(LATER, name)) return false;
  await run(tab, LATER[name]);
  return true;
}

/** At once: what is there of a page that is still loading can be read. Into our own page no script can be put: it runs it itself. */
const run = ({ id: tabId, url }, file) =>
  isSample(url)
    ? chrome.tabs.sendMessage(tabId, { run: file })
    : chrome.scripting.executeScript({ target: { tabId }, files: [file], injectImmediately: true });
