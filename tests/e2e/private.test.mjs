// A private window: the reader works as everywhere, and nothing that is done there is kept.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { FIREFOX, stage, story } from "./stage.mjs";

describe("a private window", { skip: FIREFOX ? false : "no Firefox is installed" }, () => {
  const all = stage("firefox");
  const theme = (page) => page.reader(`function () { return this.querySelector("dialog").dataset.theme; }`);

  test("settings hold until the reader closes, corrections for the page; neither is kept", async () => {
    const page = await all.browser.open(all.server.page("private.html", story()), { isPrivate: true });
    await page.clickAction();
    await page.waitForReader();
    await page.click('button.tool[data-tool="settings"]');
    await until("the sheet", () => page.reader(`function () { return this.querySelector(".sheet") !== null; }`));
    await page.click('.choice-theme [data-value="sepia"] input');
    await until("the theme", async () => (await theme(page)) === "sepia");
    await page.press("Escape");
    await page.click("section.flag .flag-show");
    await until("the buttons", () => page.reader(`function () { return this.querySelectorAll(".verdict-act").length > 1; }`));
    await page.click(".verdict-act:nth-child(2)");
    await until("the answer", () => page.reader(`function () { return this.querySelector("[data-verdict]") !== null; }`));
    await page.close();

    const options = await all.browser.open(all.browser.address("pages/options.html"));
    await until("the page", () => options.look(() => document.querySelector("#sites").textContent));
    assert.match(await options.look(() => document.querySelector("#sites").textContent), /Nothing is set/);
    assert.equal(await options.look(() => document.querySelector(".choice-theme :checked").value), "system");
    await options.close();
  });
});
