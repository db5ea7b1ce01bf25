// What the reader in a page may have kept: settings, and corrections for the page's site. Nothing
// that is done in a private window is kept.

import { corrected, hostOf, isCorrection, isValid } from "../settings.js";
import { changeSite, saveSettings } from "../store.js";

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
