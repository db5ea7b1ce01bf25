// When a card opens and closes: a pure function of what was and what happened, without a clock or
// an element in it.

/** Resting on a name this long (ms) opens its card: shorter, and reading across names flickers. */
const OPEN_AFTER = 300;
/** Time (ms) to get from the name to its card, or back from a slip. */
const CLOSE_AFTER = 300;

export const idle = { shown: null, next: null, held: false, timer: null };

/**
 * The state after an event. `shown` is the name whose card is open, `next` the one waiting,
 * `held` says that the card stays until it is dismissed, `timer` (ms) when a `timer` event is
 * wanted, null for never.
 */
export function after(state, { type, name }) {
  switch (type) {
    case "enter":
      if (state.held) return state;
      if (state.shown) return { ...idle, shown: name };
      return { ...idle, next: name, timer: OPEN_AFTER };
    case "leave":
      if (state.held || !state.shown) return state.shown ? state : idle;
      return { ...state, next: null, timer: CLOSE_AFTER };
    case "card":
      return { ...state, next: null, timer: null };
    case "timer":
      return state.next ? { ...idle, shown: state.next } : state.held ? state : idle;
    case "show":
      return { ...idle, shown: name, held: true };
    case "dismiss":
      return idle;
    default:
      return state;
  }
}
