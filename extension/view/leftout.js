// The list of what is not shown, in page order: what was left out, and what looks inserted.
import { make, button } from "./dom.js";
import { entries, isOn, show, toggle as toggleOrder } from "./order.js";
import { toggle as togglePanel } from "./panel.js";
import { say, label, precisely, why } from "./strings.js";
import css from "./leftout.css";

/** Labels of what the head of the story says. */
const HEAD = new Set(["byline", "headline", "standfirst"]);

/** What is said of an entry without a reason. */
const said = (what) => (HEAD.has(what) ? say("shownAbove") : "");

/** Opens the panel with the list, or closes it. */
export function toggle(reader) {
  reader.shell.style(css);
  togglePanel(reader, "leftOut", () => {
    const list = entries(reader).map((entry) => row(reader, entry));
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
      parts: [
        make("p", { class: "leftout-note", dir: "auto" }, say("leftOutNote")),
        all,
        make("ol", { class: "leftout-list" }, list),
      ],
      focus: all,
    };
  });
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
      make("span", { class: "leftout-label", dir: "auto" }, label(entry.label)),
      " ",
      make("span", { class: "reason", dir: "auto", title: precisely(entry.reasons) }, why(entry.reasons) || said(entry.label)),
    ),
    entry.items.map(text),
    button({ class: "leftout-place" }, () => {
      const root = show(reader, entry);
      root.scrollIntoView({ block: "center" });
      root.querySelector("button")?.focus({ preventScroll: true });
    }, say("showInPlace")),
  );
}
