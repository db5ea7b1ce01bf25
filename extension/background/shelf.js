// The reports that are kept to be compared: in the session's memory, which no browser writes to a disk
// and which is gone when it closes. Nothing of a private window comes here.

import { REPORTS } from "../store.js";

/** Most reports that are kept: the oldest goes. */
const MOST = 10;

/** Most reports that are compared at once, the open one among them. */
const TOGETHER = 5;

const area = chrome.storage.session;

/** One change after the other: each reads what the one before it wrote. */
let changing = Promise.resolve();

async function all() {
  const kept = (await area.get(REPORTS).catch(() => ({})))[REPORTS];
  return Array.isArray(kept) ? kept : [];
}

function change(how) {
  const done = changing.then(async () => area.set({ [REPORTS]: how(await all()) }));
  changing = done.catch(() => {});
  return done;
}

/** What a reader is told of a kept report: no text. */
const card = ({ id, title, outlet }) => ({ id, title, outlet });

/** One report a page. */
const idOf = (url) => url.split("#")[0];

/** The kept reports, the latest first, without that of the page itself; whether that is kept too. */
export async function list({ url }) {
  const kept = await all();
  const id = idOf(url);
  const others = kept.filter((each) => each.id !== id).map(card);
  return { others: others.reverse(), isKept: others.length < kept.length };
}

/** Keeps a report of a page; `{ kept }`, with the code of what was in the way where it is false. */
export async function keep({ url, tab }, { title, outlet, text }) {
  if (tab.incognito) return { kept: false, code: "notStored" };
  const names = namesOf(JSON.parse(text));
  const report = { id: idOf(url), title, outlet, names, text };
  try {
    await change((kept) => [...kept.filter(({ id }) => id !== report.id), report].slice(-MOST));
    return { kept: true };
  } catch {
    return { kept: false, code: "storeFull" };
  }
}

/** Forgets all of them. */
export const empty = () => change(() => []);

/** The texts of those kept reports that are to be compared with the page's own, in the order asked for. */
export async function texts(ids) {
  const kept = new Map((await all()).map((each) => [each.id, each]));
  return (Array.isArray(ids) ? ids : []).map((id) => kept.get(id)?.text).filter(Boolean).slice(0, TOGETHER - 1);
}

/** Names that two stories must share to be told of each other. */
const SHARED = 2;

/** The persons and bodies of a story, as a plan or a report has them. */
const namesOf = ({ actors }) => actors.filter(({ kind }) => kind !== "LOC").map(({ name }) => name.toLowerCase());

/** Whether a kept report of another page names the same people as a plan. */
export async function isAlike({ url }, plan) {
  const here = new Set(namesOf(plan));
  const id = idOf(url);
  const kept = here.size < SHARED ? [] : await all();
  return kept.some((each) => each.id !== id && each.names.filter((name) => here.has(name)).length >= SHARED);
}
