// What is said where there is no article: what happened, and what can be done now.
import { make, button } from "./dom.js";
import { say } from "./strings.js";

/** The codes that have words of their own; all others mean that the engine failed. */
const CODES = new Set(["no-article", "no-text", "page-too-large"]);

/** The message of a code: its element, its words, and the button to go on with, if there is one. */
export function draw(code, onShowAll) {
  const key = `message_${(CODES.has(code) ? code : "engine-failed").replaceAll("-", "_")}`;
  const all = code === "no-text" ? null : button({ class: "message-all" }, onShowAll, say("showAll"));
  const [what, now] = [say(key), say(`${key}_hint`)];
  const root = make(
    "section",
    { class: "message" },
    make("h1", { class: "message-text" }, what),
    make("p", { class: "message-hint" }, now),
    all,
  );
  return { root, words: `${what} ${now}`, all };
}
