// Copy and save: files as the engine writes them, by a link to a blob.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { useTool } from "../browser/reader.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const result = (page) => page.reader(`function () { return this.querySelector(".save-result")?.textContent; }`);
const NAME = "ferry-returns-to-tarn-sound-after-eleven-months-as-repairs-end-early";

inEachBrowser("copy and save", (all) => {
  async function opened(html = story()) {
    const page = await all.read(html);
    await useTool(page, "save");
    await until("the panel", () => page.reader(`function () { return this.querySelector(".save-act") !== null; }`));
    return page;
  }

  /** Saves as the format number `n` of the list and gives the file's text. */
  async function saved(page, n, name) {
    await page.click(`.save-list li:nth-child(${n}) button`);
    await until(`${name}`, async () => (await result(page)) === `Saved as ${name}`);
    return until("the file", async () => {
      const files = await readdir(all.browser.downloads).catch(() => []);
      return files.includes(name) && !files.some((file) => /\.(crdownload|part)$/.test(file)) && readFile(join(all.browser.downloads, name), "utf8");
    });
  }

  test("Markdown, HTML and JSON are saved under plain names, with the story and its actors", async () => {
    const page = await opened();
    const markdown = await saved(page, 2, `${NAME}.md`);
    assert.match(markdown, /^# Ferry returns to Tarn Sound/m);
    assert.match(markdown, /- Ingrid Solheim: mayor of Little Tarn/);
    assert.doesNotMatch(markdown, /Get the day's island news/);
    const html = await saved(page, 3, `${NAME}.html`);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'/);
    assert.doesNotMatch(html, /<script/i);
    const record = JSON.parse(await saved(page, 4, `${NAME}.json`));
    assert.match(record.title, /^Ferry returns/);
    assert.ok(record.actors.some((actor) => actor.name === "Ingrid Solheim" && actor.roles[0].sentence.includes("mayor")));
    assert.ok(record.notShown.some((block) => block.label === "newsletter" && block.reasons.length > 0));
    await page.close();
  });

  test("what the reader said of a block of this page counts in the file", async () => {
    const page = await all.read(story());
    await page.click("section.flag .flag-show");
    await until("the buttons", () => page.reader(`function () { return this.querySelector(".flag .verdict-act") !== null; }`));
    const flagged = await page.reader(`function () { return this.querySelector(".flag-body").textContent; }`);
    await page.click("section.flag .verdict-act");
    await useTool(page, "save");
    await until("the panel", () => page.reader(`function () { return this.querySelector(".save-act") !== null; }`));
    await page.click(".save-list li:nth-child(2) button");
    const start = flagged.slice(0, 40);
    await until(`a file in which "${start}" stands twice`, async () => {
      const files = await readdir(all.browser.downloads).catch(() => []);
      const texts = await Promise.all(files.filter((file) => /\.md$/.test(file)).map((file) => readFile(join(all.browser.downloads, file), "utf8")));
      return texts.some((text) => text.split(start).length === 3);
    });
    await page.close();
  });

  test("the story is copied as Markdown", async () => {
    const page = await opened();
    await page.click(".save-list li:first-child button");
    await until("it to be copied", async () => (await result(page)) === "Copied");
    assert.match(await all.browser.clipboard(page), /^# Ferry returns to Tarn Sound/);
    await page.close();
  });
});
