// A page that is still being sent: read at once, and what comes later is taken in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readReader } from "../browser/reader.mjs";
import { fixture, inEachBrowser } from "./stage.mjs";

const LAST = "Solheim, for her part, did go home";
const MIDDLE = "For the fishing fleet the argument";
const [BEFORE, AFTER] = (() => {
  const html = fixture("story.html");
  const at = html.indexOf("<p", html.indexOf(MIDDLE) - 200);
  return [html.slice(0, at), html.slice(at)];
})();

inEachBrowser("a page that is still loading", (all, name) => {
  let number = 0;

  /** Goes to a page that is sent piece by piece, of which `first` has come. */
  async function go(first) {
    const sent = all.server.stream(`stream-${name}-${(number += 1)}.html`);
    sent.send(first);
    const page = await all.open("<!doctype html><title>Before</title>");
    await page.inPage((url) => void (location.href = url), sent.url);
    await until("the beginning of the page", () => page.look((url) => location.href === url && document.head !== null, sent.url).catch(() => false));
    return { page, sent };
  }

  const has = (page, text) => page.reader(`function (text) { return this.querySelector("article")?.textContent.includes(text) === true; }`, text);
  const more = (page) => page.reader(`function () { return this.querySelector(".more")?.textContent ?? ""; }`);

  test("what is there is shown at once, with a word that more may come; what comes later is taken in, in its place", async () => {
    const { page, sent } = await go(BEFORE);
    await page.clickAction();
    await page.waitForReader();
    assert.equal(await has(page, LAST), false);
    await until("the word", async () => /more may come/.test(await more(page)));
    await page.reader(`function () { this.querySelector(".scroller").scrollTop = 300; }`);
    const where = () => page.reader(`function () { return [...this.querySelectorAll("p[data-item]")].find((p) => p.textContent.startsWith("The work was finished")).getBoundingClientRect().top; }`);
    const before = await where();
    sent.send(AFTER);
    sent.end();
    await until("the rest", () => has(page, LAST), 15_000);
    await until("the word to go", async () => (await more(page)) === "", 15_000);
    // The word itself has gone from above.
    const moved = Math.abs((await where()) - before);
    assert.ok(moved < 48, `the place is kept: moved by ${moved}`);
    await page.close();
  });

  test("where the reader is being used, more is only offered; verdicts stay", async () => {
    const { page, sent } = await go(BEFORE);
    await page.clickAction();
    await page.waitForReader();
    const flagged = await page.reader(`function () { return this.querySelector("section.flag .flag-body [data-item]").textContent; }`);
    await page.click("section.flag .flag-show");
    await until("the buttons", () => page.reader(`function () { return this.querySelector(".verdict-act") !== null; }`));
    await page.click(".verdict-act");
    await until("the verdict", () => page.reader(`function () { return this.querySelector("[data-verdict=in]") !== null; }`));
    sent.send(AFTER);
    sent.end();
    await until("the offer", () => page.reader(`function () { return this.querySelector(".more-take") !== null; }`), 15_000);
    assert.equal(await has(page, LAST), false, "nothing changes under a reader's hands");
    await page.click(".more-take");
    await until("the rest", () => has(page, LAST), 10_000);
    const { blocks } = await readReader(page);
    assert.ok(blocks.some(({ text }) => flagged.trim().startsWith(text.slice(0, 30))), "what was said to belong is part of the story");
    await page.close();
  });

  test("a look while another one is under way comes after it", async () => {
    const { page, sent } = await go(BEFORE);
    await page.clickAction();
    await page.waitForReader();
    await page.click('button.tool[data-tool="who"]');
    // Enough to be read for a while.
    sent.send(AFTER.replace("</body>", `${"<div><a href='/x'>More</a></div>".repeat(40_000)}</body>`));
    await until("the offer", () => page.reader(`function () { return this.querySelector(".more-take") !== null; }`), 30_000);
    await page.reader(`function () { this.querySelector(".more-take").focus(); }`);
    await page.press("Enter");
    await page.press("Enter");
    await until("the rest", () => has(page, LAST), 30_000);
    const said = await page.reader(`function () { return this.querySelector("[role=status]").textContent; }`);
    assert.doesNotMatch(said, /did not work/);
    sent.end();
    await page.close();
  });

  test("where there is no story yet, it is waited for in words", async () => {
    const { page, sent } = await go(BEFORE.slice(0, BEFORE.indexOf("<main") > 0 ? BEFORE.indexOf("<main") : 600));
    await page.clickAction();
    await until("the words", () => page.reader(`function () { return /still loading/.test(this.querySelector(".loading")?.textContent); }`), 15_000);
    sent.send(fixture("story.html").slice(BEFORE.indexOf("<main") > 0 ? BEFORE.indexOf("<main") : 600));
    sent.end();
    await page.waitForReader();
    assert.ok(await has(page, LAST));
    await page.close();
  });

  test("a script that never comes holds nothing up", async () => {
    const hanging = all.server.stream(`hanging-${name}.js`);
    const { page, sent } = await go(fixture("story.html").replace("</body>", `<script src="${hanging.url}"></script></body>`));
    await page.clickAction();
    await page.waitForReader();
    assert.ok(await has(page, LAST));
    await page.clickAction();
    await page.waitForClosed();
    hanging.end();
    sent.end();
    await page.close();
  });
});
