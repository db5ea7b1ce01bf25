// Sites that open in the reader by themselves: the browser runs one line of script on their pages,
// and on no others.

import { originsOf } from "../settings.js";
import { loadSites } from "../store.js";

/** @type {{ js: string[], runAt: chrome.extensionTypes.RunAt, persistAcrossSessions: boolean }} */
const SCRIPT = { js: ["content/auto.js"], runAt: "document_idle", persistAcrossSessions: true };

/** Makes the browser's list of such sites the list that is kept and allowed. */
async function follow() {
  const wanted = Object.entries(await loadSites()).filter(([, site]) => site.autoOpen);
  const allowed = await Promise.all(wanted.map(([host]) => chrome.permissions.contains({ origins: originsOf(host) })));
  const hosts = wanted.map(([host]) => host).filter((_, i) => allowed[i]);
  const there = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const gone = there.filter((id) => !hosts.includes(id));
  const added = hosts.filter((host) => !there.includes(host));
  if (gone.length > 0) await chrome.scripting.unregisterContentScripts({ ids: gone });
  if (added.length > 0) {
    await chrome.scripting.registerContentScripts(added.map((host) => ({ id: host, matches: originsOf(host), ...SCRIPT })));
  }
}

let last = Promise.resolve();

/** Brings the browser's list up to date; one run after the other. */
export function update() {
  last = last.then(follow, follow);
  return last;
}
