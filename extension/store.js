// Where settings and sites are kept: chrome.storage.local, on this computer only. Hosts, never paths;
// no text of any page. What is set in private windows is held in memory (chrome.storage.session) until
// the last of them is closed.
//
// Every setting, every site that opens by itself and every correction has a key of its own, and is
// written without being read first: contexts that write at the same time never undo each other, and a
// page that is closed at once has handed its change to the browser already.

import { SCHEMA, isValid, siteFrom, settingsFrom } from "./settings.js";

const SETTING = "setting:";
const OPENS = "opens:";
const CORRECTION = "correction:";

/** Where the reports that are to be compared stand in the session's memory. */
export const REPORTS = "reports";

/** Most corrections that are kept for one site; the oldest go first. */
const CORRECTIONS = 200;

const { local, session } = chrome.storage;

/** No private window ever writes here. */
const areaFor = (isPrivate) => (isPrivate ? session : local);

/** What an earlier version kept has been put into keys of its own. */
let moved = Promise.resolve();

/** Why something could not be kept; its code names the words for it. */
export class StoreError extends Error {
  code = "storeFull";
}

async function kept(writing) {
  try {
    return await writing;
  } catch (error) {
    throw new StoreError("the browser's store took nothing more", { cause: error });
  }
}

const under = (prefix, all) => Object.entries(all).flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : []));
const prefixed = (prefix, values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
const correctionKey = (host, like) => `${CORRECTION}${host}/${like}`;

/** All settings; those that hold in private windows if `isPrivate` is true. */
export async function loadSettings(isPrivate = false) {
  await moved;
  const areas = isPrivate ? [local, session] : [local];
  const keys = Object.keys(prefixed(SETTING, SCHEMA));
  const layers = await Promise.all(areas.map(async (area) => under(SETTING, await area.get(keys))));
  return settingsFrom(Object.fromEntries(layers.flat()));
}

/** Changes some settings; they must be valid. Rejects with a `StoreError` if they could not be kept. */
export const saveSettings = (changes, isPrivate = false) => kept(areaFor(isPrivate).set(prefixed(SETTING, changes)));

/** Lets a host open by itself, or not. */
export const setOpens = (host, opens) => (opens ? kept(local.set({ [OPENS + host]: true })) : local.remove(OPENS + host));

/**
 * Keeps a correction for a host, in the place of one of the same key; `belongs: null` takes it away.
 * @param {string} host @param {{ like: string, belongs: boolean | null, label?: string }} correction
 */
export async function setCorrection(host, { like, belongs, label }) {
  if (belongs === null) return local.remove(correctionKey(host, like));
  await kept(local.set({ [correctionKey(host, like)]: { belongs, label, at: Date.now() } }));
  const { corrections } = sites(await local.get()).get(host);
  return local.remove(corrections.slice(0, -CORRECTIONS).map((each) => correctionKey(host, each.like)));
}

/** Every host that something is kept for, with it; corrections from the oldest on. */
function sites(all) {
  const found = new Map();
  const at = (host) => found.get(host) ?? found.set(host, { autoOpen: false, corrections: [] }).get(host);
  for (const [host, opens] of under(OPENS, all)) at(host).autoOpen = opens === true;
  for (const [key, value] of under(CORRECTION, all)) {
    const end = key.indexOf("/");
    at(key.slice(0, end)).corrections.push({ ...value, like: key.slice(end + 1) });
  }
  for (const { corrections } of found.values()) corrections.sort((a, b) => a.at - b.at || (a.like < b.like ? -1 : 1));
  return found;
}

/** What is kept for a host; for null, what is kept for no site. */
export async function loadSite(host) {
  await moved;
  return siteFrom(host === null ? null : sites(await local.get()).get(host));
}

/** Every host that something is kept for, with it, by name. */
export async function loadSites() {
  await moved;
  const all = [...sites(await local.get())].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(all.map(([host, site]) => [host, siteFrom(site)]));
}

/** The keys and values of a site's entry. */
function entries(host, { autoOpen, corrections }) {
  const values = corrections.slice(-CORRECTIONS).map(({ like, ...value }, i) => [correctionKey(host, like), { ...value, at: i }]);
  return Object.fromEntries(autoOpen ? [[OPENS + host, true], ...values] : values);
}

/** Keeps settings and sites together, or nothing of them; what was kept for those sites before is gone. */
export async function saveAll(settings, all) {
  const values = Object.assign(prefixed(SETTING, settings), ...Object.entries(all).map(([host, site]) => entries(host, site)));
  await kept(local.set(values));
  for (const host of Object.keys(all)) await forgetSite(host, values);
}

/** Forgets what is kept for a host, but for the keys of `spared`. */
export async function forgetSite(host, spared = {}) {
  const isOf = (key) => key === OPENS + host || key.startsWith(correctionKey(host, ""));
  await local.remove(Object.keys(await local.get()).filter((key) => isOf(key) && !Object.hasOwn(spared, key)));
}

/** Forgets what was set in private windows. */
export const forgetPrivate = () => session.remove(Object.keys(prefixed(SETTING, SCHEMA)));

/** Forgets everything that was ever kept, the reports of this session too. */
export const forgetAll = () => Promise.all([local.clear(), forgetPrivate(), session.remove(REPORTS)]);

/** Calls back when a setting changes, with whether it was in a private window; and when a site does. */
export function onChange({ settings, sites: changed }) {
  chrome.storage.onChanged.addListener((changes, name) => {
    const keys = Object.keys(changes);
    if (keys.some((key) => key.startsWith(SETTING))) settings?.(name === "session");
    if (name === "local" && keys.some((key) => key.startsWith(OPENS) || key.startsWith(CORRECTION))) changed?.();
  });
}

/**
 * Puts what an earlier version kept (one object of all settings, one of each site) into keys of their
 * own; what has a key already is newer. The background calls it whenever it wakes.
 */
export function migrate() {
  moved = move().catch(() => {});
  return moved;
}

async function move() {
  const all = await local.get();
  const old = under("site:", all);
  const gone = ["settings", ...old.map(([host]) => `site:${host}`)].filter((key) => Object.hasOwn(all, key));
  if (gone.length === 0) return;
  const settings = Object.entries(all.settings ?? {}).filter(([name, value]) => isValid(name, value));
  const values = Object.assign(prefixed(SETTING, Object.fromEntries(settings)), ...old.map(([host, site]) => entries(host, siteFrom(site))));
  await local.set(Object.fromEntries(Object.entries(values).filter(([key]) => !Object.hasOwn(all, key))));
  await local.remove(gone);
}
