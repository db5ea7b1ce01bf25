// What is said where there is no article: what happened, and what can be done now.
import { make, button } from "./dom.js";
import { say } from "./strings.js";
import css from "./message.css";

/** The codes that have words of their own; all others mean that the engine failed. */
const CODES = new Set(["no-article", "no-text", "page-too-large"]);

/** Shows the message of a code, with what the button to go on needs: the plan, if there is one. */
export function show(reader, code, plan) {
  const key = `message_${(CODES.has(code) ? code : "engine-failed").replaceAll("-", "_")}`;
  const all = code === "no-text" ? null : button({ class: "message-all" }, () => reader.use("showAll", plan), say("showAll"));
  const [what, now] = [say(key), say(`${key}_hint`)];
  const root = make(
    "section",
    { class: "message" },
    make("h1", { class: "message-text" }, what),
    make("p", { class: "message-hint" }, now),
    all,
  );
  reader.show("message", root);
  reader.shell.style(css);
  reader.shell.say(`${what} ${now}`);
  all?.focus();
}
