// The place in the story is kept between page and reader, and the story can be marked on the page itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { pageState, useTool } from "../browser/reader.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const START = "Who pays is another matter";

/** In the page: scrolls so that the paragraph that starts so is `top` pixels below the window's edge. */
function scrollToParagraph(start, top) {
  const found = [...document.querySelectorAll("article p")].find((each) => each.textContent.startsWith(start));
  window.scrollTo(0, found.getBoundingClientRect().top + window.scrollY - top);
}

/** In the page: how far the paragraph that starts so is below the window's edge. */
function topOnPage(start) {
  const found = [...document.querySelectorAll("article p")].find((each) => each.textContent.startsWith(start));
  return found.getBoundingClientRect().top;
}

/** On the shadow root: the same in the reader. */
function topInReader(start) {
  const found = [...this.querySelectorAll("article p")].find((each) => each.textContent.startsWith(start));
  return found.getBoundingClientRect().top;
}

/** In the page: the text of every highlight, by name. */
function highlighted() {
  const found = {};
  CSS.highlights.forEach((highlight, name) => {
    found[name] = [];
    highlight.forEach((range) => found[name].push(range.toString().replace(/\s+/g, " ")));
  });
  return found;
}

/** The page's markup without the element that holds the reader. */
function markup() {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector("copydesk-reader")?.remove();
  return copy.outerHTML;
}

const marked = (page) => until("the page's own text to be marked", () => page.reader(`function () { return this.querySelector(".onpage") !== null; }`));

inEachBrowser("page and reader", (all) => {
  test("the reader opens at the paragraph that was in view, and closing does not move the page", async () => {
    const page = await all.open(story());
    await page.look(scrollToParagraph, START, 100);
    const before = await pageState(page);
    await page.clickAction();
    await page.waitForReader();
    const top = await page.reader(topInReader, START);
    assert.ok(Math.abs(top - 100) < 8, `${top} pixels`);
    await page.press("Escape");
    await page.waitForClosed();
    assert.deepEqual(await pageState(page), before);
    await page.close();
  });

  test("the bar stays when what is above the place grows: no hand has scrolled", async () => {
    const page = await all.open(story());
    await page.look(scrollToParagraph, START, 100);
    await page.clickAction();
    await page.waitForReader();
    const [before, after] = await page.reader(`async function () {
      const scroller = this.querySelector(".scroller");
      const before = scroller.scrollTop;
      this.querySelector("h1.title").style.paddingTop = "400px";
      for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
      return [before, scroller.scrollTop];
    }`);
    assert.ok(after > before + 300, `${before} and ${after}: the browser holds the place`);
    assert.ok(await page.reader(`function () { return this.querySelector(".bar .close").getBoundingClientRect().top >= 0; }`));
    await page.wheel(".scroller", 200);
    await until("the bar to go", () => page.reader(`function () { return this.querySelector(".bar .close").getBoundingClientRect().top < 0; }`));
    await page.close();
  });

  test("at the beginning of the page the reader opens at its headline", async () => {
    const page = await all.read(story());
    assert.equal(await page.reader(`function () { return this.querySelector(".scroller").scrollTop; }`), 0);
    await page.close();
  });

  test("names and inserts are marked on the page, and its markup stays what it was", async () => {
    const page = await all.open(story());
    const [before, plain] = [await pageState(page), await page.look(markup)];
    await page.clickAction();
    await page.waitForReader();
    await useTool(page, "page");
    await marked(page);
    const found = await page.look(highlighted);
    assert.deepEqual([...new Set(found["copydesk-per"])].filter((name) => /Solheim/.test(name)).sort(), ["Ingrid Solheim", "Solheim"]);
    assert.ok(found["copydesk-org"].length > 2 && found["copydesk-loc"].length > 1);
    assert.ok(found["copydesk-flag"].some((text) => text.startsWith("Days ago, Renwick told")));
    assert.equal(await page.look(markup), plain);
    await page.press("Escape");
    await page.waitForClosed();
    assert.deepEqual(await pageState(page), before);
    assert.deepEqual(await page.look(highlighted), {});
    await page.close();
  });

  test("a second click on the toolbar button ends it too", async () => {
    const page = await all.open(story());
    const before = await pageState(page);
    await page.clickAction();
    await page.waitForReader();
    await useTool(page, "page");
    await marked(page);
    await page.clickAction();
    await page.waitForClosed();
    assert.deepEqual(await pageState(page), before);
    await page.close();
  });

  test("to the page and back, the same paragraph stays in view", async () => {
    const page = await all.read(story());
    await page.reader(`function (start) {
      const found = [...this.querySelectorAll("article p")].find((each) => each.textContent.startsWith(start));
      this.querySelector(".scroller").scrollBy({ top: found.getBoundingClientRect().top - 100, behavior: "instant" });
    }`, START);
    await useTool(page, "page");
    await marked(page);
    const top = await page.look(topOnPage, START);
    assert.ok(Math.abs(top - 100) < 8, `${top} pixels on the page`);
    await page.press("Enter");
    await until("the reader to be back", () => page.reader(`function () { return this.querySelector("dialog.reader[open]") !== null && this.querySelector(".onpage") === null; }`));
    const back = await page.reader(topInReader, START);
    assert.ok(Math.abs(back - 100) < 8, `${back} pixels in the reader`);
    await page.press("Escape");
    await page.waitForClosed();
    await page.close();
  });
});
