// What the reader in a page may have kept, and what was kept for a page: settings, and corrections for
// its site. Nothing that is done in a private window is kept.

import { corrected, hostOf, isCorrection, isValid } from "../settings.js";
import { changeSite, loadSettings, loadSite, saveSettings } from "../store.js";

/** Keeps those of the settings that are valid. */
export async function set({ changes }, { tab }) {
  const valid = Object.entries(changes ?? {}).filter(([name, value]) => isValid(name, value));
  if (valid.length > 0 && !tab.incognito) await saveSettings(Object.fromEntries(valid));
}

/**
 * Keeps for the page's site whether such blocks belong; `belongs: null` forgets what was kept. Answers
 * whether it is `kept`.
 */
export async function correct({ like, belongs, label }, { tab, url }) {
  const host = hostOf(url);
  const isKnown = isCorrection({ like, belongs: belongs ?? true, label });
  const kept = host !== null && isKnown && !tab.incognito;
  if (kept) await changeSite(host, (site) => corrected(site, { like, belongs, label }));
  return { kept };
}

/** How the engine is to read a page: what was kept for its site. */
export async function wishes(address) {
  const [{ keenness }, { corrections }] = await Promise.all([loadSettings(), loadSite(hostOf(address))]);
  return { keenness, corrections: corrections.map(({ like, belongs }) => ({ like, belongs })) };
}
