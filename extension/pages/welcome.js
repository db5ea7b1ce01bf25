// The page that opens when the extension was installed: what it does, how to start, what it does not do.
import { loadSettings } from "../store.js";
import { button } from "../view/dom.js";
import { apply } from "../view/look.js";
import { say } from "../view/strings.js";
import { draw as drawKeys } from "./keys.js";
import { isPrivate } from "./private.js";
import { fill } from "./words.js";

const place = (id) => document.getElementById(id);

fill();
apply(document.body, { theme: (await loadSettings(isPrivate)).theme });
const isFirefox = chrome.runtime.getURL("").startsWith("moz-extension:");
place("pin").textContent = say(isFirefox ? "pinFirefox" : "pinChromium");
drawKeys(place("keys"), place("keys-actions"), (text) => (place("status").textContent = text));
place("more").replaceChildren(button({ class: "secondary" }, () => chrome.runtime.openOptionsPage(), say("allSettings")));
