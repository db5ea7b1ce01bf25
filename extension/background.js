// The background: wakes on a click, loads the engine at once, puts the reader into the page and
// answers what it asks.

import { update as updateAuto } from "./background/auto.js";
import { compare, reportOf } from "./background/comparer.js";
import { analyze, exportAs, ready } from "./background/engine.js";
import { inject, injectLater, isReadable, isSample } from "./background/inject.js";
import { correct, set, tellReaders, windowClosed, wishes } from "./background/keep.js";
import { readRequest } from "./background/request.js";
import * as shelf from "./background/shelf.js";
import * as tabs from "./background/tabs.js";
import { clear, refuse, report, warn } from "./background/badge.js";
import { canLookUp, lookup } from "./background/wikipedia.js";
import { hostOf, isCorrection } from "./settings.js";
import { loadSettings, loadSite, migrate, onChange } from "./store.js";

/** Readers whose request is under way: their numbers, and whether their page has been left meanwhile. */
const busy = new Map();

// Pages of the extension and the background read what is kept; scripts in pages are told what they need.
chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => {});

migrate();

async function toggle(tab) {
  if (!isReadable(tab.url)) return refuse(tab.id);
  return open(tab, { quiet: false });
}

/** Puts the reader into a tab, or closes it there. A quiet one says nothing where there is no article. */
async function open({ id, url }, { quiet }) {
  // A failure is reported when the page asks for its plan.
  ready().catch(() => {});
  tabs.clicked(id, quiet);
  const sign = tabs.expectSign(id);
  try {
    await inject({ id, url });
  } catch {
    await tabs.gaveUp(id);
    if (!quiet) await refuse(id);
    return;
  }
  if ((await sign()) || quiet) return;
  await tabs.gaveUp(id);
  await warn(id, "actionFailed");
}

/** How a page is to be read: what is kept for its site, and what was said of this page alone, which counts over it. */
async function optionsFor(sender, corrections) {
  const options = await wishes(sender);
  const own = (Array.isArray(corrections) ? corrections : []).filter(isCorrection);
  return { ...options, corrections: [...options.corrections, ...own] };
}

/**
 * What the script in a page may ask; each gets the message and who sent it.
 * @type {import("./messages").Answers}
 */
const answers = {
  async analyze(message, sender) {
    const { opening } = message;
    const { id } = sender.tab;
    if (busy.has(opening)) return NOT_ASKED;
    busy.set(opening, { isLeft: false });
    try {
      const { plan, coming, ms } = await analyze(readRequest(message), await optionsFor(sender, message.corrections), message.named === true);
      const tab = await tabs.find(id);
      if (busy.get(opening).isLeft) await warn(id, "actionFailed");
      else if (tab?.opening === opening && (!tab.quiet || plan.status === "article")) await report(id, plan);
      return { ok: true, plan, coming, ms: { engine: ms }, clicked: tab?.clicked, alike: await shelf.isAlike(sender, plan) };
    } catch (error) {
      return { ok: false, code: error.code ?? "engine-failed", message: String(error.message ?? error) };
    } finally {
      busy.delete(opening);
    }
  },

  async export({ wire, format, corrections }, sender) {
    return exportAs(format, readRequest({ wire }), await optionsFor(sender, corrections));
  },

  script({ name }, { tab, url }) {
    return injectLater({ id: tab.id, url }, name);
  },

  /** The button on our own page with a story to try the reader on. */
  async sample(message, { tab, url }) {
    if (!isSample(url)) return NOT_ASKED;
    return open({ id: tab.id, url }, { quiet: false });
  },

  /** The reports that are kept to be compared, without their text. */
  async shelf(message, sender) {
    return { ...(await shelf.list(sender)), isPrivate: sender.tab.incognito };
  },

  async keep({ wire, corrections }, sender) {
    return shelf.keep(sender, await reportOf(readRequest({ wire }), await optionsFor(sender, corrections)));
  },

  async emptyShelf() {
    await shelf.empty();
    return true;
  },

  /** The page's report beside those kept ones. */
  async compare({ wire, corrections, ids }, sender) {
    const { text } = await reportOf(readRequest({ wire }), await optionsFor(sender, corrections));
    return compare([text, ...(await shelf.texts(ids))]);
  },

  /** A reader opens, and asks what is set and whether it is to be quiet. */
  async settings({ opening }, sender) {
    const { id, incognito } = sender.tab;
    if (!(await tabs.opened(id, opening))) return NOT_ASKED;
    const [settings, wikipedia, tab] = await Promise.all([loadSettings(incognito), canLookUp(sender), tabs.find(id)]);
    return { settings: { ...settings, wikipedia }, quiet: tab?.quiet === true };
  },

  set,
  correct,
  lookup,

  /** Opens the page of all settings, at the question about this site if that is meant. */
  options({ site }, { tab, url }) {
    // No site may open by itself for what is done in a private window.
    const host = site && !tab.incognito && hostOf(url);
    if (!host) return chrome.runtime.openOptionsPage();
    return chrome.tabs.create({ url: chrome.runtime.getURL(`pages/options.html#${encodeURIComponent(host)}`) });
  },

  /** A page of a site that opens by itself has come. */
  async auto(message, { tab, url }) {
    const { autoOpen } = await loadSite(hostOf(url));
    if (autoOpen) await open(tab, { quiet: true });
  },

  /** The page of a reader has gone, and with it whatever it was to show. */
  left({ opening }) {
    if (busy.has(opening)) busy.set(opening, { isLeft: true });
  },

  /** A reader was closed, or one that was asked for could not open; `how`, see `onClose` in view/reader.js. */
  async closed({ opening, how }, { tab: { id } }) {
    const quiet = (await tabs.find(id))?.quiet === true;
    const wasOpen = await tabs.closed(id, opening, how === "click" || how === "refused");
    if (how === "refused") return quiet ? undefined : refuse(id);
    if (!wasOpen) return undefined;
    if (how === "taken") return warn(id, "actionTaken");
    return how === "failed" && !quiet ? warn(id, "actionFailed") : clear(id);
  },
};

/** What may be asked by a page that no reader is open in; everything else is for the open one. */
const FREE = new Set(["auto", "sample", "settings", "closed"]);
const NOT_ASKED = Object.freeze({ ok: false, code: "not-asked" });

async function answerTo(message, sender) {
  const isAllowed = FREE.has(message.type) || (await tabs.isOpen(sender.tab.id, message.opening));
  return isAllowed ? answers[message.type](message, sender) : NOT_ASKED;
}

chrome.action.onClicked.addListener(toggle);

// Firefox for Android has no context menus.
chrome.contextMenus?.onClicked.addListener((info, tab) => {
  if (tab) toggle(tab);
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  chrome.contextMenus?.create({
    id: "read",
    title: chrome.i18n.getMessage("actionOpen"),
    contexts: ["page"],
  });
  updateAuto();
  if (reason === "install") chrome.tabs.create({ url: chrome.runtime.getURL("pages/welcome.html") });
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const isOurs = sender.id === chrome.runtime.id && sender.frameId === 0 && sender.tab !== undefined;
  if (!isOurs || !Object.hasOwn(answers, message?.type)) return false;
  // Nothing in the answer means that there is none, and the page asks again.
  answerTo(message, sender).then((answer = true) => respond(answer), () => respond(null));
  return true;
});

onChange({ settings: tellReaders, sites: updateAuto });
chrome.windows?.onRemoved.addListener(windowClosed);
chrome.permissions.onRemoved.addListener(updateAuto);

chrome.tabs.onRemoved.addListener(tabs.forget);
