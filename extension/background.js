// The background: wakes on a click, loads the engine at once, puts the reader into the page and
// answers what it asks.

import { update as updateAuto } from "./background/auto.js";
import { analyze, exportAs, ready } from "./background/engine.js";
import { inject, injectTools, isReadable } from "./background/inject.js";
import { correct, set, tellReaders, windowClosed, wishes } from "./background/keep.js";
import { readRequest } from "./background/request.js";
import { clear, refuse, report } from "./background/badge.js";
import { canLookUp, lookup } from "./background/wikipedia.js";
import { hostOf, isCorrection } from "./settings.js";
import { loadSettings, loadSite, migrate, onChange } from "./store.js";

/** Tabs that the reader was put into: the time of the click, whether it is to be quiet, and whether a request is under way. */
const tabs = new Map();

// Pages of the extension and the background read what is kept; scripts in pages are told what they need.
chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => {});

migrate();

async function toggle(tab) {
  if (!isReadable(tab.url)) return refuse(tab.id);
  return open(tab, { quiet: false });
}

/** Puts the reader into a tab, or closes it there. A quiet one says nothing where there is no article. */
async function open(tab, { quiet }) {
  const clicked = Date.now();
  // A failure is reported when the page asks for its plan.
  ready().catch(() => {});
  tabs.set(tab.id, { clicked, quiet, busy: false });
  try {
    await inject(tab.id);
  } catch {
    tabs.delete(tab.id);
    if (!quiet) await refuse(tab.id);
  }
}

/** What the script in a page may ask; each gets the message and who sent it. */
const answers = {
  async analyze(message, sender) {
    const { id } = sender.tab;
    const tab = tabs.get(id);
    if (!tab || tab.busy) return { ok: false, code: "not-asked" };
    tab.busy = true;
    try {
      const { plan, ms } = await analyze(readRequest(message), await wishes(sender));
      if (!tab.quiet || plan.status === "article") await report(id, plan);
      return { ok: true, plan, ms: { engine: ms }, clicked: tab.clicked };
    } catch (error) {
      return { ok: false, code: error.code ?? "engine-failed", message: String(error.message ?? error) };
    } finally {
      tab.busy = false;
    }
  },

  async export({ wire, format, corrections }, sender) {
    const options = await wishes(sender);
    // What was said of this page alone counts over what is kept for its site.
    const own = (Array.isArray(corrections) ? corrections : []).filter(isCorrection);
    return exportAs(format, readRequest({ wire }), { ...options, corrections: [...options.corrections, ...own] });
  },

  async tools(message, { tab }) {
    await injectTools(tab.id);
    return true;
  },

  /** What is set, and whether this reader is to be quiet. */
  async settings(message, sender) {
    const [settings, wikipedia] = await Promise.all([loadSettings(sender.tab.incognito), canLookUp(sender)]);
    return { settings: { ...settings, wikipedia }, quiet: tabs.get(sender.tab.id)?.quiet === true };
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

  closed(message, { tab: { id } }) {
    tabs.delete(id);
    return clear(id);
  },
};

chrome.action.onClicked.addListener(toggle);

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (tab) toggle(tab);
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  chrome.contextMenus.create({
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
  Promise.resolve(answers[message.type](message, sender)).then(respond, () => respond(null));
  return true;
});

onChange({ settings: tellReaders, sites: updateAuto });
chrome.windows?.onRemoved.addListener(windowClosed);
chrome.permissions.onRemoved.addListener(updateAuto);

chrome.tabs.onRemoved.addListener((tabId) => tabs.delete(tabId));
