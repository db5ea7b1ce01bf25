// What the reader shows, read from its DOM, and what a page is apart from it.

/** The functions below run in the browser: they see nothing but their arguments. */

/** On the shadow root: title, blocks, flags and so on, as `build.sh run` writes them. */
function shown() {
  const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : null);
  const dialog = this.querySelector("dialog.reader");
  const first = (selector) => text(dialog.querySelector(`article ${selector}`));
  const inFlag = (element) => element.closest(".flag-body, .out") !== null;
  const blocks = [...dialog.querySelectorAll('[data-item][data-group="body"], [data-item][data-group="beside"]')];
  const published = dialog.querySelector("article .published");
  const ms = JSON.parse(dialog.dataset.ms ?? "{}");
  return {
    title: first("h1.title"),
    byline: first(".byline"),
    publishedTime: published?.getAttribute("datetime") ?? published?.querySelector("time")?.dateTime ?? text(published),
    siteName: first(".site"),
    lang: dialog.querySelector("article")?.lang || dialog.lang || null,
    blocks: blocks
      .filter((block) => !inFlag(block))
      .map((block) => ({ kind: block.localName, label: block.dataset.label, text: text(block) })),
    flags: [...dialog.querySelectorAll("section.flag[data-label]")].flatMap((flag, line) => {
      // A line may stand for neighbours of unlike kinds: each is a flag.
      const kinds = [{ label: flag.dataset.label, items: [] }];
      for (const item of flag.querySelectorAll(".flag-body [data-item]")) {
        const label = item.dataset.label ?? kinds.at(-1).label;
        if (label !== kinds.at(-1).label) kinds.push({ label, items: [] });
        kinds.at(-1).items.push(item);
      }
      return kinds.filter(({ items }) => items.length > 0).map(({ label, items }) => ({
        line,
        label,
        title: text(flag.querySelector(".flag-label")),
        reason: text(flag.querySelector(".flag-reason")),
        text: items.map(text).join("\n"),
        open: flag.querySelector(".flag-body")?.hidden === false,
      }));
    }),
    message: text(dialog.querySelector(".message-text")),
    marks: dialog.querySelectorAll("article .name[data-actor]").length,
    ms: { clickToArticle: ms.clickToArticle ?? null, clickToNames: ms.clickToNames ?? null, engine: ms.engine ?? null },
  };
}

/** On the shadow root, after the list of what is not shown has been opened: the blocks that were left out. */
function leftOut() {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  return [...this.querySelectorAll(".leftout-list > li:not(.leftout-flag) .leftout-text")].map((block) => {
    const reason = block.closest("li").querySelector(".reason");
    return { label: block.dataset.label, reason: reason ? text(reason) : null, text: text(block) };
  });
}

/** On the shadow root: the actors of the marked names, with the number of their marks. */
function marked() {
  const actors = new Map();
  for (const name of this.querySelectorAll("article .name[data-actor]")) {
    const { actor, kind } = name.dataset;
    const there = actors.get(actor) ?? { actor, type: kind, mentions: 0 };
    there.mentions += 1;
    actors.set(actor, there);
  }
  return [...actors.values()];
}

/** On the shadow root: gives the first mark of an actor the focus, which opens its card. */
function focusMark(actor) {
  const mark = this.querySelector(`article .name[data-actor="${actor}"]`);
  mark.scrollIntoView({ block: "center", behavior: "instant" });
  mark.blur();
  mark.focus();
}

/** On the shadow root: the card of an actor, or null while it is not on the screen. */
function card(actor) {
  const element = this.querySelector(`.card[data-actor="${actor}"]`);
  if (!element || element.getClientRects().length === 0) return null;
  const text = (selector) => element.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() || null;
  return {
    name: text(".card-name"),
    kind: text(".card-kind"),
    role: text(".card-role:not(.unknown)"),
    evidence: text(".card-evidence"),
    mentions: text(".card-mentions"),
    quotes: text(".card-quotes"),
  };
}

/** In the page: everything that the reader must leave as it was. */
function state() {
  const all = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)];
  const root = document.scrollingElement;
  return {
    html: document.documentElement.outerHTML,
    scroll: [window.scrollX, window.scrollY, root?.scrollTop ?? null],
    form: all("input, textarea, select").map((field) => [field.value, field.checked ?? null, field.selectedIndex ?? null]),
    sheets: [...document.styleSheets].map((sheet) => {
      try {
        return [...sheet.cssRules].map((rule) => rule.cssText).join("\n");
      } catch {
        return sheet.href;
      }
    }),
    adopted: document.adoptedStyleSheets.length,
    selection: String(getSelection()),
    globals: Object.keys(window).filter((name) => /copydesk/i.test(name)),
  };
}

import { until } from "./cdp.mjs";

/** Everything the page is, to compare before and after; cost linear in the page. */
export const pageState = (page) => page.look(state);

/** Uses a tool of the bar by key: the bar may be away, and comes back with the focus. */
export async function useTool(page, name) {
  await page.reader(`function (name) { this.querySelector('.tool[data-tool="' + name + '"]').focus({ preventScroll: true }); }`, name);
  await page.press("Enter");
}

/** What the reader shows now. */
export const readReader = (page) => page.reader(shown);

/** Opens the list of what is not shown, reads what was left out and closes it again. */
export async function readLeftOut(page) {
  if (!(await page.reader(`function () { return this.querySelector("button.leftout-show") !== null; }`))) return [];
  await page.click("button.leftout-show");
  await until("the list of what is not shown", () => page.reader(`function () { return this.querySelector(".leftout-list") !== null; }`));
  const closed = '.leftout-group[aria-expanded="false"]';
  while (await page.reader(`function (closed) { return this.querySelector(closed) !== null; }`, closed)) await page.click(closed);
  const list = await page.reader(leftOut);
  await page.press("Escape");
  return list;
}

/** How often a card is asked for: of some hundred focuses on a busy machine one is not of the keyboard. */
const TRIES = 3;

/** The card of an actor, opened by focus on its first mark: of the keyboard, which a key press before it makes sure of. */
export async function readCard(page, actor) {
  for (let tries = 1; ; tries++) {
    await page.press("Tab");
    await page.reader(focusMark, String(actor));
    try {
      return await until(`the card of actor ${actor}`, () => page.reader(card, String(actor)), 10_000);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** The card of an actor if it is on the screen. */
export const cardNow = (page, actor) => page.reader(card, String(actor));

/** Name, type, role and number of mentions of each actor with a marked name, each from its card. */
export async function readActors(page) {
  const actors = [];
  for (const { actor, type, mentions } of await page.reader(marked)) {
    const { name, role } = await readCard(page, actor);
    actors.push({ name, type, role, mentions });
  }
  return actors;
}
