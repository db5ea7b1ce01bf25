// The bar above the text: the way to the tools, and out. It goes while one reads on, and is back when
// one looks for it.
import { make, button, disclosure } from "./dom.js";
import { say, count } from "./strings.js";

/** Less than this (CSS pixels) is no scrolling. */
const STEP = 6;

/** The bar stays until this much (CSS pixels) was read. */
const START = 96;

/** What a person scrolls with. */
const HANDS = ["wheel", "touchmove", "keydown", "pointerdown"];

/** What the bar offers while an article is shown, in order: a tool of tools.js, its word, what it does. */
const tools = () => [
  ["who", say("who"), say("whoHint")],
  ["marks", say("marks"), say("marksHint")],
  ["quotes", say("quotesShort"), say("quotesHint")],
  ["listen", say("listen"), say("listenHint")],
  ["page", say("onPage"), say("onPageHint")],
  ["compare", say("compare"), say("compareHint")],
  ["save", say("save"), say("saveHint")],
  ["settings", make("span", { "aria-hidden": "true" }, "Aa"), say("settings")],
];

/**
 * The bar above what `scroller` holds. `use(tool)` runs a tool, `onClose` closes the reader. With it comes
 * `settle()`, called after the text was scrolled by no reader's hand: the bar stays until a hand moves it, also where
 * pictures above the place grow and the browser scrolls to hold it; and `time(minutes)`, which takes how long
 * the story is.
 */
export function draw({ scroller, use, onClose }) {
  const offered = tools().map(([name, word, hint]) =>
    disclosure(
      { class: "tool", "data-tool": name, title: hint, "aria-label": word.nodeType && hint },
      () => {
        unfold(false);
        use(name);
      },
      word,
    ),
  );
  const reading = disclosure({ class: "tool reading", "data-tool": "contents", title: say("contentsHint") }, () => use("contents"));
  const unfold = (isAll) => (more.ariaExpanded = String(bar.classList.toggle("all", isAll)));
  const hint = say("moreTools");
  const more = disclosure({ class: "tool more-tools", "aria-label": hint, title: hint }, () => unfold(), "⋯");
  const bar = make(
    "div",
    { class: "bar" },
    make(
      "div",
      { class: "bar-parts" },
      make("div", { class: "tools", role: "group", "aria-label": say("tools") }, reading, offered),
      more,
      button({ class: "close", "aria-label": say("close"), title: say("closeHint") }, onClose, "×"),
    ),
  );
  let minutes = 0;
  let before = 0;
  let byHand = false;
  const follow = () => {
    const top = scroller.scrollTop;
    const read = Math.min(top / Math.max(scroller.scrollHeight - scroller.clientHeight, 1), 1);
    bar.classList.toggle("over", top > STEP);
    bar.style.setProperty("--read", String(read));
    reading.textContent = count("minutesLeft", Math.max(Math.ceil(minutes * (1 - read)), 1));
    if (Math.abs(top - before) < STEP) return;
    bar.classList.toggle("away", byHand && top > before && top > START);
    before = top;
  };
  scroller.addEventListener("scroll", follow, { passive: true });
  for (const type of HANDS) scroller.addEventListener(type, () => (byHand = true), { passive: true });
  const settle = () => {
    before = scroller.scrollTop;
    byHand = false;
    bar.classList.remove("away");
    follow();
  };
  return { bar, settle, time: (wanted) => (minutes = wanted) };
}
