// An article on the screen: head, summary, body; and the way to a place in it.

/** @import { Plan } from "../engine" */
import { make, put, disclosure, language, dotted } from "./dom.js";
import { draw as drawFacts } from "./facts.js";
import { draw as drawHead, lead } from "./head.js";
import { KINDS, itemsOf, leftOutOf } from "./plan.js";
import { draw as drawSections } from "./sections.js";
import { say, count } from "./strings.js";

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
  #plan;
  #use;
  #names = null;
  #flagOf = new Map();

  /**
   * Draws the plan; names are marked later. `pictures` says whether the lead picture may be loaded,
   * `use(tool, ...values)` runs a tool.
   * @param {Plan} plan
   */
  constructor(plan, { pictures, use }) {
    this.#plan = plan;
    this.#use = use;
    this.root = make("article", { dir: plan.meta.dir, lang: language(plan.meta.lang) });
    const head = drawHead(plan, this.drawn);
    const { above, below } = drawFacts(plan);
    put(this.root, [put(head, [above]), this.summary, pictures && lead(plan)]);
    this.flags = drawSections(this.root, plan, this.drawn, (flag) => use("judge", flag));
    for (const flag of this.flags) for (const item of itemsOf(flag)) this.#flagOf.set(item, flag);
    // What was left out around the story is counted below it alone: before it there is what is missing in it.
    const told = (key, number) => number && count(key, number);
    const folded = told("lookInserted", this.flags.length);
    const opener = (words) =>
      words && disclosure({ class: "leftout-show", dir: "auto", "data-tool": "leftOut" }, () => use("leftOut"), words);
    if (folded) dotted(this.summary, opener(folded));
    this.root.addEventListener("click", (event) => event.isTrusted && onClick(event, plan, use));
    const all = opener([told("leftOut", leftOutOf(plan)), folded].filter(Boolean).join(", "));
    if (all || below) put(this.root, [make("footer", null, below, all)]);
  }

  /** Says in the summary how many names are marked, which line means what, and leads to what can be marked. */
  setNames(total) {
    const kinds = [...new Set(this.#plan.marks.map(({ actor }) => this.#plan.actors[actor].kind))];
    if (kinds.length === 0) return;
    if (!this.#names) {
      this.#names = disclosure({ class: "name-count", dir: "auto", "data-tool": "marks" }, () => this.#use("marks"));
      dotted(this.summary, this.#names);
      const line = (kind) => [" ", make("span", { class: "legend", "aria-hidden": "true", "data-kind": kind }, say(`who_${kind}`))];
      put(this.summary, KINDS.filter((kind) => kinds.includes(kind)).map(line));
    }
    this.#names.textContent = count("namesMarked", total);
  }

  /** The summary in words. */
  get words() {
    return [...this.summary.querySelectorAll("button")].map((part) => part.textContent).join(", ");
  }

  /** Opens the collapsed section that an item is in, if it is in one. */
  reveal(item) {
    this.#flagOf.get(item)?.open(true);
  }
}

/** A click on a picture enlarges it; one on a link within the page is followed here, another one where it is wanted. */
function onClick(event, { url }, use) {
  const picture = event.target.closest(".zoom");
  if (picture) use("enlarge", picture);
  const anchor = event.target.closest("a");
  const { hash, href } = anchor ?? {};
  if (anchor) anchor.target = anchor.closest("dialog").dataset.newTab === "true" ? "_blank" : "";
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
