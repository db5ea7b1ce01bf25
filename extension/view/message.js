// What is said where there is no article: what happened, and what can be done now.
import { make, button, language } from "./dom.js";
import { draw as drawBlocks } from "./blocks.js";
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

/** All text of the page in page order: from the plan, or line by line as the browser gives it. */
export function drawAll(plan, pageText) {
  const article = make("article", { class: "all", dir: plan?.meta.dir ?? "auto", lang: language(plan?.meta.lang) });
  if (plan?.meta.title) article.append(make("h1", { class: "title", dir: "auto" }, plan.meta.title));
  if (plan) {
    drawBlocks(article, plan.items, plan.items.keys(), new Map());
  } else {
    const lines = pageText().split("\n").filter((line) => line.trim());
    article.append(...lines.map((line) => make("p", { dir: "auto" }, line)));
  }
  return article;
}
