// Where settings and sites are kept: chrome.storage.local, on this computer only. Hosts, never paths;
// no text of any page.

import { isEmpty, settingsFrom, siteFrom } from "./settings.js";

const SETTINGS = "settings";
const SITE = "site:";
const area = chrome.storage.local;

/** A change reads what is there before it writes, so one waits for the other. */
let last = Promise.resolve();
function inTurn(change) {
  const done = last.then(change);
  last = done.catch(() => {});
  return done;
}

/** All settings. */
export async function loadSettings() {
  return settingsFrom((await area.get(SETTINGS))[SETTINGS]);
}

/** Changes some settings; they must be valid. */
export function saveSettings(changes) {
  return inTurn(async () => area.set({ [SETTINGS]: { ...(await loadSettings()), ...changes } }));
}

/** What is kept for a host; for null, what is kept for no site. */
export async function loadSite(host) {
  const key = SITE + host;
  return siteFrom(host && (await area.get(key))[key]);
}

/** Changes what is kept for a host: `change(site)` gives what is kept from now on. */
export function changeSite(host, change) {
  return inTurn(async () => {
    const site = change(await loadSite(host));
    if (isEmpty(site)) await area.remove(SITE + host);
    else await area.set({ [SITE + host]: site });
  });
}

/** Every host that something is kept for, with it, by name. */
export async function loadSites() {
  const all = Object.entries(await area.get()).filter(([key]) => key.startsWith(SITE));
  const sites = all.map(([key, stored]) => [key.slice(SITE.length), siteFrom(stored)]);
  return Object.fromEntries(sites.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Forgets everything that was ever kept. */
export const forgetAll = () => area.clear();

/** Calls back with the names of the hosts that changed, and with all settings if one of them did. */
export function onChange({ settings, sites }) {
  chrome.storage.onChanged.addListener((changes, name) => {
    if (name !== "local") return;
    const hosts = Object.keys(changes).filter((key) => key.startsWith(SITE));
    if (changes[SETTINGS]) settings?.(settingsFrom(changes[SETTINGS].newValue));
    if (hosts.length > 0) sites?.(hosts.map((key) => key.slice(SITE.length)));
  });
}
