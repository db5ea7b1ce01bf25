// What is kept, as a file; and the ways to be rid of it.
import { SCHEMA, WIKIPEDIA, exported, imported } from "../settings.js";
import { loadSettings, loadSites, saveAll, saveSettings } from "../store.js";
import { make, button } from "../view/dom.js";
import { say, count } from "../view/strings.js";
import { isAllowed } from "./permission.js";
import { isPrivate } from "./private.js";
import { trying } from "./trying.js";

const FILE = "copydesk-settings.json";

/** Largest file that is read, in bytes. */
const LIMIT = 4 << 20;

async function save() {
  const address = URL.createObjectURL(new Blob([exported(await loadSettings(), await loadSites())], { type: "application/json" }));
  make("a", { href: address, download: FILE }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Takes over a file. The permission for a site cannot come out of a file: it has to be given again. */
async function takeOver(file) {
  if (file.size > LIMIT) throw Object.assign(new Error(), { code: "importOther" });
  const { settings, sites } = imported(await file.text());
  const wikipedia = settings.wikipedia && (await chrome.permissions.contains({ origins: WIKIPEDIA }));
  const hosts = Object.entries(sites);
  const allowed = await Promise.all(hosts.map(async ([host, site]) => site.autoOpen && (await isAllowed(host))));
  await saveAll({ ...settings, wikipedia }, Object.fromEntries(hosts.map(([host, site], i) => [host, { ...site, autoOpen: allowed[i] }])));
  return hosts.length;
}

async function everythingGone(forgetAll) {
  const { origins } = await chrome.permissions.getAll();
  if (origins?.length > 0) await chrome.permissions.remove({ origins });
  await forgetAll();
}

/** A button that asks again before it does anything. */
function twice(key, really, onClick) {
  const first = button({ class: "secondary danger" }, () => {
    const yes = button({ class: "primary danger" }, () => onClick().finally(back), say(really));
    const no = button({ class: "secondary" }, () => back(), say("notNow"));
    const asked = make("span", { class: "twice" }, yes, no);
    const back = () => {
      asked.replaceWith(first);
      first.focus();
    };
    first.replaceWith(asked);
    no.focus();
  }, say(key));
  return first;
}

/** Puts the buttons into `actions`. `redraw()` shows the settings anew, `tell(text)` says what happened. */
export function draw(actions, { tell, redraw, forgetAll }) {
  const attempt = (act) => trying(tell, act);
  const picker = make("input", { type: "file", class: "unseen", tabindex: -1, "aria-hidden": "true" });
  picker.accept = ".json,application/json";
  picker.addEventListener("change", async () => {
    const [file] = picker.files;
    picker.value = "";
    if (!file) return;
    await attempt(async () => {
      const sites = await takeOver(file);
      await redraw();
      tell(count("importDone", sites));
    })();
  });
  const reset = attempt(async () => {
    await saveSettings(Object.fromEntries(Object.entries(SCHEMA).map(([name, { initial }]) => [name, initial])), isPrivate);
    await redraw();
    tell(say("resetDone"));
  });
  const forget = attempt(async () => {
    await everythingGone(forgetAll);
    await redraw();
    tell(say("forgetDone"));
  });
  const load = isPrivate ? [] : [button({ class: "secondary" }, () => picker.click(), say("importSettings")), picker];
  actions.replaceChildren(
    button({ class: "secondary" }, attempt(save), say("exportSettings")),
    ...load,
    twice("resetSettings", "resetReally", reset),
    twice("forgetAll", "forgetReally", forget),
  );
}
