// The tabs that were clicked on, and the reader that is open in each. Kept in the session as well: the
// browser stops the background when it has been idle, and the reader stays. Numbers only.

/** How long (ms) a sign of life from a page may take once its script has run. */
const SIGN = 2_000;

const KEY = "tabs";
const area = chrome.storage.session;

/**
 * By the tab's id: `clicked`, the time of the last click; `quiet`, whether it is to say nothing without an
 * article; `pending`, clicks that the page has not answered; `opening`, the number of the open reader, 0 for none.
 */
let known = null;

/** Those that wait for a sign of life, by the tab's id. */
const waiting = new Map();

/** Every tab that is known; the first call reads what an earlier background kept. */
async function all() {
  known ??= area.get(KEY).then((kept) => new Map(Object.entries(kept[KEY] ?? {})), () => new Map());
  return known;
}

const keep = (tabs) => area.set({ [KEY]: Object.fromEntries(tabs) }).catch(() => {});

/** What is known of a tab, or undefined. */
export async function find(id) {
  return (await all()).get(String(id));
}

/** A tab was clicked on: whatever comes from its page next was asked for. */
export async function clicked(id, quiet) {
  const tabs = await all();
  const before = tabs.get(String(id));
  tabs.set(String(id), { clicked: Date.now(), quiet, pending: (before?.pending ?? 0) + 1, opening: before?.opening ?? 0 });
  keep(tabs);
}

/**
 * A reader opens under a number. False if nobody clicked for it, or if it is older than one that is there.
 */
export async function opened(id, opening) {
  const tabs = await all();
  const tab = tabs.get(String(id));
  if (!tab || !Number.isFinite(opening)) return false;
  if (tab.opening === opening) return true;
  if (tab.pending === 0 || opening < tab.opening) return false;
  Object.assign(tab, { opening, pending: tab.pending - 1 });
  answer(id);
  keep(tabs);
  return true;
}

/** Whether the reader of that number is the open one of its tab. */
export async function isOpen(id, opening) {
  const tab = await find(id);
  return tab !== undefined && opening > 0 && tab.opening === opening;
}

/** A reader has closed, by a click if `byClick`. True if it was the open one of its tab. */
export async function closed(id, opening, byClick) {
  const tabs = await all();
  const tab = tabs.get(String(id));
  if (!tab) return false;
  if (byClick && tab.pending > 0) tab.pending -= 1;
  const wasOpen = tab.opening === opening;
  if (wasOpen) tab.opening = 0;
  answer(id);
  keep(tabs);
  return wasOpen;
}

/** The page of a tab cannot answer a click. */
export async function gaveUp(id) {
  const tabs = await all();
  const tab = tabs.get(String(id));
  if (tab?.pending > 0) tab.pending -= 1;
  answer(id, false);
  keep(tabs);
}

/** Forgets a tab. */
export async function forget(id) {
  const tabs = await all();
  answer(id);
  if (tabs.delete(String(id))) keep(tabs);
}

/**
 * Gives a function that waits for the answer of a tab's page to a click that is made now: false if there is
 * none within a while.
 */
export function expectSign(id) {
  let resolve;
  const heard = new Promise((done) => (resolve = done));
  waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
  return () => {
    setTimeout(() => resolve(false), SIGN);
    return heard;
  };
}

function answer(id, heard = true) {
  for (const resolve of waiting.get(id) ?? []) resolve(heard);
  waiting.delete(id);
}
