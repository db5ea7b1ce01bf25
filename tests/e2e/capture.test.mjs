// What is drawn is read, in the order in which it is drawn: shadow trees, slots, elements without a box.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readReader } from "../browser/reader.mjs";
import { FIREFOX, stage } from "./stage.mjs";

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

for (const [name, skip] of [["chromium", false], ["firefox", FIREFOX ? false : "no Firefox is installed"]]) {
  describe(`capture in ${name}`, { skip }, () => {
    const all = stage(name);

    test("the text is that on the screen, in its order", async () => {
      const tab = await all.open(page);
      await tab.clickAction();
      await tab.waitForReader("article");
      const shown = await readReader(tab);
      assert.deepEqual(shown.blocks.map((block) => block.text).filter((text) => text.length > 40), paragraphs);
      await tab.clickAction();
      await tab.waitForClosed();
      await tab.close();
    });
  });
}
