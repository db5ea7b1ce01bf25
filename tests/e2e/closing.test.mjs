// Closing gives the page back: markup, scroll position, form values, style sheets.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pageState } from "../browser/reader.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const WAYS = {
  "a second click on the toolbar button": (page) => page.clickAction(),
  Esc: (page) => page.press("Escape"),
  "the close button": (page) => page.click("button.close"),
};

/** A page in use: scrolled, with a comment half written and the focus in it. */
async function used(all) {
  const page = await all.open(story());
  await page.inPage(() => {
    document.querySelector("[name=comment]").value = "Half a sentence about the";
    document.querySelector("[name=remember]").checked = false;
    document.querySelector("[name=email]").value = "reader@example.org";
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    document.querySelector("[name=comment]").focus({ preventScroll: true });
    window.scrollTo(0, 700);
  });
  return page;
}

inEachBrowser("closing", (all) => {
  test("three clicks at once leave a reader, two nothing, and the button says the same", async () => {
    for (const clicks of [2, 3]) {
      const page = await all.open(story());
      await Promise.all(Array.from({ length: clicks }, () => page.clickAction()));
      if (clicks % 2) await page.waitForReader();
      else await page.waitForClosed();
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal((await all.browser.badge()).text !== "", clicks % 2 === 1);
      await page.close();
    }
  });

  for (const [name, close] of Object.entries(WAYS)) {
    test(`${name} leaves the page as it was`, async () => {
      const page = await used(all);
      const before = await pageState(page);
      assert.ok(before.scroll[1] > 600);
      await page.clickAction();
      await page.waitForReader();
      await close(page);
      await page.waitForClosed();
      assert.deepEqual(await pageState(page), before);
      assert.equal(await page.look(() => document.activeElement.name), "comment", "the focus is back where it was");
      await page.close();
    });
  }

  test("open and closed five times, the page is still as it was", async () => {
    const page = await used(all);
    const before = await pageState(page);
    for (let i = 0; i < 5; i++) {
      await page.clickAction();
      await page.waitForReader();
      await page.clickAction();
      await page.waitForClosed();
    }
    assert.deepEqual(await pageState(page), before);
    await page.close();
  });

  test("the page cannot close, click or read the reader", async () => {
    const page = await used(all);
    await page.clickAction();
    await page.waitForReader();
    const reached = await page.inPage(() => {
      const host = document.querySelector("copydesk-reader");
      host.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
      host.click();
      return [host.shadowRoot, host.childNodes.length, host.textContent];
    });
    assert.deepEqual(reached, [null, 0, ""]);
    assert.ok(await page.reader("function () { return true; }"));
    await page.close();
  });
});
