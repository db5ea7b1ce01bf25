// Reading: tables, code, lists, footnotes, pictures, other scripts, copying, finding, printing.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { useTool } from "../browser/reader.mjs";
import { fixture, inEachBrowser, stage, story } from "./stage.mjs";

const explainer = () => fixture("explainer.html");

const ARABIC = `<!doctype html><html lang="ar" dir="rtl"><title>العبّارة تعود إلى المضيق</title><article><h1>العبّارة تعود إلى المضيق بعد أحد عشر شهرا</h1>
${Array.from({ length: 6 }, (_, i) => `<p>أبحرت العبّارة مرة أخرى صباح الأربعاء بين الرصيف والجزيرة الصغيرة، بعد أحد عشر شهرا من العاصفة التي حطمت المرسى الذي يعتمد عليه سكان الجزيرة كل يوم. وقال رئيس الميناء إن الرحلة رقم ${i + 1} مرّت بسلام.</p>`).join("\n")}</article></html>`;
const JAPANESE = `<!doctype html><html lang="ja"><title>連絡船が十一か月ぶりに運航再開</title><article><h1>連絡船が十一か月ぶりに運航再開</h1>
${Array.from({ length: 6 }, (_, i) => `<p>水曜日の朝、港と小さな島を結ぶ連絡船が十一か月ぶりに運航を再開した。去年の冬の嵐で桟橋が壊れ、島の人びとは長いあいだ不便な暮らしを続けてきた。港の責任者は、${i + 1}番目の便も無事に着いたと話した。</p>`).join("\n")}</article></html>`;

inEachBrowser("the text", (all) => {
  test("a wide table keeps its shape and scrolls in its own frame; so does code", async () => {
    const page = await all.read(explainer().replace("1.42 metres", "1.42".repeat(30)));
    const found = await page.reader(`function () {
      const table = this.querySelector(".table");
      const code = this.querySelector("article pre");
      const { scrollWidth, clientWidth } = this.querySelector(".scroller");
      return {
        rows: table.querySelectorAll("tr").length,
        heads: table.querySelectorAll("th").length,
        table: table.scrollWidth > table.clientWidth,
        reachable: table.tabIndex === 0 && table.getAttribute("aria-label").length > 0,
        code: code.textContent.split("\\n").length,
        sideways: scrollWidth > clientWidth,
      };
    }`);
    assert.deepEqual(found, { rows: 6, heads: 6, table: true, reachable: true, code: 4, sideways: false });
    await page.close();
  });

  test("lists keep their numbers and what is nested in them", async () => {
    const page = await all.read(explainer());
    const found = await page.reader(`function () {
      const list = this.querySelector("article ol:not(nav ol)");
      return [list.querySelectorAll(":scope > li").length, [...list.querySelectorAll("ul > li")].map((each) => each.textContent.slice(0, 15))];
    }`);
    assert.deepEqual(found, [3, ["the wave of the", "the wave of the"]]);
    await page.close();
  });

  test("footnotes and other links within the page are followed in the reader, there and back", async () => {
    const page = await all.read(explainer());
    const address = await page.look(() => location.href);
    await page.click('article a[href$="#note-2"]');
    const focus = () => page.reader(`function () { return this.activeElement?.textContent.slice(0, 20); }`);
    await until("the note", async () => (await focus())?.startsWith("The storm of 9 Novem"));
    await page.click('article a[href$="#back-2"]');
    await until("the way back", async () => (await focus())?.startsWith("The wind is in none"));
    await page.click('article a[href$="#gauge"]');
    await until("the part", async () => (await focus())?.startsWith("The gauge at the pie"));
    assert.equal(await page.look(() => location.href), address);
    await page.close();
  });

  test("a link to a place with a stray percent sign in its name is followed", async () => {
    const page = await all.read(
      story()
        .replace("Who pays is another matter.", `Who pays is another matter, says <a href="#100%">note 100%</a>.`)
        .replace("<p>Since the storm of 9 November", `<p id="100%">Since the storm of 9 November`),
    );
    await page.click('article a[href$="#100%"]');
    await until("the place", () => page.reader(`function () { return this.activeElement?.textContent.startsWith("Since the storm of 9 November") === true; }`));
    await page.close();
  });

  test("a story that was changed well after it was published says so; a day alone is that day anywhere", async () => {
    const at = (modified, published = "2026-10-14T09:20:00+01:00") =>
      story({ head: `<meta property="article:modified_time" content="${modified}">` }).replaceAll("2026-10-14T09:20:00+01:00", published);
    const times = async (html) => {
      const page = await all.read(html);
      const found = await page.reader(`function () { return [...this.querySelectorAll(".head time")].map((each) => each.className + ": " + each.textContent); }`);
      await page.close();
      return found;
    };
    assert.match((await times(at("2026-10-16T10:00:00+02:00"))).at(-1), /^updated: updated October 16, 2026 at /);
    assert.match((await times(at("2026-10-14T12:40:00+01:00"))).at(-1), /^updated: updated \d+:40/);
    assert.deepEqual((await times(at("2026-10-14T09:50:00+01:00"))).length, 1);
    assert.deepEqual(await times(at("2026-10-14", "2026-10-14")), ["published: October 14, 2026"]);
  });

  test("what is left to read is told, and the sub-headings lead to their places", async () => {
    const deck = "Why the water at the pier comes and goes twice a day, and who writes it down for the boats.";
    const top = `</h1><div class="story-head"><h2 class="deck">${deck}</h2><div class="byline"><span class="author">Edda Marwick</span> · <time>20 October 2026</time></div></div>`;
    const page = await all.read(explainer().replace("<style>", `<meta name="description" content="${deck}"><style>`).replace("</h1>", top));
    assert.match(await page.reader(`function () { return this.querySelector(".standfirst")?.textContent; }`), /^Why the water/);
    const reading = () => page.reader(`function () {
      const [bar, tool] = [this.querySelector(".bar"), this.querySelector(".tool.reading")];
      return { words: tool.textContent, read: Number(bar.style.getPropertyValue("--read")) };
    }`);
    const rows = () => page.reader(`function () { return [...this.querySelectorAll(".contents-row")].map((each) => [each.firstChild.textContent, each.getAttribute("aria-current")]); }`);
    const before = await reading();
    assert.match(before.words, /^\d+ min left$/);
    assert.equal(before.read, 0);
    await useTool(page, "contents");
    const entries = await until("the contents", async () => ((await rows()).length > 0 ? rows() : null));
    assert.deepEqual(entries.slice(0, 4).map(([words]) => words), ["Beginning", "The gauge at the pier", "Waves with names", "What the moon does not know"]);
    assert.deepEqual(entries.filter(([, now]) => now === "true").map(([words]) => words), ["Beginning"]);
    await page.click(".contents li:nth-child(4) button");
    const inView = `function () { const box = [...this.querySelectorAll("h2")].find((each) => each.textContent.startsWith("What the moon")).getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight; }`;
    await until("the heading", () => page.reader(inView));
    await until("the heading to be the one that is read", async () => (await rows())[3][1] === "true");
    const after = await reading();
    assert.ok(after.read > 0 && parseInt(after.words) < parseInt(before.words), `${before.words}, then ${after.words} at ${after.read}`);
    await page.close();
  });

  test("a picture enlarges by click and by key; Esc closes it first and gives the focus back", async () => {
    const page = await all.read(explainer());
    await page.click(".zoom");
    const large = () => page.reader(`function () { const each = this.querySelector(".enlarged img"); return each && { alt: each.alt, width: each.getBoundingClientRect().width }; }`);
    const shown = await until("the picture", large);
    assert.match(shown.alt, /^A white ferry/);
    assert.ok(shown.width > 800, `${shown.width} pixels`);
    assert.match(await page.reader(`function () { return this.querySelector(".enlarged-caption").textContent; }`), /^The gauge stands/);
    await page.press("Tab");
    assert.ok(await page.reader(`function () { return this.activeElement.closest(".enlarged") !== null; }`), "the focus stays with the picture");
    await page.press("Escape");
    await until("it to close", async () => !(await large()));
    assert.ok(await page.reader(`function () { return this.activeElement.matches(".zoom"); }`));
    await page.press("Enter");
    await until("the picture again", large);
    await page.press("Escape");
    await page.close();
  });

  test("right to left: the story runs from the right, the interface stays as it is", async () => {
    const page = await all.read(ARABIC);
    const found = await page.reader(`function () {
      const article = this.querySelector("article");
      const [title, column] = [this.querySelector("h1.title"), article.getBoundingClientRect()];
      const range = document.createRange();
      range.selectNodeContents(title);
      return { dir: article.dir, lang: article.lang, right: Math.round(column.right - range.getBoundingClientRect().right), text: getComputedStyle(this.querySelector("article p[data-item]")).direction };
    }`);
    assert.deepEqual(found, { dir: "rtl", lang: "ar", right: 0, text: "rtl" });
    await page.close();
  });

  test("Japanese: every paragraph, and a reading time by characters", async () => {
    const page = await all.read(JAPANESE);
    const found = await page.reader(`function () { return [this.querySelectorAll("article p[data-group=body]").length, this.querySelector(".length").textContent, this.querySelector("article").lang]; }`);
    assert.deepEqual(found, [6, "2-minute read", "ja"]);
    await page.close();
  });
});

