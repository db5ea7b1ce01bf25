// The article's flow: what is shown, and what is collapsed in its place.
import { make, put, button } from "./dom.js";
import { say, label, reason } from "./strings.js";
import { draw as drawBlocks } from "./blocks.js";

/** The first reasons in words. */
export const why = (reasons) => (reasons ?? []).slice(0, 2).map(reason).join(" ");

/** Shows or hides a part that a button stands for. */
function setOpen(opener, body, open) {
  body.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  opener.textContent = say(open ? "hide" : "show");
}

/** One collapsed section: a line that says what it looks like and why, and brings it back. */
function flag(section, plan, drawn, number) {
  const id = `flag-${number}`;
  const body = make("div", { class: "flag-body", id, hidden: true });
  drawBlocks(body, plan.items, section.items, drawn);
  const what = label(section.flag.label);
  const toggle = button(
    { class: "flag-show", "aria-expanded": "false", "aria-controls": id, "aria-describedby": `${id}-what` },
    () => setOpen(toggle, body, body.hidden),
    say("show"),
  );
  const line = make(
    "div",
    { class: "flag-line" },
    make(
      "p",
      { id: `${id}-what` },
      make("span", { class: "flag-label", dir: "auto" }, say("looksLike", what)),
      " ",
      make("span", { class: "flag-reason", dir: "auto" }, why(section.flag.reasons)),
    ),
    toggle,
  );
  const root = make("section", { class: "flag", "data-label": section.flag.label, "aria-label": what }, line, body);
  return { root, reveal: () => setOpen(toggle, body, true) };
}

/** The article's body. Gives the sections that can be revealed by the items in them. */
export function draw(article, plan, drawn) {
  const reveals = new Map();
  const flags = [];
  for (const section of plan.flow) {
    if (!section.flag) {
      drawBlocks(article, plan.items, section.items, drawn);
      continue;
    }
    const { root, reveal } = flag(section, plan, drawn, flags.length);
    flags.push(root);
    for (const index of section.items) reveals.set(index, reveal);
    put(article, [root]);
  }
  return { flags, reveals };
}
