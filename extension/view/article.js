// An article on the screen: head, summary, body, what was left out; and the way to a place in it.
import { make, put, button, language, dotted } from "./dom.js";
import { draw as drawHead } from "./head.js";
import { rangeOf } from "./inline.js";
import { light } from "./light.js";
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
  #summary = make("p", { class: "summary" });
  #flags;
  #unread;
  #reveals;
  #nextFlag = 0;
  #darken = () => {};

  /** The `<footer>` below the text. */
  footer = make("footer");

  /**
   * Draws the plan; names are marked later. `pictures` says whether the lead picture may be loaded,
   * `use(tool)` runs a tool.
   */
  constructor(plan, { pictures, use }) {
    this.root = make("article", { dir: plan.meta.dir, lang: language(plan.meta.lang) });
    put(this.root, [drawHead(plan, this.drawn, { pictures }), this.#summary]);
    this.#unread = plan.unread === true;
    const { flags, reveals } = drawSections(this.root, plan, this.drawn);
    this.#flags = flags;
    this.#reveals = reveals;
    if (plan.leftOut.length > 0) {
      const opener = () =>
        button(
          { class: "leftout-show", dir: "auto", "aria-expanded": "false" },
          () => use("leftOut"),
          count("leftOut", plan.leftOut.length),
        );
      dotted(this.#summary, opener());
      put(this.root, [put(this.footer, [opener()])]);
    }
    if (flags.length > 0) {
      const look = count("lookInserted", flags.length);
      dotted(this.#summary, button({ class: "flag-next", dir: "auto" }, () => this.#toNextFlag(), look));
    }
  }

  /** Says in the summary how many names are marked, or that there is no model for the language. */
  setNames(total) {
    if (this.#unread) dotted(this.#summary, make("span", { class: "unread", dir: "auto" }, say("namesUnread")));
    if (total === 0) return;
    const attributes = { class: "name-count", dir: "auto", title: say("namesHint") };
    dotted(this.#summary, make("span", attributes, count("namesMarked", total)));
  }

  /** The summary in words. */
  get summary() {
    return [...this.#summary.children].map((part) => part.textContent).join(", ");
  }

  /** Opens the collapsed section that an item is in, if it is in one. */
  reveal(item) {
    this.#reveals.get(item)?.();
  }

  /** Shows a place and lights it for a moment. */
  jump({ item, start, end }) {
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

  #toNextFlag() {
    const flag = this.#flags[this.#nextFlag++ % this.#flags.length];
    flag.scrollIntoView({ block: "center" });
    flag.querySelector("button").focus({ preventScroll: true });
  }
}
