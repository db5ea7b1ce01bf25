// What is not shown, in groups, each in page order: what was left out, and what looks inserted.
import { make, put, button, disclosure } from "./dom.js";
import { entries, isOn, show, toggle as toggleOrder } from "./order.js";
import { toggle as togglePanel } from "./panel.js";
import { bodyOf } from "./plan.js";
import { say, label, precisely, why } from "./strings.js";
import css from "./leftout.css";

/** Labels of what the head of the story says. */
const HEAD = new Set(["byline", "headline", "standfirst"]);

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is said of an entry without a reason: that it is shown above, where that is so, or else where it stands. */
function said({ plan, article }, { label: what, items }) {
  const body = bodyOf(plan);
  const above = new Set(wordsOf(article.root.querySelector("header").textContent));
  const isAbove = ({ text }) => {
    const own = wordsOf(text);
    const names = what === "byline" && plan.meta.authors.some((name) => text.includes(name));
    return names || (own.length > 0 && own.every((word) => above.has(word)));
  };
  if (HEAD.has(what) && items.every((index) => isAbove(plan.items[index]))) return say("shownAbove");
  return say(items[0] < body[0] ? "reason_before" : items[0] > body.at(-1) ? "reason_after" : "standsApart");
}

/** Opens the panel with the list, or closes it. */
export function toggle(reader) {
  reader.shell.style(css);
  togglePanel(reader, "leftOut", () => {
    const all = button(
      { class: "leftout-all", "aria-pressed": String(isOn(reader)) },
      () => {
        toggleOrder(reader);
        all.setAttribute("aria-pressed", String(isOn(reader)));
      },
      say("orderAll"),
    );
    return {
      title: say("leftOutTitle"),
      parts: [make("p", { class: "leftout-note", dir: "auto" }, say("leftOutNote")), all, ...groups(reader)],
      focus: all,
    };
  });
}

/** What stood inside the story, open; then the rest by what it was taken for, closed, the largest first. */
function groups(reader) {
  const body = bodyOf(reader.plan);
  const isInside = ({ flag, items }) => flag !== null || (items[0] > body[0] && items[0] < body.at(-1));
  const { inside = [], around = [] } = Object.groupBy(entries(reader), (entry) => (isInside(entry) ? "inside" : "around"));
  const kinds = [...Map.groupBy(around, (entry) => entry.label)].sort(([, one], [, other]) => other.length - one.length);
  return [
    inside.length > 0 && group(reader, say("leftOutInside"), inside, true),
    ...kinds.map(([name, own]) => group(reader, label(name), own, inside.length === 0 && kinds.length === 1)),
  ];
}

/** A heading with a count that opens and closes its list; the rows are drawn when it is first opened. */
function group(reader, title, own, isOpen) {
  const list = make("ol", { class: "leftout-list", hidden: true });
  const set = (open) => {
    if (open && !list.firstChild) put(list, own.map((entry) => row(reader, entry)));
    list.hidden = !open;
    opener.ariaExpanded = String(open);
  };
  const opener = disclosure({ class: "leftout-group" }, () => set(list.hidden),
    make("span", { class: "leftout-label", dir: "auto" }, title), " ", make("span", { class: "number" }, own.length));
  set(isOpen);
  return make("section", null, make("h3", null, opener), list);
}

function row(reader, entry) {
  const { items } = reader.plan;
  const text = (index) => {
    const item = items[index];
    const attributes = { class: "leftout-text", dir: "auto", "data-item": index, "data-label": item.label };
    return make("p", attributes, item.text || say("picture", item.media?.alt ?? ""));
  };
  return make(
    "li",
    { class: entry.flag ? "leftout-flag" : null },
    make(
      "p",
      { class: "leftout-why" },
      make("span", { class: "leftout-label leftout-kind", dir: "auto" }, label(entry.label)),
      " ",
      make("span", { class: "reason", dir: "auto", title: precisely(entry.reasons) }, why(entry.reasons) || said(reader, entry)),
    ),
    entry.items.map(text),
    button({ class: "leftout-place" }, () => {
      const root = show(reader, entry);
      root.scrollIntoView({ block: "center" });
      root.querySelector("button")?.focus({ preventScroll: true });
    }, say("showInPlace")),
  );
}
