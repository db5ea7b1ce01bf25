// All text of the page in page order, with nothing left out: where there is no article.

/** @import { Plan } from "../engine" */
import { draw as drawBlocks } from "./blocks.js";
import { make, language } from "./dom.js";
import { itemsOf } from "./plan.js";
import { say } from "./strings.js";

/** The nodes of all that the page has, in page order. */
function inOrder({ head, flow, leftOut }) {
  const above = [head.title, ...(head.standfirst ?? []), ...(head.byline ?? [])].filter((item) => item !== undefined);
  const nodes = [...above, ...[...flow, ...leftOut].flatMap((section) => section.nodes)];
  const first = (node) => itemsOf({ nodes: [node] })[0];
  return nodes.sort((a, b) => first(a) - first(b));
}

/**
 * Shows it in place of the message: from the plan, or line by line as the browser gives the text.
 * @param {Plan} plan
 */
export function drawAll(reader, plan) {
  const article = make("article", { class: "all", dir: plan?.meta.dir ?? "auto", lang: language(plan?.meta.lang) });
  if (plan?.meta.title) article.append(make("h1", { class: "title", dir: "auto" }, plan.meta.title));
  if (plan) {
    drawBlocks(article, plan.items, inOrder(plan), new Map());
  } else {
    const lines = reader.page.text().split("\n").filter((line) => line.trim());
    article.append(...lines.map((line) => make("p", { dir: "auto" }, line)));
  }
  reader.show("article", article);
  reader.shell.say(say("shownAll"));
  reader.shell.scroller.focus({ preventScroll: true });
}
