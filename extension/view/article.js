// An article on the screen: head, summary, body; and the way to a place in it.
import { make, put, button, language, dotted } from "./dom.js";
import { draw as drawFacts } from "./facts.js";
import { draw as drawHead } from "./head.js";
import { rangeOf } from "./inline.js";
import { light } from "./light.js";
import { itemsOf, leftOutOf } from "./plan.js";
import { draw as drawSections } from "./sections.js";
import { say, count } from "./strings.js";

/** How long (ms) a place that was jumped to stays lit. */
const LIT = 1600;

/** The article of a plan, drawn once. */
export class Article {
  /** The `<article>` element. */
  root;
  /** Elements of the items that are on the screen, by the item's index. */
  drawn = new Map();
  /** What is collapsed in its place. */
  flags;
  /** The line below the head that says what was done. */
  summary = make("p", { class: "summary" });
  #names = null;
  #flagOf = new Map();
  #darken = () => {};

  /**
   * Draws the plan; names are marked later. `pictures` says whether the lead picture may be loaded,
   * `use(tool, ...values)` runs a tool.
   */
  constructor(plan, { pictures, use }) {
    this.root = make("article", { dir: plan.meta.dir, lang: language(plan.meta.lang) });
    const head = drawHead(plan, this.drawn, { pictures });
    const { above, below } = drawFacts(plan);
    put(this.root, [put(head, [above]), this.summary, this.#outline(plan)]);
    this.flags = drawSections(this.root, plan, this.drawn, (flag) => use("judge", flag));
    for (const flag of this.flags) for (const item of itemsOf(flag.section)) this.#flagOf.set(item, flag);
    const done = [["leftOut", leftOutOf(plan)], ["lookInserted", this.flags.length]];
    const words = done.filter(([, number]) => number > 0).map(([key, number]) => count(key, number)).join(", ");
    const opener = () =>
      words && button({ class: "leftout-show", dir: "auto", "data-tool": "leftOut", "aria-expanded": "false" }, () => use("leftOut"), words);
    if (words) dotted(this.summary, opener());
    this.root.addEventListener("click", (event) => event.isTrusted && onClick(event, plan, use));
    if (words || below) put(this.root, [make("footer", null, below, opener())]);
  }

  /** Says in the summary how many names there are, with a switch for their marks. */
  setNames(total, onSwitch) {
    if (total === 0) return;
    const attributes = { class: "name-count", dir: "auto", "aria-pressed": "true", title: say("namesHint") };
    this.#names = button(attributes, () => onSwitch(this.#names.ariaPressed === "false"), count("namesMarked", total));
    dotted(this.summary, this.#names);
  }

  /** Whether the names are marked. */
  set marked(marked) {
    this.#names?.setAttribute("aria-pressed", String(marked));
  }

  /** The summary in words. */
  get words() {
    return [...this.summary.children].map((part) => part.textContent).join(", ");
  }

  /** Opens the collapsed section that an item is in, if it is in one. */
  reveal(item) {
    this.#flagOf.get(item)?.open(true);
  }

  /** Shows a place, or all of an item, and lights it for a moment. */
  jump({ item, start = 0, end = Infinity }) {
    const element = this.drawn.get(item);
    if (!element) return;
    this.reveal(item);
    element.scrollIntoView({ block: "center" });
    const range = rangeOf(element, start, end);
    if (!range) return;
    this.#darken();
    this.#darken = light(this.root.closest(".frame"), range, "lit");
    setTimeout(this.#darken, LIT);
  }

  /** The way to the sub-headings, where there are enough of them. */
  #outline({ outline, items }) {
    if (outline.length === 0) return null;
    const entry = (item) => make("li", null, button({ dir: "auto" }, () => this.jump({ item }), items[item].text));
    const list = make("ol", { id: "outline", hidden: true }, outline.map(entry));
    const opener = button({ class: "outline-show", "aria-expanded": "false", "aria-controls": "outline" }, () => {
      list.hidden = !list.hidden;
      opener.setAttribute("aria-expanded", String(!list.hidden));
    }, say("outline"));
    return make("nav", { class: "outline", "aria-label": say("outline") }, opener, list);
  }
}

/** A click on a picture enlarges it; one on a link within the page is followed here. */
function onClick(event, { url }, use) {
  const picture = event.target.closest(".zoom");
  if (picture) use("enlarge", picture);
  const { hash, href } = event.target.closest("a") ?? {};
  if (!hash || href.slice(0, -hash.length) !== url.split("#")[0]) return;
  event.preventDefault();
  use("follow", decoded(hash.slice(1)));
}

/** The id that a link names; one with a stray percent sign is meant as it stands. */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
