// A whole session of reading, with every tool: what was asked for meanwhile, by the page or by anybody,
// and what is kept after it.

import { strangers } from "../browser/errands.mjs";
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readCard, useTool } from "../browser/reader.mjs";
import { fixture, inEachBrowser, stage, story } from "./stage.mjs";

const there = (page, selector) => until(selector, () => page.reader(`function (selector) { return this.querySelector(selector) !== null; }`, selector));

/** Everything that can be done with an article. */
async function useEverything(page, downloads) {
  const actor = await page.reader(`function () { return this.querySelector("article p .name[data-kind=PER]").dataset.actor; }`);
  await readCard(page, actor);
  await page.press("Escape");
  for (const [tool, part] of [["who", "li.who"], ["listen", ".listen"], ["settings", ".sheet"]]) {
    await useTool(page, tool);
    await there(page, part);
    if (tool === "settings") await page.click('.choice-theme [data-value="sepia"] input');
    await page.press("Escape");
  }
  await page.click("section.flag .flag-show");
  await there(page, ".verdict-act:nth-child(2)");
  await page.click(".verdict-act:nth-child(2)");
  await there(page, "[data-verdict]");
  await page.click(".summary .leftout-show");
  await there(page, ".leftout-list");
  await page.press("Escape");
  await page.click("article .zoom");
  await there(page, ".enlarged");
  await page.press("Escape");
  await useTool(page, "save");
  await there(page, ".save-act");
  await page.click(".save-list li:nth-child(2) button");
  await until("the file", async () => (await readdir(downloads).catch(() => [])).some((name) => /\.md$/.test(name)));
  await page.press("Escape");
}

inEachBrowser("a session of reading", (all) => {
  test("asks for nothing but the page's own pictures, and keeps what was set and nothing of the page", async () => {
    const page = await all.open(story());
    const begun = Date.now();
    await page.clickAction();
    await page.waitForReader();
    await useEverything(page, all.browser.downloads);
    await page.clickAction();
    await page.waitForClosed();
    await page.close();
    const front = await all.open(fixture("front.html"));
    await front.clickAction();
    await front.waitForReader("message");
    await front.click("button.message-all");
    await there(front, "article");
    await front.close();

    const origin = all.server.origin;
    const own = new Set([`${origin}/story.svg`, `${origin}/favicon.ico`, `${origin}/test-2.html`]);
    const asked = [...all.server.since(begun), ...page.requests.filter(({ at }) => at >= begun).map(({ url }) => url)];
    const inside = asked.filter((url) => /^(https?|wss?):/.test(url) && url.startsWith(origin));
    assert.deepEqual(inside.filter((url) => !own.has(url)), []);
    // A browser of another run may take this port for that of its own, gone proxy.
    assert.deepEqual(strangers(all.server.outside), []);

    const kept = await all.browser.kept();
    assert.deepEqual(Object.keys(kept).map((key) => key.replace(/^(correction:127\.0\.0\.1)\/.+/s, "$1")).sort(), ["correction:127.0.0.1", "setting:theme"]);
    assert.equal(kept["setting:theme"], "sepia");
    assert.doesNotMatch(JSON.stringify(kept), /Tarn|Solheim|ferry|test-1|story/i);
  });
});

describe("what is kept", () => {
  const all = stage();

  test("is in the one store, closed to scripts in pages", async () => {
    const page = await all.read(story());
    await page.click('button.tool[data-tool="settings"]');
    await there(page, ".sheet");
    await page.click('.choice-theme [data-value="dark"] input');
    await until("it to be kept", async () => (await all.browser.kept())["setting:theme"] === "dark");
    const refusals = await page.inScripts(() =>
      Promise.all(["local", "session"].map((area) => chrome.storage[area].get().then(() => "open", (error) => error.message))),
    );
    for (const refusal of refusals) assert.match(refusal, /not allowed|Access to storage/i);
    const others = await all.browser.background(async () => {
      const [sync, session] = await Promise.all(["sync", "session"].map((area) => chrome.storage[area].get()));
      return { sync, session, caches: await caches.keys(), databases: await indexedDB.databases() };
    });
    const { session, ...rest } = others;
    assert.deepEqual(rest, { sync: {}, caches: [], databases: [] });
    assert.deepEqual(Object.keys(session), ["tabs"]);
    for (const tab of Object.values(session.tabs)) assert.deepEqual(Object.keys(tab).sort(), ["clicked", "opening", "pending", "quiet"]);
    assert.ok(Object.values(session.tabs).flatMap(Object.values).every((value) => typeof value !== "string"));
    await page.close();
  });
});
