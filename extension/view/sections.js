// The article's flow: what is shown, what is collapsed in its place, what was left out.
import { make, put, button } from "./dom.js";
import { say, count, label, reason } from "./strings.js";
import { draw as drawBlocks } from "./blocks.js";

const why = (reasons) => (reasons ?? []).slice(0, 2).map(reason).join(" ");

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

/** What was left out, in page order; the items are drawn when the list is opened. */
export function leftOut(plan) {
  const rows = make("ol", { class: "leftout-list" });
  const fill = () => {
    let before = "";
    for (const index of plan.leftOut) {
      const item = plan.items[index];
      const because = why(item.reasons);
      const same = before === item.label + because;
      before = item.label + because;
      const text = item.text || say("picture", item.media?.alt ?? "");
      rows.appendChild(
        make(
          "li",
          { class: same ? "same" : null, "data-item": index, "data-group": item.group, "data-label": item.label },
          make("p", { class: "leftout-why" }, make("span", { class: "leftout-label", dir: "auto" }, label(item.label)), " ", make("span", { class: "reason", dir: "auto" }, because)),
          make("p", { class: "leftout-text", dir: "auto" }, text),
        ),
      );
    }
  };
  const heading = make("h2", { tabindex: -1, id: "leftout-title" }, say("leftOutTitle"));
  const root = make(
    "section",
    { class: "leftout", hidden: true, "aria-labelledby": "leftout-title" },
    heading,
    make("p", { class: "leftout-note", dir: "auto" }, say("leftOutNote")),
    rows,
  );
  const buttons = [];
  const set = (open) => {
    if (open && !rows.firstChild) fill();
    root.hidden = !open;
    for (const each of buttons) each.setAttribute("aria-expanded", String(open));
  };
  /** A button that opens the list and goes there, or closes it. */
  const opener = () => {
    const each = button({ class: "leftout-show", dir: "auto", "aria-expanded": "false" }, () => {
      set(root.hidden);
      if (!root.hidden) heading.focus();
    }, count("leftOut", plan.leftOut.length));
    buttons.push(each);
    return each;
  };
  return { root, opener };
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
