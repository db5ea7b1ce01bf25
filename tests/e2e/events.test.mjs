// What a person does in the reader is the reader's alone, and only a person can do it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { until } from "../browser/cdp.mjs";
import { inEachBrowser, story } from "./stage.mjs";

/** A page whose ordinary listeners hear, forbid and replace whatever they can. */
const EAGER = `<style>* { user-select: none }</style><script>
  globalThis.heard = {};
  const types = new Set("copy cut paste wheel mousewheel selectstart click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout touchstart touchend dragstart drop keydown keypress keyup input beforeinput change focusin focusout scroll toggle close cancel".split(" "));
  for (const name in HTMLElement.prototype) if (name.startsWith("on")) types.add(name.slice(2));
  const hear = (event) => {
    if (event.target?.localName !== "copydesk-reader") return;
    heard[event.type] = (heard[event.type] ?? 0) + 1;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", "Read more at example.com");
  };
  for (const target of [window, document, document.documentElement]) for (const type of types) target.addEventListener(type, hear, { passive: false });
</script>`;

inEachBrowser("what is done in the reader", (all, name) => {
  const top = (page) => page.reader(`function () { return this.querySelector(".scroller").scrollTop; }`);

  test("reaches no ordinary listener of the page, and works", async () => {
    const page = await all.read(story({ head: EAGER }));
    await page.click("button.flag-show");
    await until("the section", () => page.reader(`function () { return !this.querySelector(".flag-body").hidden; }`));
    await page.hover(".name[data-kind=PER]");
    await until("the card", () => page.reader(`function () { return this.querySelector(".card") !== null; }`));
    await page.press("Escape");
    // Firefox says what is set on the element itself: the paragraph's is its parent's.
    const selectable = await page.reader(`function () { return getComputedStyle(this.querySelector("article p[data-item]")).userSelect; }`);
    assert.equal(selectable, name === "firefox" ? "auto" : "text");
    await page.drag("article p[data-item]");
    if (name === "chromium") {
      await page.copyAll();
      const copied = await all.browser.clipboard(page);
      assert.ok(copied.includes("Lady Sunniva"), copied.slice(0, 200));
    } else await page.copy();
    await page.press("n");
    const before = await top(page);
    await page.wheel(".content", 240);
    await until("the text to move", async () => Math.abs((await top(page)) - before) > 50);
    await wait(300);
    assert.deepEqual(await page.inPage(() => globalThis.heard), {});
    await page.close();
  });

  if (name !== "chromium") return;

  // Firefox takes what its tests do with the browser's rights for done by a person.
  test("counts only if a person did it", async () => {
    const page = await all.read(story().replace("Who pays is another matter.", `Who pays is another matter, says <a href="#comments">a note</a>.`));
    const look = () => page.reader(`function () {
      const all = (selector) => this.querySelectorAll(selector).length;
      return [this.querySelector("dialog").dataset.state, all(".panel"), all(".card"), all(".enlarged"), all(".flag-body:not([hidden])"), all("[data-verdict]"), this.querySelector("article").textContent.length, this.activeElement?.className];
    }`);
    const before = await look();
    await page.reader(`function () {
      for (const each of this.querySelectorAll("button, .name, a[href*='#'], .zoom img")) each.click();
      for (const target of [this.querySelector("dialog"), this.querySelector(".scroller"), this.querySelector(".name")]) {
        for (const key of ["n", "Enter", " ", "Escape"]) target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
        for (const type of ["pointerover", "pointerdown", "focusin"]) target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: "mouse" }));
      }
    }`);
    await wait(700);
    assert.deepEqual(await look(), before);
    await page.close();
  });

  test("nothing listens once it is closed", async () => {
    const page = await all.read(story());
    const listens = () => page.inScripts(() => chrome.runtime.onMessage.hasListeners());
    assert.equal(await listens(), true);
    await page.clickAction();
    await page.waitForClosed();
    assert.equal(await listens(), false);
    await page.close();
  });
});
