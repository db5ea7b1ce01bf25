// The page of all settings.
import { SCHEMA, WIKIPEDIA } from "../settings.js";
import { forgetAll, loadSettings, onChange, saveSettings } from "../store.js";
import { control } from "../view/controls.js";
import { apply } from "../view/look.js";
import { say } from "../view/strings.js";
import { draw as drawData } from "./data.js";
import { draw as drawKeys } from "./keys.js";
import { ask, request } from "./permission.js";
import { draw as drawSample } from "./preview.js";
import { isPrivate } from "./private.js";
import { draw as drawSites } from "./sites.js";
import { fault } from "./trying.js";
import { fill } from "./words.js";

const READING = ["keenness", "newTab", "wikipedia"];
const LOOK = Object.keys(SCHEMA).filter((name) => !READING.includes(name));

const place = (id) => document.getElementById(id);
const tell = (text) => (place("status").textContent = text);

/** Wikipedia is asked only where the browser's own permission for it was given. */
async function wikipedia(value, input) {
  input.disabled = true;
  const isAllowed = value && (await request(WIKIPEDIA));
  const saving = saveSettings({ wikipedia: isAllowed });
  if (!value) await chrome.permissions.remove({ origins: WIKIPEDIA });
  await saving;
  input.checked = isAllowed;
  input.disabled = false;
  tell(value && !isAllowed ? say("permissionRefused") : "");
}

/** The change is with the browser before this gives anything back: the page may be closed at once. */
function changed(name, value, input) {
  const saving = name === "wikipedia" ? wikipedia(value, input) : saveSettings({ [name]: value }, isPrivate).then(() => tell(""));
  return saving.catch((error) => tell(fault(error)));
}

function drawSettings(settings) {
  const controls = (names) => names.map((name) => control(name, settings[name], (...values) => changed(name, ...values)));
  place("look").replaceChildren(...controls(LOOK));
  place("reading").replaceChildren(...controls(READING));
  // The browser's permission for it is not one of this window alone.
  if (isPrivate) place("reading").querySelector(/** @type {"input"} */ ('[data-name="wikipedia"] input')).disabled = true;
  show(settings);
}

/** The page itself follows the theme; the sample everything. */
function show(settings) {
  apply(document.body, { theme: settings.theme });
  drawSample(place("sample"), settings);
}

/** The host that the address asks for; "" where it is none (`#%`). */
function asked() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

const redraw = async () => drawSettings(await loadSettings(isPrivate));

fill();
place("private").hidden = !isPrivate;
await redraw();
await drawSites(place("sites"), tell);
drawKeys(place("keys"), place("keys-actions"), tell);
drawData(place("data"), { tell, redraw, forgetAll });
onChange({ settings: async () => show(await loadSettings(isPrivate)), sites: () => drawSites(place("sites"), tell) });
if (!isPrivate) await ask(asked(), { section: place("ask"), actions: place("ask-actions"), tell });
