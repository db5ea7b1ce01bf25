// The background: wakes on a click, loads the engine at once, puts the reader into the page and
// answers its one question.

import { analyze, ready } from "./background/engine.js";
import { inject, injectTools, isReadable } from "./background/inject.js";
import { readRequest } from "./background/request.js";
import { clear, refuse, report } from "./background/badge.js";

/** Tabs that the reader was put into: the time of the click, and whether a request is under way. */
const tabs = new Map();

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

async function answer(message, tabId) {
  const tab = tabs.get(tabId);
  if (!tab || tab.busy) return { ok: false, code: "not-asked" };
  tab.busy = true;
  try {
    const { plan, ms } = await analyze(readRequest(message));
    await report(tabId, plan);
    return { ok: true, plan, ms: { engine: ms }, clicked: tab.clicked };
  } catch (error) {
    return { ok: false, code: error.code ?? "engine-failed", message: String(error.message ?? error) };
  } finally {
    tab.busy = false;
  }
}

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
  const tabId = sender.tab?.id;
  if (sender.id !== chrome.runtime.id || sender.frameId !== 0 || tabId === undefined) return false;
  if (message?.type === "closed") {
    tabs.delete(tabId);
    clear(tabId);
    return false;
  }
  if (message?.type === "tools") injectTools(tabId).then(respond, () => respond(false));
  else if (message?.type === "analyze") answer(message, tabId).then(respond);
  else return false;
  return true;
});

chrome.tabs.onRemoved.addListener((tabId) => tabs.delete(tabId));
