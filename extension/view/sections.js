// The article's flow: what is shown, and what is collapsed in its place.

/** @import { Plan } from "../engine" */
import { make, put, disclosure } from "./dom.js";
import { say, label, precisely, why } from "./strings.js";
import { draw as drawBlocks } from "./blocks.js";

/** What a block looks like, as a line; a press says why. */
export function looks(what, reasons) {
  const reason = make("span", { class: "flag-reason", dir: "auto", hidden: true, title: precisely(reasons) }, why(reasons));
  const ask = disclosure({ class: "flag-why" }, () => {
    reason.hidden = !reason.hidden;
    ask.ariaExpanded = String(!reason.hidden);
  }, say("why"));
  const known = (reasons ?? []).length > 0;
  return make("p", null, make("span", { class: "flag-label", dir: "auto" }, say("looksLike", label(what))), known && [" ", ask, " ", reason]);
}

/** A collapsed section: a line that says what it looks like and why, and brings it back. */
class Flag {
  #body = make("div", { class: "flag-body", hidden: true });
  #toggle;
  /** The `<section>`, and the plan's section that it shows. */
  root;
  section;

  /**
   * `onOpen(flag)` is called when a click opens it.
   * @param {Plan} plan
   */
  constructor(section, plan, drawn, number, onOpen) {
    this.section = section;
    const { label: what, reasons } = section.flag;
    const line = looks(what, reasons);
    this.#body.id = `flag-${number}`;
    line.id = `flag-${number}-what`;
    drawBlocks(this.#body, plan.items, section.nodes, drawn);
    this.#toggle = disclosure(
      { class: "flag-show", "aria-controls": this.#body.id, "aria-describedby": line.id },
      () => {
        this.open(this.#body.hidden);
        if (!this.#body.hidden) onOpen(this);
      },
      say("show"),
    );
    this.root = make(
      "section",
      { class: "flag", role: "group", "data-label": what, "aria-label": label(what) },
      make("div", { class: "flag-line" }, line, this.#toggle),
      this.#body,
    );
  }

  /** Shows what is in it, or hides it. */
  open(isOpen) {
    this.#body.hidden = !isOpen;
    this.#toggle.ariaExpanded = String(isOpen);
    this.#toggle.textContent = say(isOpen ? "hide" : "show");
  }
}

/**
 * The article's body. Gives what is collapsed in it.
 * @param {Plan} plan
 */
export function draw(article, plan, drawn, onOpen) {
  const flags = [];
  for (const section of plan.flow) {
    if (!section.flag) {
      drawBlocks(article, plan.items, section.nodes, drawn);
      continue;
    }
    const flag = new Flag(section, plan, drawn, flags.length, onOpen);
    flags.push(flag);
    put(article, [flag.root]);
  }
  return flags;
}
