// The article's flow: what is shown, and what is collapsed in its place.

/** @import { Plan } from "../engine" */
import { make, put, disclosure } from "./dom.js";
import { stretches } from "./plan.js";
import { say, label, language, opinion, precisely, why } from "./strings.js";
import { draw as drawBlocks } from "./blocks.js";

/** What some blocks look like, as a line; a press says why, of each where they are unlike. */
export function looks(...flags) {
  const title = flags.map(({ reasons }) => precisely(reasons)).join(" ").trim();
  const [first, ...more] = flags;
  const reason = make("span", { class: "flag-reason", dir: "auto", hidden: true, title }, more[0] ? flags.map(opinion).join(" ") : why(first.reasons));
  const ask = disclosure({ class: "flag-why" }, () => {
    reason.hidden = !reason.hidden;
    ask.ariaExpanded = String(!reason.hidden);
  }, say("why"));
  return make("p", null, make("span", { class: "flag-label", dir: "auto" }, say("looksLike", labels(flags))), title && [" ", ask, " ", reason]);
}

/** What they are, each kind once: 'teasers for other stories and a pointer to another story'. */
const labels = (flags) => new Intl.ListFormat(language()).format(new Set(flags.map((each) => label(each.label))));

/** Collapsed neighbours: a line that says what they look like and why, and brings them back. */
class Flag {
  #body = make("div", { class: "flag-body", hidden: true });
  #toggle;
  /** The `<section>`, the plan's sections that it shows, and all nodes of these. */
  root;
  sections;
  nodes;

  /**
   * `onOpen(flag)` is called when a click opens it.
   * @param {Plan} plan
   */
  constructor(sections, plan, drawn, number, onOpen) {
    this.sections = sections;
    this.nodes = sections.flatMap(({ nodes }) => nodes);
    const flags = sections.map(({ flag }) => flag);
    const line = looks(...flags);
    this.#body.id = `flag-${number}`;
    line.id = `flag-${number}-what`;
    drawBlocks(this.#body, plan.items, this.nodes, drawn);
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
      { class: "flag", role: "group", "data-label": flags[0].label, "aria-label": labels(flags) },
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
  for (const sections of stretches(plan)) {
    if (!sections[0].flag) {
      drawBlocks(article, plan.items, sections[0].nodes, drawn);
      continue;
    }
    const flag = new Flag(sections, plan, drawn, flags.length, onOpen);
    flags.push(flag);
    put(article, [flag.root]);
  }
  return flags;
}
