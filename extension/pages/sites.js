// The sites that something is kept for: what, and the way to take it away.
import { forgetSite, loadSites, setCorrection } from "../store.js";
import { make, button } from "../view/dom.js";
import { say, label } from "../view/strings.js";
import { allow, isAllowed, withdraw } from "./permission.js";
import { isPrivate } from "./private.js";
import { trying } from "./trying.js";

function openSwitch(host, isOn, tell) {
  const input = make("input", { type: "checkbox", role: "switch", checked: isOn });
  input.disabled = isPrivate && !isOn;
  input.addEventListener("change", async (event) => {
    if (!event.isTrusted) return;
    const wanted = input.checked;
    const change = wanted ? () => allow(host) : () => withdraw(host).then(() => true);
    const done = await trying(tell, change)();
    if (done !== true) input.checked = !wanted;
    if (done === false) tell(say("permissionRefused"));
  });
  return make("label", { class: "control switch" }, input, make("span", null, say("opensByItself")));
}

function correction(host, { like, belongs, label: name }, tell) {
  const words = say(belongs ? "siteKeeps" : "siteDrops", name ? label(name) : say("siteBlock"));
  const forget = trying(tell, () => setCorrection(host, { like, belongs: null }));
  const remove = button({ class: "link", "aria-label": `${say("remove")}: ${words}` }, forget, say("remove"));
  return make("li", null, make("span", { dir: "auto" }, words), " ", remove);
}

async function row([host, site], tell) {
  const isOpen = site.autoOpen && (await isAllowed(host));
  const forget = trying(tell, async () => {
    await withdraw(host);
    await forgetSite(host);
    tell(say("siteForgotten", host));
  });
  return make(
    "li",
    { class: "site", "data-name": host },
    make("h3", null, make("bdi", null, host)),
    openSwitch(host, isOpen, tell),
    site.corrections.length > 0 && make("ul", { class: "corrections" }, site.corrections.map((each) => correction(host, each, tell))),
    button({ class: "secondary", "aria-label": say("forgetSite", host) }, forget, say("forget")),
  );
}

/** Draws the list into `list`; `tell(text)` says what happened. */
export async function draw(list, tell) {
  const rows = await Promise.all(Object.entries(await loadSites()).map((entry) => row(entry, tell)));
  list.replaceChildren(...(rows.length > 0 ? rows : [make("li", { class: "note" }, say("noSites"))]));
}