describe("the text, in Chromium", () => {
  const all = stage();

  test("selected text copies clean, without a word of the interface", async () => {
    const page = await all.read(story());
    await page.copyAll();
    const text = await all.browser.clipboard(page);
    for (const part of ["Ferry returns to Tarn Sound", "Ingrid Solheim, the mayor of Little Tarn, had been", "Who pays is another matter"]) {
      assert.ok(text.includes(part), `not copied: ${part}`);
    }
    for (const part of ["Looks like", "Show", "parts left out", "names marked", "Who\n", "Listen", "partners use cookies", "Get the day's island news"]) {
      assert.ok(!text.includes(part), `copied: ${part}`);
    }
    await page.close();
  });

  test("finding reaches the reader's text only", async () => {
    const page = await all.read(story());
    const found = await page.inPage(() => ["partners use cookies", "Most read", "brass band"].map((text) => window.find(text)));
    assert.deepEqual(found, [false, false, true]);
    await page.close();
  });

  test("on paper there is the story alone, in black on white", async () => {
    const page = await all.read(story());
    await page.click(".tool[data-tool=who]");
    await page.media("print", { "prefers-color-scheme": "dark" });
    const shown = await page.reader(`function () {
      const is = (selector) => [...this.querySelectorAll(selector)].some((each) => each.getClientRects().length > 0);
      const { color, backgroundColor } = getComputedStyle(this.querySelector("dialog"));
      return {
        story: is("h1.title") && is("article p[data-group=body]"),
        rest: [".bar", ".summary", ".panel", ".flag-show", "footer button", ".card"].filter(is),
        names: getComputedStyle(this.querySelector(".name")).textDecorationLine,
        color, backgroundColor,
      };
    }`);
    assert.deepEqual(shown, { story: true, rest: [], names: "none", color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
    assert.equal(await page.look(() => document.body.getClientRects().length), 0);
    await page.close();
  });
});
