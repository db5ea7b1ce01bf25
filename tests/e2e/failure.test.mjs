// Where there is nothing to read: what is said, and what can be done then. And the other ways to the reader.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readReader } from "../browser/reader.mjs";
import { inEachBrowser, story } from "./stage.mjs";

/** The smallest file that a viewer takes for a PDF. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
`;

inEachBrowser("where there is nothing to read", (all, name) => {
  const refused = async () => {
    const shown = await until("the small window", () => all.browser.popup());
    assert.equal(shown, all.browser.address("pages/refused.html"));
  };

  test("too little text: said so, and what there is can be shown", async () => {
    const page = await all.read("<!doctype html><title>Preview</title><h1>Ferry returns</h1><p>The ferry sails again. Read on in the app.</p>", "message");
    assert.match((await readReader(page)).message, /too little text/);
    await page.click(".message-all");
    await until("the text", () => page.reader(`function () { return /sails again/.test(this.querySelector("article")?.textContent); }`));
    await page.close();
  });

  test("a page of the browser's own: the button says why it cannot, and what to do", async () => {
    const page = await all.browser.open(name === "firefox" ? "about:support" : "chrome://version/");
    await page.clickAction();
    await refused();
    await page.close();
  });

  test("the small window says what is the matter, and what to do", async () => {
    const page = await all.browser.open(all.browser.address("pages/refused.html"));
    const text = await until("the words", () => page.look(() => document.querySelector("h1").textContent && document.body.innerText));
    assert.match(text, /Not on this page\s+The browser lets no extension into [^]*PDF[^]*Open a story on an ordinary page/);
    await page.close();
  });

  test("a PDF file: said so, in the reader or at the button", async () => {
    const page = await all.open(PDF, { "content-type": "application/pdf" });
    await page.clickAction();
    if (name === "firefox") await refused();
    else {
      await page.waitForReader("message");
      assert.match((await readReader(page)).message, /PDF/);
    }
    await page.close();
  });

  if (name === "chromium") {
    test("the badge and the button's title say it too", async () => {
      const page = await all.browser.open("chrome://version/");
      await page.clickAction();
      await until("the badge", () =>
        all.browser.background(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const [text, title] = await Promise.all([chrome.action.getBadgeText({ tabId: tab.id }), chrome.action.getTitle({ tabId: tab.id })]);
          return text === "!" && /cannot read this page/.test(title);
        }),
      );
      await page.close();
    });

    // The system draws the menu, and keys sent to a page do not reach the browser's window.
    test("the context menu has an entry, and a shortcut is set", async () => {
      const [command] = await all.browser.background(() => chrome.commands.getAll());
      assert.deepEqual([command.name, command.shortcut], ["_execute_action", "Alt+Shift+Y"]);
      await all.browser.background(() => chrome.contextMenus.update("read", {}));
    });
    return;
  }

  test("the context menu opens the reader", async () => {
    const page = await all.open(story());
    await page.chooseFromMenu("Read with Copydesk");
    await page.waitForReader();
    await page.close();
  });

  test("the shortcut opens and closes the reader", async () => {
    const page = await all.open(story());
    // Keys sent to a window that is only just there may go nowhere: whoever sees nothing presses again.
    const press = (then) => until("the shortcut to be heard", async () => {
      await page.shortcut("Y");
      return then().then(() => true, () => false);
    }, 120_000);
    await press(() => page.waitForReader("article", 15_000));
    await press(() => page.waitForClosed(15_000));
    await page.close();
  });
});
