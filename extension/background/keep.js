// What the reader in a page may have kept, and what was kept for a page: settings, and corrections for
// its site. Nothing that is done in a private window is kept: what is set there is held in memory until
// the last private window is closed.

import { hostOf, isCorrection, isValid } from "../settings.js";
import { forgetPrivate, loadSettings, loadSite, saveSettings, setCorrection } from "../store.js";

/** `{ kept }`, with the code of what was in the way where it is false. */
async function answer(writing) {
  try {
    await writing;
    return { kept: true };
  } catch (error) {
    return { kept: false, code: error.code ?? "storeFull" };
  }
}

/**
 * Keeps those of the settings that are valid.
 * @type {import("../messages").Answers["set"]}
 */
export function set({ changes }, { tab }) {
  const valid = Object.entries(changes ?? {}).filter(([name, value]) => isValid(name, value));
  return answer(saveSettings(Object.fromEntries(valid), tab.incognito));
}

/**
 * Keeps for the page's site whether such blocks belong; `belongs: null` forgets what was kept. Answers
 * whether it is `kept`.
 * @type {import("../messages").Answers["correct"]}
 */
export async function correct({ like, belongs, label }, { tab, url }) {
  const host = hostOf(url);
  const isKnown = isCorrection({ like, belongs: belongs ?? true, label });
  if (host === null || !isKnown || tab.incognito) return { kept: false, code: "notStored" };
  return answer(setCorrection(host, { like, belongs, label }));
}

/** How the engine is to read a sender's page: what was kept for its site. */
export async function wishes({ url, tab }) {
  const [{ keenness }, { corrections }] = await Promise.all([loadSettings(tab.incognito), loadSite(hostOf(url))]);
  return { keenness, corrections: corrections.map(({ like, belongs }) => ({ like, belongs })) };
}

/** An open reader follows what is set elsewhere, one in a private window what is set there too. Tabs without one do not listen. */
export async function tellReaders() {
  const [tabs, settings, own] = await Promise.all([chrome.tabs.query({}), loadSettings(), loadSettings(true)]);
  for (const { id, incognito } of tabs) {
    chrome.tabs.sendMessage(id, { type: "settings", settings: incognito ? own : settings }).catch(() => {});
  }
}

/** A window was closed: with the last private one goes what was set in them. */
export async function windowClosed() {
  const windows = await chrome.windows.getAll();
  if (!windows.some(({ incognito }) => incognito)) await forgetPrivate();
}
