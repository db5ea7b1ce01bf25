// The settings of the look: at once, kept, reachable by keys, and no layout that breaks under them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { cardNow } from "../browser/reader.mjs";
import { faults } from "./faults.mjs";
import { inEachBrowser, stage, story } from "./stage.mjs";

const OPENER = 'button.tool[data-tool="settings"]';
const option = (name, value) => `.choice-${name} [data-value="${value}"] input`;

/** On the shadow root: what the settings have made of the reader. */
function look() {
  const dialog = this.querySelector("dialog");
  const text = this.querySelector('article > p[data-group="body"]');
  const of = (element, name) => getComputedStyle(element)[name];
  return {
    theme: dialog.dataset.theme,
    paper: of(dialog, "backgroundColor"),
    family: of(text, "fontFamily"),
    size: parseFloat(of(text, "fontSize")),
    spacing: parseFloat(of(text, "letterSpacing")) || 0,
    align: of(text, "textAlign"),
    underline: of(this.querySelector(".name"), "textDecorationLine"),
  };
}

/** On the shadow root: whether a selector is there. */
const has = (page, selector) => page.reader(`function (selector) { return this.querySelector(selector) !== null; }`, selector);
const focused = (page) =>
  page.reader(`function () { const e = this.activeElement; return e && (e.dataset.tool ?? (e.type === "radio" ? e.name + "=" + e.value : e.id || e.localName)); }`);

/** In the background: these settings are kept and nothing else. */
async function keepOnly(values) {
  await chrome.storage.local.clear();
  await chrome.storage.local.set(Object.fromEntries(Object.entries(values).map(([name, value]) => [`setting:${name}`, value])));
}

inEachBrowser("the look", (all) => {
  const read = () => all.read(story());
  const sheet = async (page) => {
    await page.click(OPENER);
    await until("the sheet", () => has(page, ".sheet"));
  };
  const set = async (page, setting, value) => {
    await page.click(option(setting, value));
    await until(`${setting} ${value}`, () => page.reader(`function (s, v) { return this.querySelector("dialog").dataset[s] === v; }`, setting, value));
  };

  test("a theme and a typeface apply at once, and the next reader opens with them", async () => {
    const page = await read();
    const before = await page.reader(look);
    await sheet(page);
    await set(page, "theme", "sepia");
    await set(page, "font", "sans");
    await set(page, "align", "justify");
    const after = await page.reader(look);
    assert.equal(after.paper, "rgb(245, 236, 217)");
    assert.notEqual(after.paper, before.paper);
    assert.notEqual(after.family, before.family);
    assert.equal(after.align, "justify");
    await page.close();

    const next = await all.open(story());
    await next.clickAction();
    // Whatever is seen first is seen in the theme: no flash of another one.
    const first = await until("the reader", () => next.reader(`function () { return this.querySelector("dialog")?.dataset.theme; }`));
    assert.equal(first, "sepia");
    await next.waitForReader();
    assert.deepEqual(await next.reader(look), after);
    await sheet(next);
    await next.click(".sheet-more:last-child");
    await until("the defaults", async () => (await next.reader(look)).theme === "system");
    assert.deepEqual(await next.reader(look), { ...before, theme: "system" });
    await next.close();
  });

  test("every theme has its own colours", async () => {
    const page = await read();
    await sheet(page);
    const papers = new Set();
    for (const theme of ["light", "sepia", "dark", "contrast"]) {
      await set(page, "theme", theme);
      papers.add((await page.reader(look)).paper);
    }
    assert.equal(papers.size, 4);
    await set(page, "theme", "system");
    await page.close();
  });

  test("keys: the sheet opens with the focus in it, sliders move, Esc closes it first and gives the focus back", async () => {
    const page = await read();
    const { size } = await page.reader(look);
    await page.reader(`function (selector) { this.querySelector(selector).focus(); }`, OPENER);
    await page.press("Enter");
    await until("the sheet", () => has(page, ".sheet"));
    assert.equal(await focused(page), "copydesk-theme=system");
    await page.press("ArrowRight");
    await until("the next theme", async () => (await page.reader(look)).theme === "light");
    await page.press("ArrowLeft");
    await page.press("Tab");
    assert.equal(await focused(page), "copydesk-font=serif");
    await page.press("Tab");
    assert.equal(await focused(page), "copydesk-size");
    await page.press("ArrowRight");
    await until("larger text", async () => (await page.reader(look)).size > size * 1.05);
    await page.press("ArrowLeft");
    await page.press("Escape");
    await until("the sheet to close", async () => !(await has(page, ".sheet")));
    assert.equal(await focused(page), "settings");
    await page.press("Escape");
    await page.waitForClosed();
    await page.close();
  });

  test("where no names are marked they look like text and answer to nothing; marked again they do", async () => {
    const page = await read();
    const actor = await page.reader(`function () { return this.querySelector(".name[data-kind=PER]").dataset.actor; }`);
    await page.click('button.tool[data-tool="marks"]');
    await until("the panel", () => has(page, ".marking"));
    await set(page, "names", "none");
    await until("plain text", async () => (await page.reader(look)).underline === "none");
    await page.hover(`.name[data-actor="${actor}"]`);
    await page.press("n");
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await has(page, ".card"), false);
    assert.equal(await has(page, ".name[role], .name[tabindex='0']"), false);
    await set(page, "names", "main");
    await until("marks", async () => (await page.reader(look)).underline === "underline");
    await page.hover(`.name[data-actor="${actor}"]`);
    await until("the card", () => cardNow(page, actor));
    await page.close();
  });

  test("the bar goes while one reads on, and is back on scrolling up and for the keyboard", async () => {
    const page = await read();
    const seen = () => page.reader(`function () { const box = this.querySelector(".bar-parts").getBoundingClientRect(); return box.bottom > 20; }`);
    const scroll = (distance) => page.wheel(".scroller", distance);
    assert.equal(await seen(), true);
    await scroll(900);
    await until("the bar to go", async () => !(await seen()));
    await scroll(-200);
    await until("the bar on scrolling up", seen);
    await scroll(500);
    await until("the bar to go again", async () => !(await seen()));
    await page.press("Tab");
    await page.reader(`function (selector) { this.querySelector(selector).focus({ preventScroll: true }); }`, OPENER);
    await until("the bar for the focus", seen);
    await page.close();
  });
});

