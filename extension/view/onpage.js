// The story marked on the page itself: names and inserts as CSS highlights, no element touched. The
// reader steps aside for a small bar, and everything goes with it.

/** @import { Plan } from "../engine" */
import { make, button } from "./dom.js";
import { foldsOf, itemsOf } from "./plan.js";
import { onPage, inReader, restore } from "./position.js";
import { rangesOf } from "./ranges.js";
import { say, count } from "./strings.js";
import bar from "./onpage.css";

/** The highlights, by name. A line tells the type of a name by its shape; colour only repeats it. */
const STYLES = {
  "copydesk-per": "text-decoration: underline solid 2px #c2712d",
  "copydesk-org": "text-decoration: underline dashed 2px #4f86bd",
  "copydesk-loc": "text-decoration: underline dotted 2px #5d9957",
  "copydesk-flag": "background-color: rgb(250 204 70 / 38%)",
};
const RULES = Object.entries(STYLES).map(([name, style]) => `::highlight(${name}) { ${style}; }`).join("\n");

/** Goes to the page, to the part of the story that the reader shows, and marks it there. */
export function show(reader) {
  const { plan, article, shell, page } = reader;
  const place = inReader(plan, article);
  const found = highlights(plan, page.nodes);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  shell.style(bar);

  const back = button({ class: "onpage-act" }, () => {
    const place = onPage(plan, page.nodes);
    end();
    shell.unhide();
    if (place) restore(place, article.drawn.get(place.item), shell.scroller);
    shell.settle();
    shell.dialog.querySelector('[data-tool="page"]')?.focus({ preventScroll: true });
  }, say("backToReader"));
  const flags = found["copydesk-flag"];
  let next = 0;
  const nextFlag = flags.length > 0 && button({ class: "onpage-act" }, () => {
    scrollTo(flags[next++ % flags.length]);
  }, say("nextInserted"));
  const root = make(
    "div",
    { class: "onpage", role: "region", "aria-label": say("onPageTitle"), lang: shell.dialog.lang, dir: shell.dialog.dir },
    make("p", { role: "status" }, [count("namesMarked", plan.marks.length), flags.length > 0 && count("lookInserted", foldsOf(plan))].filter(Boolean).join(" · ")),
    nextFlag,
    back,
    button({ class: "close", "aria-label": say("close"), title: say("closeHint") }, () => shell.close(), "×"),
  );
  root.popover = "manual";
  root.addEventListener("keydown", (event) => {
    if (event.isTrusted && event.key === "Escape") shell.close();
  });

  function end() {
    release();
    for (const name of Object.keys(STYLES)) CSS.highlights.delete(name);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    root.remove();
  }

  const release = reader.atClose(end);
  shell.hide();
  for (const [name, ranges] of Object.entries(found)) CSS.highlights.set(name, new Highlight(...ranges));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  shell.dialog.parentNode.append(root);
  root.showPopover();
  if (place) restore(place, page.nodes[plan.items[place.item].node], window);
  back.focus({ preventScroll: true });
}

/**
 * The ranges of each highlight on the page.
 * @param {Plan} plan
 */
function highlights(plan, nodes) {
  const found = Object.fromEntries(Object.keys(STYLES).map((name) => [name, []]));
  const add = (name, item, spans) => {
    const { node, text } = plan.items[item];
    if (nodes[node]) found[name].push(...rangesOf(nodes[node], text, spans));
  };
  const byItem = Map.groupBy(plan.marks, (mark) => mark.item);
  for (const [item, marks] of byItem) {
    for (const [kind, spans] of Map.groupBy(marks, (mark) => plan.actors[mark.actor].kind)) {
      add(`copydesk-${kind.toLowerCase()}`, item, spans);
    }
  }
  for (const section of plan.flow) {
    for (const item of itemsOf(section)) {
      const { text, inserts } = plan.items[item];
      add("copydesk-flag", item, section.flag ? [{ start: 0, end: text.length }] : (inserts ?? []));
    }
  }
  return found;
}

function scrollTo(range) {
  const { top, height } = range.getBoundingClientRect();
  window.scrollBy({ top: top - (innerHeight - height) / 2, behavior: "instant" });
}
