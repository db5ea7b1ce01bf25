// What is said where there is no article: what happened, and what can be done now.
import { make, button } from "./dom.js";
import { say } from "./strings.js";
import css from "./message.css";

/** The codes that have words of their own; all others mean that the engine failed. */
const CODES = new Set(["no-article", "no-text", "page-too-large", "pdf", "too-short"]);

/** After these there is no text to go on with. */
const WITHOUT_TEXT = new Set(["no-text", "pdf"]);

/** A page of fewer blocks and less text (UTF-16 units) than this is too short for any article or list. */
const BLOCKS = 8;
const TEXT = 500;

const isShort = (plan) =>
  plan?.items.length < BLOCKS && plan.items.reduce((sum, { text }) => sum + (text?.length ?? 0), 0) < TEXT;

/** Shows the message of a code, with what the button to go on needs: the plan, if there is one. */
export function show(reader, stated, plan) {
  const code = stated === "no-article" && isShort(plan) ? "too-short" : stated;
  const key = `message_${(CODES.has(code) ? code : "engine-failed").replaceAll("-", "_")}`;
  const all = WITHOUT_TEXT.has(code) ? null : button({ class: "message-all" }, () => reader.use("showAll", plan), say("showAll"));
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
