// How the reader looks: pictures of its states, compared with those that were looked at and accepted.
//
// Fonts, language and time zone are brought along (browser/fonts.mjs). COPYDESK_ACCEPT=1 writes a new set,
// to be looked at before it is committed.

import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { difference } from "../browser/difference.mjs";
import { readCard, useTool } from "../browser/reader.mjs";
import { ROOT, fixture, stage, story } from "./stage.mjs";

const FOLDER = join(ROOT, "tests/visual");
const ACCEPT = process.env.COPYDESK_ACCEPT === "1";

/** Share of the pixels that may differ visibly: edges of letters do between two builds of a browser. */
const TOLERANCE = 0.004;

const there = (page, selector) => until(selector, () => page.reader(`function (selector) { return this.querySelector(selector) !== null; }`, selector));
const theme = (name) => (page) => page.reader(`function (name) { this.querySelector("dialog").dataset.theme = name; }`, name);

const article = (lang, title, sentences) =>
  `<!doctype html><html lang="${lang}"><title>${title}</title><article><h1>${title}</h1>${sentences.map((each, i) => `<p>${each} ${sentences[(i + 1) % sentences.length]}</p>`).join("\n")}</article></html>`;
const ARABIC = article("ar", "العبّارة تعود إلى المضيق بعد أحد عشر شهرا", [
  "أبحرت العبّارة مرة أخرى صباح الأربعاء بين الرصيف والجزيرة الصغيرة.",
  "وكانت العاصفة قد حطمت المرسى الذي يعتمد عليه سكان الجزيرة كل يوم.",
  "وقال رئيس الميناء إن الرحلة الأولى مرّت بسلام وإن المدارس فتحت أبوابها من جديد.",
  "أما من يدفع ثمن الإصلاح فما زال موضع خلاف بين البلدية والوزارة.",
]);
const JAPANESE = article("ja", "連絡船が十一か月ぶりに運航再開", [
  "水曜日の朝、港と小さな島を結ぶ連絡船が十一か月ぶりに運航を再開した。",
  "去年の冬の嵐で桟橋が壊れ、島の人びとは長いあいだ不便な暮らしを続けてきた。",
  "港の責任者は、最初の便が無事に着き、学校もまた始まったと話した。",
  "修理の費用をだれが払うかは、町と役所のあいだでまだ決まっていない。",
]);

/** The pictures: the page, the window, and how the state is reached. */
const PICTURES = {
  light: { reach: theme("light") },
  sepia: { reach: theme("sepia") },
  dark: { reach: theme("dark") },
  contrast: { reach: theme("contrast") },
  narrow: { size: [360, 640] },
  wide: { size: [1600, 700] },
  card: {
    reach: async (page) => {
      const actor = await page.reader(`function () { return [...this.querySelectorAll("article .name")].find((each) => each.textContent === "Ingrid Solheim").dataset.actor; }`);
      await readCard(page, actor);
    },
  },
  who: {
    size: [1000, 640],
    reach: async (page) => {
      await useTool(page, "who");
      await there(page, "li.who");
      await page.press("Enter");
      await there(page, ".who-more:not([hidden])");
    },
  },
  "who-narrow": {
    size: [360, 640],
    reach: async (page) => {
      await useTool(page, "who");
      await there(page, "li.who");
    },
  },
  flags: {
    reach: async (page) => {
      await page.click("section.flag .flag-show");
      await there(page, ".flag .verdict-act");
      await page.reader(`function () { this.querySelector("section.flag").scrollIntoView({ block: "center", behavior: "instant" }); }`);
    },
  },
  "not-shown": {
    size: [1000, 640],
    reach: async (page) => {
      await page.click(".summary .leftout-show");
      await there(page, ".leftout-list");
    },
  },
  table: { html: () => fixture("explainer.html"), reach: (page) => page.reader(`function () { this.querySelector(".table").scrollIntoView({ block: "start", behavior: "instant" }); }`) },
  arabic: { html: () => ARABIC },
  japanese: { html: () => JAPANESE },
  message: { html: () => fixture("front.html"), state: "message" },
  quotes: {
    size: [1000, 560],
    reach: async (page) => {
      await useTool(page, "quotes");
      await there(page, ".quotes li");
      await page.click('.filter[data-value="speaker"]');
      await there(page, ".quotes-group");
    },
  },
  contents: {
    html: () => fixture("explainer.html"),
    size: [1000, 560],
    reach: async (page) => {
      await useTool(page, "contents");
      await there(page, ".contents");
      await page.click(".contents li:nth-child(3) button");
      await there(page, '.contents li:nth-child(3) [aria-current="true"]');
      await until("the light to go out", () => page.reader(`function () { return this.querySelector(".light") === null; }`));
    },
  },
  // What is chosen here is kept: the last of them.
  marks: {
    size: [1000, 560],
    reach: async (page) => {
      await useTool(page, "marks");
      await there(page, ".marking");
      await page.click('.marking [data-value="people"] input');
      await there(page, 'dialog[data-names="people"]');
    },
  },
};

describe("how it looks", { skip: process.platform !== "linux" && "the fonts are given to the browser by fontconfig" }, () => {
  const all = stage();
  const address = (bytes) => `data:image/webp;base64,${bytes.toString("base64")}`;

  test("the accepted set is small", { skip: ACCEPT }, async () => {
    const sizes = await Promise.all(Object.keys(PICTURES).map(async (name) => (await readFile(join(FOLDER, `${name}.webp`))).length));
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 700_000);
  });

  for (const [name, { html = story, size = [800, 640], state = "article", reach = () => {} }] of Object.entries(PICTURES)) {
    test(name, async () => {
      const page = await all.open(html());
      await page.resize(...size);
      await page.clickAction();
      await page.waitForReader(state);
      await reach(page);
      const file = join(FOLDER, `${name}.webp`);
      const fresh = join(ROOT, "target/test", `${name}.webp`);
      await mkdir(join(ROOT, "target/test"), { recursive: true });
      await page.screenshot(ACCEPT ? file : fresh, "webp");
      if (!ACCEPT) {
        const share = await page.look(difference, address(await readFile(file)), address(await readFile(fresh)));
        assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of the pixels differ: compare ${fresh} with ${file}`);
        await rm(fresh);
      }
      await page.close();
    });
  }
});
