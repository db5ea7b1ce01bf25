// Pages that fight, as data in hostile/: each is opened in both browsers, and the reader is right, or gone with
// a word and nothing left behind. And pages of monstrous size.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readReader } from "../browser/reader.mjs";
import { DOCUMENTS } from "./hostile/documents.mjs";
import { LATER } from "./hostile/later.mjs";
import { LEAKS } from "./hostile/leaks.mjs";
import { MADE } from "./hostile/made.mjs";
import { runCase } from "./hostile/run.mjs";
import { inEachBrowser, stage, story } from "./stage.mjs";

/** COPYDESK_CASE names the cases to be run, by a part of their names. */
const wanted = ({ name }) => name.includes(process.env.COPYDESK_CASE ?? "");

inEachBrowser("a page that fights", (all) => {
  for (const item of [...MADE, ...LATER, ...LEAKS, ...DOCUMENTS].filter(wanted)) {
    test(item.name, () => runCase(all, item));
  }
});

const paragraph = "The harbour master of Aldermouth, Greta Lund, said on Friday that the tide tables had been misprinted. ";

inEachBrowser("what a page has to show", (all) => {
  test("light on a passage gives the page no way into the reader", async () => {
    const page = await all.read(story());
    await page.click('button.tool[data-tool="who"]');
    await until("the panel", () => page.reader(`function () { return this.querySelector(".tick") !== null; }`));
    await page.click(".tick");
    await until("the light", () => page.reader(`function () { return this.querySelector(".light") !== null; }`));
    const ranges = await page.inPage(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).length);
    assert.equal(ranges, 0);
    await page.close();
  });

  test("text of the page never becomes an element", async () => {
    const payload = `&lt;img src=x onerror="document.title='owned'"&gt;&lt;script&gt;document.title='owned'&lt;/script&gt;`;
    const page = await all.read(
      story().replaceAll("Ingrid Solheim", `Ingrid Solheim ${payload}`).replace('rel="author">Edda Marwick', `rel="author">Edda Marwick ${payload}`),
    );
    const shown = await readReader(page);
    assert.ok(shown.blocks.some((block) => block.text.includes("<script>")), "the text is shown as text");
    const found = await page.reader(`function () { return this.querySelectorAll("script, [onerror], iframe, object, embed, form, input").length; }`);
    assert.equal(found, 0);
    assert.doesNotMatch(await page.look(() => document.title), /owned/);
    await page.close();
  });

  test("links with a scheme that runs code are no links", async () => {
    const schemes = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "blob:x", "file:///etc/passwd"];
    const links = schemes.map((href) => `<a href="${href.replace(/[<>]/g, "")}">quarterly report</a>`).join(" and the ");
    const page = await all.read(story().replace("Who pays is another matter.", `Who pays is another matter, says the ${links}.`));
    const hrefs = await page.reader(`function () { return [...this.querySelectorAll("a")].map((a) => a.getAttribute("href")); }`);
    assert.deepEqual(hrefs.filter((href) => !/^(https?|mailto):/.test(href)), []);
    await page.close();
  });
});

describe("a page of monstrous size", () => {
  const all = stage();
  const answered = (page, limit) =>
    until("an answer", () => page.reader(`function () { return ["article", "message"].includes(this.querySelector("dialog")?.dataset.state); }`), limit);

  test("100,000 nested elements in the markup: an answer in time", async () => {
    const page = await all.open(`<!doctype html><title>Deep</title>${"<div>".repeat(100_000)}${paragraph.repeat(20)}`);
    await page.clickAction();
    await answered(page, 120_000);
    await page.close();
  });

  // Chromium itself gives up on a page of 3,000.
  test("elements nested 1,500 deep by script: an answer in time", async () => {
    const page = await all.open(
      story({
        body: `<script>let inner = document.body; for (let i = 0; i < 1500; i++) inner = inner.appendChild(document.createElement("div"));
          inner.textContent = ${JSON.stringify(paragraph.repeat(20))};</script>`,
      }),
    );
    await page.clickAction();
    await answered(page, 120_000);
    await page.close();
  });

  const tooLarge = async (page) => {
    await page.clickAction();
    await page.waitForReader("message", 120_000);
    assert.match((await readReader(page)).message, /too large|too long/);
    await page.close();
  };

  test("one text of five million characters: said to be too large", async () => {
    await tooLarge(await all.open(`<!doctype html><title>Long</title><article><h1>Long</h1><p id="p"></p></article><script>
      document.getElementById("p").textContent = ${JSON.stringify(paragraph)}.repeat(48000);</script>`));
  });

  const BEYOND = {
    "more than 200,000 nodes": `for (let i = 0; i < 200_001; i++) room.append(document.createElement("br"));`,
    "more than two million characters": `room.append(${JSON.stringify(paragraph)}.repeat(24_000));`,
  };
  for (const [name, code] of Object.entries(BEYOND)) {
    test(`${name}: said to be too large, and not sent anywhere`, async () => {
      await all.browser.background(() => {
        globalThis.asked = [];
        chrome.runtime.onMessage.addListener(({ type }) => void asked.push(type));
      });
      await tooLarge(await all.open(`<!doctype html><title>Large</title><main id="room"><p>${paragraph}</p></main>
        <script>const room = document.getElementById("room"); ${code}</script>`));
      const asked = await all.browser.background(() => globalThis.asked);
      assert.deepEqual([asked.includes("settings"), asked.includes("analyze")], [true, false]);
    });
  }

  test("three thousand names, much alike: an article", async () => {
    const people = Array.from({ length: 300 }, (_, i) => `<p>${Array.from({ length: 10 }, (_, j) => `Greta Lund${"abcdefghij"[j]}${i} met the mayor.`).join(" ")}</p>`);
    const page = await all.open(`<!doctype html><html lang="en"><title>Names</title><article><h1>All the names of Aldermouth</h1>${people.join("\n")}</article></html>`);
    await page.clickAction();
    await page.waitForReader("article", 120_000);
    const shown = await readReader(page);
    assert.ok(shown.blocks.length + shown.flags.length > 0);
    await page.close();
  });
});