describe("the layout", () => {
  const all = stage();

  const WIDE = { letterSpacing: 0.12, wordSpacing: 0.16, lineHeight: 1.5, paragraphSpacing: 2 };
  const LARGEST = { letterSpacing: 0.2, wordSpacing: 0.4, lineHeight: 2.4, paragraphSpacing: 2.5, size: 240, width: 60 };

  for (const [name, settings] of [["the defaults", {}], ["the spacing of WCAG 1.4.12", WIDE], ["the largest of everything", LARGEST]]) {
    for (const width of [320, 360, 1600]) {
      test(`${name}, ${width} px wide: nothing is cut off, overflows or is too small`, async () => {
        await all.browser.background(keepOnly, settings);
        const page = await all.open(story());
        await page.resize(width, 900);
        await page.clickAction();
        await page.waitForReader();
        assert.deepEqual(await page.reader(faults), []);
        await page.click(OPENER);
        await until("the sheet", () => has(page, ".sheet"));
        assert.deepEqual(await page.reader(faults), []);
        await page.close();
      });
    }
  }

  test("who asked the system for more contrast gets it, unless a theme was chosen", async () => {
    const theme = async (settings) => {
      await all.browser.background(keepOnly, settings);
      const page = await all.open(story());
      await page.media("", { "prefers-contrast": "more" });
      await page.clickAction();
      await page.waitForReader();
      const found = (await page.reader(look)).theme;
      await page.close();
      return found;
    };
    assert.equal(await theme({}), "contrast");
    assert.equal(await theme({ theme: "sepia" }), "sepia");
  });

  test("the system's dark scheme darkens the reader, and a chosen light theme does not follow it", async () => {
    const paper = async (settings) => {
      await all.browser.background(keepOnly, settings);
      const page = await all.open(story());
      await page.media("", { "prefers-color-scheme": "dark" });
      await page.clickAction();
      await page.waitForReader();
      const found = (await page.reader(look)).paper;
      await page.close();
      return found;
    };
    assert.equal(await paper({}), "rgb(23, 22, 20)");
    assert.equal(await paper({ theme: "light" }), "rgb(252, 251, 248)");
  });

  test("an open reader follows what is set elsewhere", async () => {
    await all.browser.background(() => chrome.storage.local.clear());
    const page = await all.open(story());
    await page.clickAction();
    await page.waitForReader();
    await all.browser.background(keepOnly, { theme: "dark", size: 140 });
    await until("the theme", async () => (await page.reader(look)).theme === "dark");
    await page.close();
  });
});
