// The shortcut: which one it is, and the way to the browser's own page for changing it.
import { button } from "../view/dom.js";
import { say } from "../view/strings.js";

/** Where Chromium changes shortcuts; Firefox has a call for it. */
const CHROMIUM = "chrome://extensions/shortcuts";

async function change() {
  if (chrome.commands.openShortcutSettings) await chrome.commands.openShortcutSettings();
  else await chrome.tabs.create({ url: CHROMIUM });
}

/** Says the shortcut in `line` and puts the button into `actions`. */
export async function draw(line, actions, tell) {
  // Firefox for Android has no shortcuts.
  const [{ shortcut } = {}] = (await chrome.commands?.getAll()) ?? [];
  line.textContent = shortcut ? say("keysNow", shortcut) : say("keysNone");
  if (chrome.commands) actions.replaceChildren(button({ class: "secondary" }, () => change().catch(() => tell(say("keysByHand"))), say("keysChange")));
}
