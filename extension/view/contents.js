// What stands where in the story: its sub-headings, the one that is being read marked, and how long the rest takes.
import { make, button } from "./dom.js";
import { jump } from "./jump.js";
import { toggle as togglePanel } from "./panel.js";
import { bodyOf } from "./plan.js";
import { say, count } from "./strings.js";
import { stretch } from "./strip.js";
import css from "./contents.css";

const HEADING = /^heading/;

/** How far down the screen (0 to 1) the part that is read may begin. */
const READ = 0.6;

/** Opens the panel, or closes it. */
export function toggle(reader) {
  reader.shell.style(css);
  togglePanel(reader, "contents", () => drawn(reader));
}

function drawn(reader) {
  const { plan, article, shell } = reader;
  const { places } = stretch(plan);
  const [beginning] = places.keys();
  const entries = [beginning, ...bodyOf(plan).filter((item) => item !== beginning && HEADING.test(plan.items[item].element))];
  const rows = entries.map((item, at) => {
    const minutes = Math.round(plan.minutes * places.get(item).at);
    const when = at > 0 && minutes > 0 && make("span", { class: "contents-when" }, count("minutesIn", minutes));
    const words = at === 0 ? say("contentsTop") : plan.items[item].text;
    const go = () => (at === 0 ? shell.scroller.scrollTo({ top: 0 }) : jump(reader, { item }));
    return make("li", null, button({ class: "contents-row" }, go, make("span", { dir: "auto" }, words), when));
  });
  /** Marks the last heading above the lower part of the screen: one that was gone to stands in the middle. */
  const follow = () => {
    const isAbove = (item) => article.drawn.get(item)?.getBoundingClientRect().top < innerHeight * READ;
    const now = Math.max(entries.findLastIndex(isAbove), 0);
    for (const [at, row] of rows.entries()) row.firstElementChild.setAttribute("aria-current", String(at === now));
  };
  follow();
  shell.scroller.addEventListener("scroll", follow, { passive: true });
  const none = rows.length === 1 && make("p", { class: "contents-note", dir: "auto" }, say("contentsNone"));
  return {
    title: say("outline"),
    parts: [make("p", { class: "contents-note", dir: "auto" }, count("minutes", plan.minutes)), make("ol", { class: "contents" }, rows), none],
    focus: rows[0].firstElementChild,
    onClose: () => shell.scroller.removeEventListener("scroll", follow),
  };
}
