// Everything in page order: what was left out is drawn in its place, marked as such, and taken out again.
import { draw as drawBlocks } from "./blocks.js";
import { make, put, button } from "./dom.js";
import { judge, offer } from "./judge.js";
import { itemsOf } from "./plan.js";
import { looks } from "./sections.js";
import { say } from "./strings.js";
import css from "./order.css";

/** For each article what was put into it, by the first item in it. */
const placed = new WeakMap();

/** What is not shown, in page order: what was left out, and what is collapsed. */
export function entries({ plan, article }) {
  const entry = (section, flag = null) => ({ ...section.flag, section, items: itemsOf(section), flag });
  const all = [...plan.leftOut.map((section) => entry(section)), ...article.flags.flatMap((flag) => flag.sections.map((section) => entry(section, flag)))];
  return all.sort((a, b) => a.items[0] - b.items[0]);
}

/** Shows an entry in its place and gives its element. */
export function show(reader, { section, items, label, reasons, flag }) {
  if (flag) {
    flag.open(true);
    judge(reader, flag);
    return flag.root;
  }
  const all = placed.get(reader.article) ?? new Map();
  placed.set(reader.article, all);
  const there = all.get(items[0]);
  if (there) return there;
  reader.shell.style(css);
  const body = make("div", { class: "out-body" });
  const root = make("section", { class: "out", "data-label": label }, make("div", { class: "flag-line" }, looks({ label, reasons })), body);
  const { article, plan } = reader;
  const stands = (index) => article.drawn.has(index) && standing(article, index)?.closest(".out") === null;
  const next = plan.items.findIndex((_, index) => index > items.at(-1) && stands(index));
  drawBlocks(body, plan.items, section.nodes, article.drawn);
  article.root.insertBefore(root, top(article, next));
  offer(reader, root, { items, belongs: true });
  all.set(items[0], root);
  return root;
}

/** The element of an item that is in the article: a picture that does not come leaves another in its place. */
function standing({ root, drawn }, index) {
  const own = drawn.get(index);
  return root.contains(own ?? null) ? own : root.querySelector(`[data-item="${index}"]`);
}

/** The part of the article that an item stands in; the end of the text if there is no such item. */
function top(article, index) {
  let element = standing(article, index) ?? article.root.lastElementChild;
  while (element.parentElement !== article.root) element = element.parentElement;
  return element;
}

/** Whether everything is shown. */
export const isOn = (reader) => reader.shell.dialog.hasAttribute("data-order");

/** Shows everything in page order, or only the story again. */
export function toggle(reader) {
  if (isOn(reader)) end(reader);
  else begin(reader);
}

function begin(reader) {
  const { article, shell } = reader;
  for (const entry of entries(reader)) show(reader, entry);
  for (const element of [...article.root.children]) doubt(reader, element);
  const back = button({ class: "verdict-act" }, () => end(reader), say("orderEnd"));
  article.summary.after(make("p", { class: "verdict order-note" }, make("span", { dir: "auto" }, say("orderNote")), back));
  shell.dialog.setAttribute("data-order", "");
  const stay = reader.atRenewal(() => {
    stay();
    shell.dialog.removeAttribute("data-order");
  });
  shell.say(say("orderNote"));
}

function end(reader) {
  const { article, shell } = reader;
  shell.dialog.removeAttribute("data-order");
  article.root.querySelector(".order-note").remove();
  for (const flag of article.flags) if (!flag.root.dataset.verdict) flag.open(false);
  for (const [first, root] of placed.get(article) ?? []) {
    if (root.dataset.verdict) continue;
    for (const element of root.querySelectorAll("[data-item]")) article.drawn.delete(Number(element.dataset.item));
    root.remove();
    placed.get(article).delete(first);
  }
  for (const root of article.root.querySelectorAll(".doubt:not([data-verdict])")) root.replaceWith(root.firstElementChild);
  shell.say(say("orderEnded"));
}

/** Lets the reader say of a shown part of the story that it does not belong. */
function doubt(reader, element) {
  if (element.matches("header, footer, nav, section, .doubt")) return;
  const own = element.matches("[data-item]") ? [element] : [...element.querySelectorAll("[data-item]")];
  if (own.length === 0) return;
  const root = make("div", { class: "doubt" });
  element.replaceWith(root);
  put(root, [element]);
  offer(reader, root, { items: own.map((each) => Number(each.dataset.item)), belongs: false });
}
