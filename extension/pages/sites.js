// The sites that something is kept for: what, and the way to take it away.
import { forgetSite, loadSites, setCorrection } from "../store.js";
import { make, button } from "../view/dom.js";
import { say, label } from "../view/strings.js";
import { allow, isAllowed, withdraw } from "./permission.js";
import { isPrivate } from "./private.js";

function openSwitch(host, isOn, tell) {
  const input = make("input", { type: "checkbox", role: "switch", checked: isOn });
  input.disabled = isPrivate && !isOn;
  input.addEventListener("change", async (event) => {
    if (!event.isTrusted) return;
    if (!input.checked) return withdraw(host);
    const refusal = await allow(host).then((done) => (done ? null : "permissionRefused"), ({ code = "storeFull" }) => code);
    input.checked = refusal === null;
    return refusal && tell(say(refusal));
  });
  return make("label", { class: "control switch" }, input, make("span", null, say("opensByItself")));
}

function correction(host, { like, belongs, label: name }) {
  const words = say(belongs ? "siteKeeps" : "siteDrops", name ? label(name) : say("siteBlock"));
  const forget = () => setCorrection(host, { like, belongs: null });
  const remove = button({ class: "link", "aria-label": `${say("remove")}: ${words}` }, forget, say("remove"));
  return make("li", null, make("span", { dir: "auto" }, words), " ", remove);
}

async function row([host, site], tell) {
  const isOpen = site.autoOpen && (await isAllowed(host));
  const forget = async () => {
    await withdraw(host);
    await forgetSite(host);
    tell(say("siteForgotten", host));
  };
  return make(
    "li",
    { class: "site", "data-name": host },
    make("h3", null, make("bdi", null, host)),
    openSwitch(host, isOpen, tell),
    site.corrections.length > 0 && make("ul", { class: "corrections" }, site.corrections.map((each) => correction(host, each))),
    button({ class: "secondary", "aria-label": say("forgetSite", host) }, forget, say("forget")),
  );
}

/** Draws the list into `list`; `tell(text)` says what happened. */
export async function draw(list, tell) {
  const rows = await Promise.all(Object.entries(await loadSites()).map((entry) => row(entry, tell)));
  list.replaceChildren(...(rows.length > 0 ? rows : [make("li", { class: "note" }, say("noSites"))]));
}
