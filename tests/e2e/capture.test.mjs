// What is drawn is read, in the order in which it is drawn: shadow trees, slots, elements without a box.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readLeftOut, readReader } from "../browser/reader.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const paragraphs = [
  "The ferry left at 6.40am on Wednesday with 212 people on board, eleven months after the storm.",
  "Harbour staff had worked through the night to clear the last of the sand from the slipway.",
  "“We did not think it would be ready before spring,” said the harbour master, who was on the quay.",
  "The island has had no regular crossing since last November, and food came by fishing boat.",
  "Fares stay as they were until March, when the council will look at them again, it said.",
];
const p = (number) => `<p slot="${number}">${paragraphs[number]}</p>`;

const page = `<!doctype html><html lang="en"><head><title>Ferry returns to Tarn Sound</title></head><body><main>
  <h1>Ferry returns to Tarn Sound</h1>
  <div style="display: contents">${p(0)}</div>
  <story-part>${p(3)}${p(1)}<p slot="nowhere">For this there is no slot, so no browser draws it at all, however long it is.</p></story-part>
  <div><template shadowrootmode="open">${p(4)}</template><p>What a shadow tree without a slot covers is not drawn by any browser.</p></div>
  <div style="display: none"><div style="display: contents"><p>Hidden text stays hidden, however its own box is laid out by the page.</p></div></div>
  <script>
    const root = document.querySelector("story-part").attachShadow({ mode: "open" });
    root.innerHTML = '<section><slot name="1"></slot>${p(2)}<slot name="3"></slot><slot name="none"></slot></section>';
  </script></main></body></html>`;

/** Ways to hide a paragraph from whoever looks at the page. */
const HIDDEN = ["hidden", 'style="display: none"', 'style="visibility: hidden"', 'class="none"', 'style="content-visibility: hidden"'];
const SECRET = "The subscribers alone were told what the harbour had cost in the end, all of it.";

inEachBrowser("capture", (all) => {
  test("the text is that on the screen, in its order", async () => {
    const tab = await all.read(page);
    const shown = await readReader(tab);
    assert.deepEqual(shown.blocks.map((block) => block.text).filter((text) => text.length > 40), paragraphs);
    await tab.clickAction();
    await tab.waitForClosed();
    await tab.close();
  });

  test("what the page hides is neither shown nor listed", async () => {
    const hidden = HIDDEN.map((how) => `<div ${how}><p>${SECRET}</p></div>`).join("");
    const tab = await all.read(story({ head: "<style>.none { display: none }</style>" }).replace("<p>Who pays is another matter.", `${hidden}<p>Who pays is another matter.`));
    assert.equal(await tab.look((text) => document.documentElement.textContent.split(text).length - 1, SECRET), HIDDEN.length);
    const isThere = await tab.reader(`function (text) { return this.textContent.includes(text); }`, SECRET);
    const listed = await readLeftOut(tab);
    assert.equal(isThere, false);
    assert.ok(listed.length > 0);
    assert.deepEqual(listed.filter(({ text }) => text.includes("subscribers alone")), []);
    await tab.close();
  });

  test("an address is whole or not there", async () => {
    const long = [5_000, 8_100, 9_000].map((length) => `/x?${"a".repeat(length)}z`);
    const links = long.map((href) => `<a href="${href}">a report</a>`).join(" and ");
    const page = await all.read(story().replace("Who pays is another matter.", `Who pays is another matter, say ${links}.`));
    const hrefs = await page.reader(`function () { return [...this.querySelectorAll("article a[href*=aaaa]")].map((a) => a.getAttribute("href")); }`);
    assert.deepEqual(hrefs.map((href) => href.at(-1)), ["z", "z"]);
    await page.close();
  });
});
