// The background: wakes on a click, loads the engine at once, puts the reader into the page and
// answers what it asks.

import { analyze, exportAs, ready } from "./background/engine.js";
import { inject, injectTools, isReadable } from "./background/inject.js";
import { readRequest } from "./background/request.js";
import { clear, refuse, report } from "./background/badge.js";
import { correct, set } from "./background/keep.js";
import { hostOf, isCorrection } from "./settings.js";
import { loadSettings, loadSite, onChange } from "./store.js";

/** Tabs that the reader was put into: the time of the click, and whether a request is under way. */
const tabs = new Map();

// Pages of the extension and the background read what is kept; scripts in pages are told what they need.
chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => {});

async function toggle(tab) {
  const clicked = Date.now();
  // A failure is reported when the page asks for its plan.
  ready().catch(() => {});
  if (!isReadable(tab.url)) return refuse(tab.id);
  tabs.set(tab.id, { clicked, busy: false });
  try {
    await inject(tab.id);
  } catch {
    tabs.delete(tab.id);
    await refuse(tab.id);
  }
}

/** How this reader wants a page of this site to be read. */
async function wishes(address) {
  const [{ keenness }, { corrections }] = await Promise.all([loadSettings(), loadSite(hostOf(address))]);
  return { keenness, corrections: corrections.map(({ like, belongs }) => ({ like, belongs })) };
}

/** What the script in a page may ask; each gets the message and who sent it. */
const answers = {
  async analyze(message, { tab: { id }, url }) {
    const tab = tabs.get(id);
    if (!tab || tab.busy) return { ok: false, code: "not-asked" };
    tab.busy = true;
    try {
      const { plan, ms } = await analyze(readRequest(message), await wishes(url));
      await report(id, plan);
      return { ok: true, plan, ms: { engine: ms }, clicked: tab.clicked };
    } catch (error) {
      return { ok: false, code: error.code ?? "engine-failed", message: String(error.message ?? error) };
    } finally {
      tab.busy = false;
    }
  },

  async export({ wire, format, corrections }, { url }) {
    const options = await wishes(url);
    // What was said of this page alone counts over what is kept for its site.
    const own = (Array.isArray(corrections) ? corrections : []).filter(isCorrection);
    return exportAs(format, readRequest({ wire }), { ...options, corrections: [...options.corrections, ...own] });
  },

  tools: (message, { tab }) => injectTools(tab.id),

  settings: () => loadSettings(),

  set,
  correct,

  options: () => chrome.runtime.openOptionsPage(),

  closed(message, { tab: { id } }) {
    tabs.delete(id);
    return clear(id);
  },
};

chrome.action.onClicked.addListener(toggle);

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (tab) toggle(tab);
});

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({
    id: "read",
    title: chrome.i18n.getMessage("actionOpen"),
    contexts: ["page"],
  });
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const isOurs = sender.id === chrome.runtime.id && sender.frameId === 0 && sender.tab !== undefined;
  if (!isOurs || !Object.hasOwn(answers, message?.type)) return false;
  Promise.resolve(answers[message.type](message, sender)).then(respond, () => respond(null));
  return true;
});

// An open reader follows what is set elsewhere. Tabs without one do not listen.
onChange({
  async settings(settings) {
    for (const { id } of await chrome.tabs.query({})) {
      chrome.tabs.sendMessage(id, { type: "settings", settings }).catch(() => {});
    }
  },
});

chrome.tabs.onRemoved.addListener((tabId) => tabs.delete(tabId));
