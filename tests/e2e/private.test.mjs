// A private window: the reader works as everywhere, and nothing that is done there is kept.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { FIREFOX, stage, story } from "./stage.mjs";

describe("a private window", { skip: FIREFOX ? false : "no Firefox is installed" }, () => {
  const all = stage("firefox");
  const theme = (page) => page.reader(`function () { return this.querySelector("dialog").dataset.theme; }`);

  const there = (page, selector) =>
    until(selector, () => page.reader(`function (selector) { return this.querySelector(selector) !== null; }`, selector));
  const open = async ({ isPrivate }) => {
    const page = await all.browser.open(all.server.page("private.html", story()), { isPrivate });
    await page.clickAction();
    await page.waitForReader();
    return page;
  };
  const options = async ({ isPrivate, hash = "" }) => {
    const page = await all.browser.open(all.browser.address(`pages/options.html${hash}`), { isPrivate });
    await until("the page", () => page.look(() => document.querySelector("#sites").textContent && document.querySelector("#data").textContent));
    return page;
  };
  const chosen = (page) => page.look(() => document.querySelector(".choice-theme :checked").value);
  /** That nothing is kept, as a page of all settings in another window shows it. */
  const nothingKept = async () => {
    const page = await options({ isPrivate: false });
    assert.match(await page.look(() => document.querySelector("#sites").textContent), /Nothing is set/);
    assert.equal(await chosen(page), "system");
    assert.equal(await page.look(() => document.querySelector("#private").getClientRects().length), 0);
    await page.close();
  };

  test("settings hold there until it closes, corrections for the page; neither is kept", async () => {
    const page = await open({ isPrivate: true });
    await page.click('button.tool[data-tool="settings"]');
    await there(page, ".sheet");
    await page.click('.choice-theme [data-value="sepia"] input');
    await until("the theme", async () => (await theme(page)) === "sepia");
    await page.press("Escape");
    await page.click("section.flag .flag-show");
    await there(page, ".verdict-act:nth-child(2)");
    await page.click(".verdict-act:nth-child(2)");
    await there(page, "[data-verdict]");
    await nothingKept();
    const second = await open({ isPrivate: true });
    assert.equal(await theme(second), "sepia");
    await second.close();
    const ordinary = await open({ isPrivate: false });
    assert.equal(await theme(ordinary), "system");
    await ordinary.close();
    await page.close();
    await until("it to be forgotten", async () => {
      const later = await open({ isPrivate: true });
      const now = await theme(later);
      await later.close();
      return now === "system";
    });
  });

  test("no report is kept from there", async () => {
    const shelf = (page) => page.reader(`function () { return [...this.querySelectorAll(".compare-act, .compare-note")].map((part) => part.dataset.value ?? part.textContent); }`);
    const page = await open({ isPrivate: true });
    await page.click('button.tool[data-tool="compare"]');
    await until("the shelf", async () => (await shelf(page)).length > 2);
    const offered = await shelf(page);
    assert.ok(offered.includes("Nothing is kept from a private window."), String(offered));
    assert.ok(!offered.includes("keep"));
    await page.close();
  });

  test("the page of all settings keeps nothing there, says so, and lets no site open by itself", async () => {
    const page = await options({ isPrivate: true, hash: "#127.0.0.1" });
    assert.match(await page.look(() => document.querySelector("#private").textContent), /private window.*not kept/);
    assert.ok(await page.look(() => document.querySelector("#private").getClientRects().length === 1));
    assert.equal(await page.look(() => document.querySelector("#ask").getClientRects().length), 0);
    assert.equal(await page.look(() => document.querySelectorAll("input[type=file]").length), 0);
    assert.equal(await page.look(() => document.querySelector('[data-name="wikipedia"] input').disabled), true);
    await page.click('.choice-theme [data-value="sepia"] input');
    await until("the page to follow", () => page.look(() => document.body.dataset.theme === "sepia"));
    const reader = await open({ isPrivate: true });
    assert.equal(await theme(reader), "sepia");
    await nothingKept();
    await page.close();
    // The way to it from the reader names no site.
    await reader.click('button.tool[data-tool="settings"]');
    await there(reader, ".sheet-more");
    await reader.click(".sheet-more");
    const opened = () => all.browser.addresses().then((urls) => urls.filter((url) => url.includes("options.html")));
    await until("the page of all settings", async () => (await opened()).length > 0);
    assert.deepEqual(await opened(), [all.browser.address("pages/options.html")]);
    await reader.close();
  });
});
