// A language that nobody speaks: every message in brackets, its words a third longer and some more of
// them. What stands without brackets was never looked up, what does not fit would not fit in German.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { faults } from "./faults.mjs";
import { built, fixture, stage, story } from "./stage.mjs";

const FACTS = ["language", "direction", "name"];

/** A message in brackets, lengthened; its placeholders stay. */
function pseudo(message) {
  const longer = message.replace(/\$\w+\$|\p{L}{4,}/gu, (word) => (word.startsWith("$") ? word : word + "~".repeat(Math.ceil(word.length / 3))));
  return `⟦${longer}${" ~~~~~".repeat(Math.floor(message.length / 20))}⟧`;
}

const folder = mkdtempSync(join(tmpdir(), "copydesk-pseudo-"));
cpSync(built("chromium"), folder, { recursive: true });
const file = join(folder, "_locales/en/messages.json");
const messages = JSON.parse(readFileSync(file, "utf8"));
for (const [key, entry] of Object.entries(messages)) {
  if (!FACTS.includes(key)) entry.message = pseudo(entry.message);
}
writeFileSync(file, JSON.stringify(messages));

/** What the page says, not the interface. */
const PAGE = [
  "[data-item]", ".site", ".byline", ".published", ".card-name", ".card-role", ".card-evidence", ".card-quote", ".card-verb", ".leftout-text",
  ".who-full", ".who-role", "article.all", ".who-more", ".sheet-more bdi",
].join();

/** Text and labels of the interface that are in no brackets. */
function bare(page) {
  const root = this instanceof Node ? this : document;
  const isWord = (text) => /\p{L}{2}/u.test(text);
  const found = [];
  const walker = document.createTreeWalker(root instanceof Document ? root.body : root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || element.closest(page) || element.closest("style, script, [aria-hidden=true]:not(#sample)") || !isWord(node.data)) continue;
    const whole = element.textContent;
    if (!whole.includes("⟦")) found.push(node.data.trim());
  }
  for (const element of root.querySelectorAll("[aria-label], [title]")) {
    if (element.closest(page)) continue;
    for (const name of ["aria-label", "title"]) {
      const value = element.getAttribute(name);
      if (value && isWord(value) && !value.includes("⟦") && value !== "Copydesk") found.push(`${name}: ${value}`);
    }
  }
  return found;
}

describe("the interface in brackets", () => {
  const all = stage("chromium", { extension: folder });
  after(() => rmSync(folder, { recursive: true }));
  const has = (page, selector) => page.reader(`function (selector) { return this.querySelector(selector) !== null; }`, selector);

  for (const width of [360, 1280]) {
    test(`the reader, ${width} px wide: no bare word, nothing cut off`, async () => {
      const page = await all.open(story());
      await page.resize(width, 900);
      await page.clickAction();
      await page.waitForReader();
      const check = async (what) => {
        assert.deepEqual(await page.reader(bare, PAGE), [], what);
        assert.deepEqual(await page.reader(faults), [], what);
      };
      await check("the article");
      for (const [tool, panel] of [["settings", ".sheet"], ["who", ".who-list"]]) {
        await page.click(`button.tool[data-tool="${tool}"]`);
        await until(tool, () => has(page, panel));
        await check(tool);
        await page.press("Escape");
      }
      await page.click(".summary .leftout-show");
      await until("the list", () => has(page, ".leftout-list li"));
      await check("what was left out");
      await page.press("Escape");
      await page.press("Tab");
      await page.press("n");
      await until("a card", () => has(page, ".card"));
      await check("a card");
      await page.close();
    });
  }

  test("a message instead of an article", async () => {
    const page = await all.open(fixture("front.html"));
    await page.clickAction();
    await page.waitForReader("message");
    assert.deepEqual(await page.reader(bare, PAGE), []);
    await page.close();
  });

  for (const name of ["options", "welcome", "refused"]) {
    test(`pages/${name}.html: no bare word, nothing cut off`, async () => {
      const page = await all.browser.open(all.browser.address(`pages/${name}.html`));
      await until("the words", () => page.look(() => document.querySelector("h1").textContent));
      await page.resize(360, 900);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const found = await page.look(bare, "output, .brand, .name");
      assert.deepEqual(found, []);
      if (name !== "refused") assert.deepEqual(await page.look(faults), []);
      await page.close();
    });
  }
});
