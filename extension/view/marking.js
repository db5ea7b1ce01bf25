// Which names are marked in the text, and what the lines under them mean.
import { control } from "./controls.js";
import { make } from "./dom.js";
import { toggle as togglePanel } from "./panel.js";
import { KINDS } from "./plan.js";
import { say } from "./strings.js";
import { why } from "./who.js";
import controls from "./controls.css";
import css from "./marking.css";

/** Opens the panel, or closes it. */
export function toggle(reader) {
  reader.shell.style(controls);
  reader.shell.style(css);
  togglePanel(reader, "marks", () => {
    const { plan, shell } = reader;
    const title = say("marksTitle");
    if (plan.marks.length === 0) return { title, parts: [make("p", { class: "marking-note", dir: "auto" }, why(reader))], focus: shell.scroller, waits: reader.naming };
    const choice = control("names", reader.settings.names, (names) => reader.set({ names }));
    const line = (kind) => make("li", null, make("span", { class: "legend-line", "data-kind": kind }, say(`kind_${kind}`)));
    return {
      title,
      parts: [
        make("div", { class: "marking" }, choice),
        make("p", { class: "marking-note", dir: "auto" }, say("marksMain")),
        make("h3", { class: "marking-head" }, say("marksLegend")),
        make("ul", { class: "marking-legend" }, KINDS.map(line)),
        make("p", { class: "marking-note", dir: "auto" }, say("namesHint")),
      ],
      focus: choice.querySelector("input:checked"),
    };
  });
}
