// What marked names answer to: pointer, keys and touch, each name with its card.
import { idle, after } from "./hover.js";

const trusted = (handler) => (event) => event.isTrusted && handler(event);

/** What a marked name is for assistive technology: a button that opens a card. */
const BUTTON = [["role", "button"], ["aria-haspopup", "dialog"]];

/** Which names are marked, by what is set. */
const WANTED = {
  main: ({ mentions, roles }) => mentions.length > 1 || roles?.length > 0,
  people: ({ kind }) => kind === "PER",
  all: () => true,
  first: (actor, isFirst) => isFirst,
  none: () => false,
};

/** The names of an article: at most one card is open. */
export class Names {
  #plan;
  #buttons;
  #parts;
  #order = [];
  #frame;
  #article;
  #draw;
  #state = idle;
  #timer = 0;
  #card = null;
  /** Resolves when the card of the last turn is on the screen, or was overtaken by another turn. */
  #shown = Promise.resolve();
  #turn = 0;
  #pointerY = 0;
  #pressed = false;
  #mode = "main";
  #only = null;
  /** The one name in the tab order, so that Tab does not stop at every name. */
  #stop = null;
  /** The actor whose names stay lit while one reads; null for none. */
  kept = null;

  /**
   * Listens to the marked names of an `Article`. A card is put at the end of `frame`, in which it
   * scrolls with the text; `draw(mark, actions)` promises it, see card.js.
   */
  constructor({ plan, marked, article, frame, draw }) {
    this.#draw = draw;
    this.#plan = plan;
    this.#buttons = marked.buttons;
    this.#parts = marked.parts;
    this.#frame = frame;
    this.#article = article;
    article.root.addEventListener("pointerover", trusted((event) => this.#over(event)));
    article.root.addEventListener("pointerout", trusted((event) => this.#out(event)));
    article.root.addEventListener("click", trusted((event) => this.#click(event)));
    article.root.addEventListener("focusin", trusted((event) => this.#focused(event)));
    frame.addEventListener("pointerdown", trusted((event) => this.#press(event)));
    frame.addEventListener("pointercancel", trusted(() => (this.#pressed = false)));
  }

  get #isOff() {
    return this.#mode === "none" && !this.#only;
  }

  /** Number of marked names. */
  get count() {
    return this.#order.length;
  }

  /** Points out every name of an actor, of the one that is kept lit if it is null. */
  point(actor) {
    for (const [part, mark] of this.#parts) {
      part.classList.toggle("pointed", this.#plan.marks[mark].actor === (actor ?? this.kept));
    }
  }

  /** Marks the names that are wanted, see WANTED; with `none` no name answers to anything. */
  mark(mode) {
    if (mode === "none") this.#happen({ type: "dismiss" });
    this.#mode = mode;
    this.#redraw();
  }

  /** Marks the names of some actors alone, a set of their numbers; null for what is set. */
  narrow(actors) {
    this.#only = actors;
    this.#redraw();
  }

  #redraw() {
    const { marks, actors, head } = this.#plan;
    const firsts = new Set(actors.map(({ mentions }) => mentions.find((each) => marks[each].item !== head.title) ?? mentions[0]));
    const wanted = WANTED[this.#mode] ?? WANTED.main;
    for (const [part, number] of this.#parts) {
      const { actor } = marks[number];
      const isMarked = this.#only ? this.#only.has(actor) : wanted(actors[actor], firsts.has(number));
      part.classList.toggle("plain", !isMarked);
    }
    this.#order = [];
    for (const name of this.#buttons.values()) {
      const isMarked = !name.classList.contains("plain");
      if (isMarked) this.#order.push(name);
      for (const [key, value] of BUTTON) if (isMarked) name.setAttribute(key, value); else name.removeAttribute(key);
    }
    if (!this.#order.includes(this.#stop)) {
      this.#stop?.setAttribute("tabindex", "-1");
      this.#stop = this.#order[0] ?? null;
    }
    this.#stop?.setAttribute("tabindex", "0");
  }

  /** Answers a key; true if it was meant for the names. */
  key(event) {
    this.#pressed = false;
    if (this.#isOff || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "Escape") return this.#escape();
    const name = this.#nameOf(event);
    if (name && (event.key === "Enter" || event.key === " ")) {
      this.#happen({ type: "show", name });
      this.#shown.then(() => (this.#card?.querySelector("button") ?? this.#card)?.focus());
      return true;
    }
    if (event.key !== "n" && event.key !== "N") return false;
    this.#step(event.shiftKey ? -1 : 1);
    return true;
  }

  #nameOf(event) {
    const part = !this.#isOff && event.target.closest?.(".name, .name-rest");
    return part ? this.#buttons.get(this.#parts.get(part)) : null;
  }

  #over(event) {
    const name = event.pointerType === "touch" ? null : this.#nameOf(event);
    if (!name) return;
    this.#pointerY = event.clientY;
    this.#happen(name === this.#state.shown ? { type: "card" } : { type: "enter", name });
  }

  #out(event) {
    if (event.pointerType !== "touch" && this.#nameOf(event)) this.#happen({ type: "leave" });
  }

  #click(event) {
    this.#pressed = false;
    const name = this.#nameOf(event);
    if (!name || event.target.closest("a")) return;
    this.#pointerY = event.clientY;
    const again = this.#state.shown === name && this.#state.held;
    this.#happen(again ? { type: "dismiss" } : { type: "show", name });
  }

  /** A press on a name also gives it the focus, that of a finger only when it is lifted; the click that follows decides. */
  #focused(event) {
    const name = this.#pressed ? null : this.#nameOf(event);
    if (!name) return;
    this.#pointerY = 0;
    this.#happen({ type: "show", name });
  }

  #press(event) {
    this.#pressed = true;
    if (this.#card && !this.#card.contains(event.target) && !this.#nameOf(event)) this.#happen({ type: "dismiss" });
  }

  /** Closes the card; the focus goes back to its name if it was on the card. */
  #escape() {
    if (!this.#card) return false;
    const name = this.#state.shown;
    const inside = this.#card.contains(this.#focusedElement());
    this.#happen({ type: "dismiss" });
    if (inside) {
      this.#focus(name);
      this.#happen({ type: "dismiss" });
    }
    return true;
  }

  #focusedElement() {
    return this.#frame.getRootNode().activeElement;
  }

  #focus(name) {
    this.#stop?.setAttribute("tabindex", "-1");
    this.#stop = name;
    name.setAttribute("tabindex", "0");
    name.focus({ preventScroll: true });
    name.scrollIntoView({ block: "nearest" });
  }

  /** Goes to the next or the previous name in sight: from the open card, the focus, or the screen's top. */
  #step(by) {
    const names = this.#order.filter((name) => name.getClientRects().length > 0);
    if (names.length === 0) return;
    const now = names.indexOf(this.#state.shown ?? this.#focusedElement());
    const onScreen = names.findIndex((name) => name.getBoundingClientRect().top >= 0);
    const next = now >= 0 ? now + by : by > 0 ? onScreen : onScreen - 1;
    this.#focus(names.at(next % names.length));
  }

  /** Takes the card to another mention of the same actor; the focus stays on the same button. */
  #visit(mark, by) {
    const name = this.#buttons.get(mark);
    if (!name) return;
    this.#article.reveal(this.#plan.marks[mark].item);
    name.scrollIntoView({ block: "center", behavior: "instant" });
    this.#pointerY = 0;
    this.#happen({ type: "show", name });
    this.#shown.then(() => {
      const steps = this.#card?.querySelectorAll(".card-step") ?? [];
      steps[by < 0 ? 0 : steps.length - 1]?.focus({ preventScroll: true });
    });
  }

  #happen(event) {
    const before = this.#state.shown;
    this.#state = after(this.#state, event);
    clearTimeout(this.#timer);
    if (this.#state.timer !== null) this.#timer = setTimeout(() => this.#happen({ type: "timer" }), this.#state.timer);
    if (this.#state.shown !== before) this.#shown = this.#show(this.#state.shown, before);
  }

  async #show(name, before) {
    const turn = ++this.#turn;
    before?.removeAttribute("aria-expanded");
    this.#card?.remove();
    this.#card = null;
    if (!name) return;
    const drawn = await this.#draw(this.#parts.get(name), {
      dismiss: () => this.#happen({ type: "dismiss" }),
      visit: (mark, by) => this.#visit(mark, by),
    });
    if (turn !== this.#turn || !drawn) return;
    const { card, put } = drawn;
    name.ariaExpanded = "true";
    this.#card = card;
    put(name, this.#pointerY);
    card.addEventListener("pointerenter", () => this.#happen({ type: "card" }));
    card.addEventListener("pointerleave", () => this.#happen({ type: "leave" }));
  }
}
