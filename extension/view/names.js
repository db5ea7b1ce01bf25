// Names in the text: marked, reached by pointer, key and touch, each with its card.
import { make } from "./dom.js";
import { say } from "./strings.js";
import { draw as drawCard } from "./card.js";
import { idle, after } from "./hover.js";
import { wrap } from "./inline.js";

/** Space (CSS pixels) between a name and its card, and between the card and the window. */
const GAP = 8;

/** Wraps every mark in the drawn items. Gives the first wrapper of each mark, by its number. */
export function mark(plan, drawn) {
  const names = new Map();
  const byItem = Map.groupBy(plan.marks.keys(), (number) => plan.marks[number].item);
  for (const [item, numbers] of byItem) {
    const element = drawn.get(item);
    if (!element) continue;
    // From the end, so that what is still to be wrapped keeps its offsets.
    for (const number of numbers.reverse()) {
      const { start, end, actor } = plan.marks[number];
      const attributes = { "data-actor": actor, "data-kind": plan.actors[actor].kind };
      const wrapper = (first) =>
        make("span", first ? { class: "name", tabindex: -1, role: "button", "aria-haspopup": "dialog", ...attributes } : { class: "name-rest", ...attributes });
      const [first] = wrap(element, start, end, wrapper);
      if (first) names.set(number, first);
    }
  }
  return names;
}

/** The part of a name that is under the pointer, or its first line. */
function boxOf(name, y) {
  const boxes = [...name.getClientRects()];
  return boxes.find((box) => y >= box.top - 2 && y <= box.bottom + 2) ?? boxes[0] ?? name.getBoundingClientRect();
}

/** Puts the card below the name, or above it where there is more room; inside the window always. */
function place(card, name, frame, y) {
  const box = boxOf(name, y);
  const outer = frame.getBoundingClientRect();
  const [above, below] = [box.top - 2 * GAP, window.innerHeight - box.bottom - 2 * GAP];
  const over = below < Math.min(card.offsetHeight, 320) && above > below;
  card.style.maxHeight = `${Math.max(over ? above : below, 160)}px`;
  const left = Math.min(Math.max(box.left, outer.left + GAP), outer.right - card.offsetWidth - GAP);
  card.style.left = `${left - outer.left}px`;
  card.style.top = `${(over ? box.top - GAP - card.offsetHeight : box.bottom + GAP) - outer.top}px`;
}

/**
 * Makes the marked names in `article` answer; the card is put at the end of `frame`, in which it
 * scrolls with the text. `jump(place)` shows a place in the article.
 */
export function listen({ plan, names, article, frame, jump }) {
  const numbers = new Map([...names].map(([number, element]) => [element, number]));
  const order = [...names.keys()].sort((a, b) => a - b).map((number) => names.get(number));
  let state = idle;
  let timer = 0;
  let card = null;
  let pointerY = 0;
  let stop = order[0] ?? null;
  stop?.setAttribute("tabindex", "0");

  function happen(event) {
    const before = state.shown;
    state = after(state, event);
    clearTimeout(timer);
    if (state.timer !== null) timer = setTimeout(() => happen({ type: "timer" }), state.timer);
    if (state.shown !== before) show(state.shown, before);
  }

  function show(name, before) {
    before?.removeAttribute("aria-expanded");
    card?.remove();
    card = null;
    if (!name) return;
    card = drawCard(plan, numbers.get(name), (to) => {
      happen({ type: "dismiss" });
      jump(to);
    });
    name.setAttribute("aria-expanded", "true");
    frame.appendChild(card);
    place(card, name, frame, pointerY);
    card.addEventListener("pointerenter", () => happen({ type: "card" }));
    card.addEventListener("pointerleave", () => happen({ type: "leave" }));
  }

  /** The one name in the tab order: the last that had the focus. */
  function focus(name) {
    stop?.setAttribute("tabindex", "-1");
    stop = name;
    stop.setAttribute("tabindex", "0");
    stop.focus();
    stop.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const current = order.indexOf(frame.getRootNode().activeElement);
    const visible = (name) => name.getClientRects().length > 0;
    const start = current < 0 ? order.findIndex((name) => name.getBoundingClientRect().top >= 0) - (by > 0 ? 1 : 0) : current;
    for (let i = 1; i <= order.length; i++) {
      const name = order[(start + by * i + order.length * 2) % order.length];
      if (visible(name)) return focus(name);
    }
    return undefined;
  }

  const nameOf = (event) => {
    const found = event.target.closest?.(".name, .name-rest");
    if (!found || found.classList.contains("name")) return found;
    let before = found;
    while (before && !before.classList.contains("name")) before = order.findLast((name) => name.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before;
  };
  const trusted = (handler) => (event) => event.isTrusted && handler(event);

  article.addEventListener("pointerover", trusted((event) => {
    if (event.pointerType === "touch") return;
    const name = nameOf(event);
    pointerY = event.clientY;
    if (name && name !== state.shown) happen({ type: "enter", name });
    else if (name) happen({ type: "card" });
  }));
  article.addEventListener("pointerout", trusted((event) => {
    if (event.pointerType !== "touch" && nameOf(event)) happen({ type: "leave" });
  }));
  article.addEventListener("click", trusted((event) => {
    const name = nameOf(event);
    if (!name || event.target.closest("a")) return;
    pointerY = event.clientY;
    const again = state.shown === name && state.held;
    happen(again ? { type: "dismiss" } : { type: "show", name });
  }));
  article.addEventListener("focusin", trusted((event) => {
    const name = nameOf(event);
    if (name?.matches(":focus-visible")) {
      pointerY = 0;
      happen({ type: "show", name });
    }
  }));
  frame.addEventListener("pointerdown", trusted((event) => {
    if (card && !card.contains(event.target) && !nameOf(event)) happen({ type: "dismiss" });
  }));

  return {
    count: order.length,
    /** Answers a key; true if it was meant for the names. */
    key(event) {
      if (event.key === "Escape" && card) {
        const inCard = card.contains(frame.getRootNode().activeElement);
        const name = state.shown;
        happen({ type: "dismiss" });
        if (inCard) focus(name), happen({ type: "dismiss" });
        return true;
      }
      const onName = event.target.closest?.(".name");
      if (onName && (event.key === "Enter" || event.key === " ")) {
        if (state.shown !== onName) happen({ type: "show", name: onName });
        card?.querySelector("button")?.focus();
        return true;
      }
      if (event.key.toLowerCase() === "n" && !event.ctrlKey && !event.metaKey && !event.altKey) {
        step(event.shiftKey ? -1 : 1);
        return true;
      }
      return false;
    },
    dismiss: () => happen({ type: "dismiss" }),
    hint: say("namesHint"),
  };
}
