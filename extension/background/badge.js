// The toolbar button: how many blocks look inserted, or why nothing happens on this page.

/** @import { Plan } from "../engine" */
import { foldsOf } from "../view/plan.js";
import { count, say } from "../view/strings.js";

/** @param {number} tabId @param {{ text: string, color?: string, title: string }} what */
async function show(tabId, { text, color, title }) {
  // The tab may have gone in the meantime; then there is no button to change.
  await Promise.allSettled([
    chrome.action.setBadgeText({ tabId, text }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: color ?? "#5b564d" }),
    chrome.action.setTitle({ tabId, title }),
  ]);
}

/**
 * The reader is open: the number of lines that stand for what is collapsed.
 * @param {Plan} plan
 */
export function report(tabId, plan) {
  const flags = foldsOf(plan);
  const title = flags === 0 ? say("actionClean") : count("actionFlags", flags);
  return show(tabId, { text: flags ? String(flags) : "", title });
}

/** The reader did not open, or is gone though nobody closed it: the button says so. `key` names the words. */
export function warn(tabId, key) {
  return show(tabId, { text: "!", color: "#9a3412", title: say(key) });
}

/** The reader was closed. */
export function clear(tabId) {
  return show(tabId, { text: "", title: say("actionOpen") });
}

/**
 * No script may run on this page, so the button has to say so: in a small window of its own, now and
 * when it is pressed again. Browsers differ in when that window may be opened; the badge and the
 * button's title say it too.
 */
export async function refuse(tabId) {
  const opening = chrome.action.setPopup({ tabId, popup: "pages/refused.html" });
  const shown = chrome.action.openPopup?.();
  await warn(tabId, "actionRefused");
  // The tab may have gone, and not every window can show a small one.
  await Promise.allSettled([opening, shown]);
}
