// Accessibility: axe finds nothing in any state and theme; and the whole reader by keys alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readCard, useTool } from "../browser/reader.mjs";
import { ROOT, fixture, inEachBrowser, story } from "./stage.mjs";

const AXE = readFileSync(join(ROOT, "tests/node_modules/axe-core/axe.min.js"), "utf8");
const THEMES = ["light", "sepia", "dark", "contrast"];

const there = (page, selector) => until(selector, () => page.reader(`function (selector) { return this.querySelector(selector) !== null; }`, selector));

/** The states that a reader can be in: how each is reached from an open reader. */
const STATES = {
  article: async () => {},
  card: async (page) => {
    const actor = await page.reader(`function () { return this.querySelector("article .name[data-kind=PER]").dataset.actor; }`);
    await readCard(page, actor);
  },
  "who is in this story": async (page) => {
    await useTool(page, "who");
    await there(page, "li.who");
    await page.press("Enter");
    await there(page, ".who-more:not([hidden])");
  },
  "which names are marked": async (page) => {
    await useTool(page, "marks");
    await there(page, ".marking");
  },
  "all quotes": async (page) => {
    await useTool(page, "quotes");
    await there(page, ".quotes li");
  },
  "the quotes of each speaker": async (page) => {
    await useTool(page, "quotes");
    await there(page, ".quotes li");
    await page.click('.filter[data-value="speaker"]');
    await there(page, ".quotes-group");
  },
  "what stands where": async (page) => {
    await useTool(page, "contents");
    await there(page, ".contents");
  },
  "one actor kept lit": async (page) => {
    await readCard(page, await page.reader(`function () { return this.querySelector("article .name[data-kind=PER]").dataset.actor; }`));
    await page.press("Enter");
    await page.click(".card-keep");
    await there(page, ".kept");
  },
  "what is not shown": async (page) => {
    await page.click(".summary .leftout-show");
    await there(page, ".leftout-list");
  },
  "everything in page order": async (page) => {
    await page.click(".summary .leftout-show");
    await there(page, ".leftout-list");
    await page.click(".leftout-all");
    await there(page, ".out");
    await page.press("Escape");
  },
  "an open flag": async (page) => {
    await page.click("section.flag .flag-show");
    await there(page, ".flag .verdict-act");
  },
  "copy or save": async (page) => {
    await useTool(page, "save");
    await there(page, ".save-act");
  },
  settings: async (page) => {
    await useTool(page, "settings");
    await there(page, ".panel");
  },
  "a picture enlarged": async (page) => {
    await page.click(".zoom");
    await there(page, ".enlarged");
  },
  "reading aloud without a voice": async (page) => {
    await useTool(page, "listen");
    await there(page, ".listen");
  },
  "marked on the page": async (page) => {
    await useTool(page, "page");
    await there(page, ".onpage");
  },
};

/** What axe finds in the reader. The closed root is put where axe looks for an open one. */
async function check(page) {
  await page.reader(`function () {
    ${AXE}
    Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true });
    window.copydeskHost = this.host;
  }`);
  return page.look(async () => {
    const { violations } = await window.axe.run(window.copydeskHost, { resultTypes: ["violations"] });
    const message = ({ any, all }) => (any[0] ?? all[0])?.message ?? "";
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target.flat().at(-1)} ${message(node)}`).join(" | ")}`);
  });
}

/**
 * On the shadow root: the texts in sight whose contrast with what is behind them is below WCAG's 4.5:1,
 * or 3:1 where they are large. axe cannot tell: it finds no ground for what is in a browser's top layer.
 */
function pale() {
  const parse = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+(?:e-?\d+)?/g).map(Number);
    return color.startsWith("color(") ? { rgb: [r, g, b].map((part) => part * 255), a } : { rgb: [r, g, b], a };
  };
  const over = (top, below) => top.rgb.map((part, i) => part * top.a + below[i] * (1 - top.a));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own.a === 1 ? own.rgb : over(own, ground(element.parentElement));
  };
  const found = [];
  let seen = 0;
  const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!/\S/.test(walker.currentNode.data) || element.closest(".unseen") || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    seen += 1;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const behind = ground(element);
    const [bright, dark] = [light(over(parse(color), behind)), light(behind)].sort((a, b) => b - a);
    const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && fontWeight >= 700);
    const ratio = (bright + 0.05) / (dark + 0.05);
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`${element.className || element.localName}: ${ratio.toFixed(2)}`);
  }
  return seen === 0 ? ["no text is in sight"] : [...new Set(found)];
}

/** Every theme is put on and looked at; the rules of axe that know no colour are the same in all. */
async function inEveryTheme(page) {
  assert.deepEqual(await check(page), []);
  for (const theme of THEMES) {
    await page.reader(`function (theme) { this.querySelector("dialog").dataset.theme = theme; }`, theme);
    assert.deepEqual(await page.reader(pale), [], theme);
  }
}

inEachBrowser("axe finds nothing", (all) => {
  for (const [name, reach] of Object.entries(STATES)) {
    test(`${name}, in every theme`, async () => {
      const page = await all.read(story());
      await reach(page);
      await inEveryTheme(page);
      await page.close();
    });
  }

  test("a fault in the reader would be found: a text too pale, a button without a name", async () => {
    const page = await all.read(story());
    await page.reader(`function () {
      this.querySelector(".facts").style.color = "#e8e4dc";
      this.querySelector(".zoom").removeAttribute("aria-label");
      this.querySelector(".zoom").removeAttribute("title");
      this.querySelector(".zoom img").removeAttribute("alt");
    }`);
    assert.match((await page.reader(pale)).join(), /published: 1\./);
    assert.match((await check(page)).join(), /button-name: .*zoom/);
    await page.close();
  });

  test("a message, in every theme", async () => {
    const page = await all.read(fixture("front.html"), "message");
    await inEveryTheme(page);
    await page.close();
  });

  test("a reader walks through it by keys alone", async () => {
    const page = await all.read(story());
    const focus = () => page.reader(`function () {
      const at = this.activeElement;
      if (!at) return null;
      const { outlineStyle } = getComputedStyle(at);
      return { words: (at.getAttribute("aria-label") ?? at.textContent).slice(0, 40), kind: at.className, outline: outlineStyle };
    }`);
    const stops = [];
    for (let i = 0; i < 18; i++) {
      await page.press("Tab");
      const at = await focus();
      if (!at) break;
      stops.push(at);
    }
    assert.deepEqual(stops.filter((stop) => stop.outline === "none"), [], "every stop shows where the focus is");
    const words = stops.map((stop) => stop.words);
    for (const word of ["Who", "Listen", "Original", "Save"]) assert.ok(words.includes(word), `${word} in ${words}`);
    assert.ok(stops.some((stop) => stop.kind === "leftout-show"));
    await useTool(page, "who");
    await there(page, "li.who");
    await page.press("ArrowRight");
    await page.press("Enter");
    await there(page, ".light.lit > span");
    await page.press("Escape");
    await until("the focus to be back", async () => (await focus())?.words === "Who");
    await page.press("n");
    await there(page, ".card");
    await page.press("Enter");
    await until("the focus on the card", () => page.reader(`function () { return this.activeElement?.closest(".card") != null; }`));
    await page.press("Escape");
    await page.press("Escape");
    await page.waitForClosed();
    await page.close();
  });
});
