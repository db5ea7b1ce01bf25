// The browser's permission for a site: asked for at the moment of use, given back when it is not used.
import { hostOf, originsOf } from "../settings.js";
import { setOpens } from "../store.js";
import { button } from "../view/dom.js";
import { say } from "../view/strings.js";
import { fault } from "./trying.js";

/** Asks the person through the browser; must be called on a click. */
export const request = (origins) => chrome.permissions.request({ origins });

/** Lets a site open in the reader by itself: true if the person allowed it. */
export async function allow(host) {
  if (!(await request(originsOf(host)))) return false;
  await setOpens(host, true);
  return true;
}

/** A site opens as any other again, and the permission for it is given back. */
export async function withdraw(host) {
  await Promise.all([setOpens(host, false), chrome.permissions.remove({ origins: originsOf(host) })]);
}

/** Whether the browser lets a site open by itself. */
export const isAllowed = (host) => chrome.permissions.contains({ origins: originsOf(host) });

/** Asks the browser for a host, and gives the words for what came of it. */
async function allowed(host) {
  try {
    return (await allow(host)) ? say("allowed", host) : say("permissionRefused");
  } catch (error) {
    return fault(error);
  }
}

/** Asks whether a host may open by itself, if it is one. */
export async function ask(host, { section, actions, tell }) {
  if (hostOf(`https:${host}`) !== host || (await isAllowed(host))) return;
  const title = section.querySelector("h2");
  title.textContent = say("askTitle", host);
  const done = (text) => {
    section.hidden = true;
    history.replaceState(null, "", location.pathname);
    tell(text);
  };
  actions.replaceChildren(
    button({ class: "primary" }, async () => done(await allowed(host)), say("allow")),
    button({ class: "secondary" }, () => done(""), say("notNow")),
  );
  section.hidden = false;
  title.focus();
}
