// What is kept, as a file; and the ways to be rid of it.
import { SCHEMA, WIKIPEDIA, exported, imported } from "../settings.js";
import { changeSite, loadSettings, loadSites, saveSettings } from "../store.js";
import { make, button } from "../view/dom.js";
import { say, count } from "../view/strings.js";
import { isAllowed } from "./permission.js";

const FILE = "copydesk-settings.json";

/** Largest file that is read, in bytes. */
const LIMIT = 4 << 20;

async function save() {
  const address = URL.createObjectURL(new Blob([exported(await loadSettings(), await loadSites())], { type: "application/json" }));
  make("a", { href: address, download: FILE }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Takes over a file. The permission for a site cannot come out of a file: it has to be given again. */
async function load(file) {
  if (file.size > LIMIT) throw Object.assign(new Error(), { code: "importOther" });
  const { settings, sites } = imported(await file.text());
  const wikipedia = settings.wikipedia && (await chrome.permissions.contains({ origins: WIKIPEDIA }));
  await saveSettings({ ...settings, wikipedia });
  for (const [host, site] of Object.entries(sites)) {
    const autoOpen = site.autoOpen && (await isAllowed(host));
    await changeSite(host, () => ({ ...site, autoOpen }));
  }
  return Object.keys(sites).length;
}

async function everythingGone(forgetAll) {
  const { origins } = await chrome.permissions.getAll();
  if (origins?.length > 0) await chrome.permissions.remove({ origins });
  await forgetAll();
}

/** A button that asks again before it does anything. */
function twice(key, really, onClick) {
  const first = button({ class: "secondary danger" }, () => {
    const yes = button({ class: "primary danger" }, async () => {
      await onClick();
      back();
    }, say(really));
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
  const picker = make("input", { type: "file", class: "unseen", tabindex: -1, "aria-hidden": "true" });
  picker.accept = ".json,application/json";
  picker.addEventListener("change", async () => {
    const [file] = picker.files;
    picker.value = "";
    if (!file) return;
    try {
      const sites = await load(file);
      await redraw();
      tell(count("importDone", sites));
    } catch (error) {
      tell(say(error.code ?? "importOther", error.value ?? ""));
    }
  });
  const reset = async () => {
    await saveSettings(Object.fromEntries(Object.entries(SCHEMA).map(([name, { initial }]) => [name, initial])));
    await redraw();
    tell(say("resetDone"));
  };
  const forget = async () => {
    await everythingGone(forgetAll);
    await redraw();
    tell(say("forgetDone"));
  };
  actions.replaceChildren(
    button({ class: "secondary" }, save, say("exportSettings")),
    button({ class: "secondary" }, () => picker.click(), say("importSettings")),
    picker,
    twice("resetSettings", "resetReally", reset),
    twice("forgetAll", "forgetReally", forget),
  );
}
