// The tables of tests/security in both browsers: nothing runs, nothing is asked for, nothing but what is
// allowed stands in the reader, and the page is what it was.

import { ERRANDS } from "../browser/errands.mjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import markdownIt from "markdown-it";
import { marked } from "marked";
import { until } from "../browser/cdp.mjs";
import { useTool } from "../browser/reader.mjs";
import { addressPage, pages, pasted, readable, strange, strangeInMarkdown, tables } from "./payloads.mjs";
import { ROOT, inEachBrowser, stage } from "./stage.mjs";

/** How long (ms) a page is let alone until what it runs and asks for by itself is over. */
const SETTLING = 400;

/** In the page: all that it is, and what ran out of turn; named fields do not come between. */
function pageNow() {
  const get = (name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(document);
  const root = get("documentElement");
  const fields = [...Document.prototype.querySelectorAll.call(document, "input, textarea, select")];
  return {
    html: root.outerHTML,
    ran: root.getAttribute("data-ran"),
    sheets: get("adoptedStyleSheets").length,
    title: get("title"),
    scroll: [window.scrollX, window.scrollY],
    fields: fields.map((field) => [field.value, field.checked ?? null]),
    // Where a field has the focus, a browser may take its selection for the page's.
    selected: /^(input|textarea)$/.test(get("activeElement")?.localName) ? null : String(window.getSelection()),
  };
}

/** In the page: as a person leaves it, scrolled, filled in and with a word selected. */
function use() {
  const [paragraph] = Document.prototype.querySelectorAll.call(document, "article > p");
  for (const field of Document.prototype.querySelectorAll.call(document, "input:not([type=image]), textarea")) field.value = "half a word";
  window.getSelection().setBaseAndExtent(paragraph.firstChild, 4, paragraph.firstChild, 18);
  window.scrollTo(0, 240);
}

const arm = () => void dispatchEvent(new (document.defaultView ?? window).Event("arm"));

/** Puts everything of the page into the reader, in page order. */
async function showAll(page) {
  if (!(await page.reader(`function () { return this.querySelector("button.leftout-show") !== null; }`))) return;
  await page.click("button.leftout-show");
  await until("the list", () => page.reader(`function () { return this.querySelector(".leftout-all") !== null; }`));
  await page.click(".leftout-all");
  await until("everything", () => page.reader(`function () { return this.querySelector("dialog").hasAttribute("data-order"); }`));
}

/** The Markdown of what is open, by the clipboard. */
async function markdown(all, page) {
  await useTool(page, "save");
  await until("the panel", () => page.reader(`function () { return this.querySelector(".save-act") !== null; }`));
  await page.click(".save-list li:first-child button");
  await until("the copy", () => page.reader(`function () { return this.querySelector(".save-result").textContent === "Copied"; }`));
  return all.browser.clipboard(page);
}

/** Opens the reader on a page of cases and closes it; `look(page)` is called in between. */
async function read(all, html, look) {
  const page = await all.open(html);
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
  await page.look(use);
  await page.look(arm);
  const before = await page.look(pageNow);
  const own = all.server.log.map(({ url }) => url);
  await page.clickAction();
  await page.waitForReader();
  await showAll(page);
  assert.deepEqual(await page.reader(strange), []);
  await look(page);
  const mayAsk = (url) => ERRANDS.test(url) || (!url.includes("evil.example") && (own.includes(url) || url.includes("//pics.example")));
  assert.deepEqual(all.server.log.slice(own.length).map(({ url }) => url).filter((url) => !mayAsk(url)), []);
  await page.clickAction();
  await page.waitForClosed();
  assert.deepEqual(await page.look(pageNow), before);
  assert.equal(before.ran, null);
  await page.close();
}

inEachBrowser("hostile pieces", (all, name) => {
  for (const { title, html, texts } of pages()) {
    test(title, async () => {
      await read(all, html, async (page) => {
        const text = await page.reader(readable);
        assert.deepEqual(texts.filter((each) => !text.includes(each)), [], "not to be read");
        if (name !== "chromium" || texts.length < 2) return;
        const file = await markdown(all, page);
        for (const render of [(text) => markdownIt({ html: true, linkify: false }).render(text), (text) => marked.parse(text)]) {
          assert.deepEqual(strangeInMarkdown(render(file)), []);
        }
      });
    });
  }

  test("every spelling of an address: a link or a picture only where it may be one", async () => {
    const { links, pictures } = tables();
    await read(all, addressPage(), async (page) => {
      const found = await page.reader(`function () {
        const links = [...this.querySelectorAll("a[href]")].filter((a) => /^link\\d+$/.test(a.textContent));
        const pictures = [...this.querySelectorAll("img")].filter((image) => /^picture\\d+$/.test(image.alt));
        return [links.map((a) => a.textContent), pictures.map((image) => image.alt)];
      }`);
      const may = (rows, name) => rows.flatMap(({ to }, i) => (to ? [`${name}${i}`] : []));
      assert.deepEqual(found[0].filter((link) => !may(links, "link").includes(link)), []);
      assert.deepEqual(found[1].filter((picture) => !may(pictures, "picture").includes(picture)), []);
      assert.ok(found[0].length > 30 && found[1].length > 3, `${found.map((list) => list.length)} are left`);
    });
  });
});

describe("hostile pieces in the playground", () => {
  const all = stage();
  let url;
  before(() => (url = new URL("index.html", all.server.folder("www", join(ROOT, "target/www"))).href));

  for (const [i, html] of pasted().entries()) {
    test(`pasted, part ${i + 1}`, async () => {
      const page = await all.browser.open(url);
      await page.inPage((value) => {
        for (const name of ["alert", "confirm", "prompt"]) window[name] = () => document.documentElement.setAttribute("data-ran", name);
        document.getElementById("source").value = value;
        document.getElementById("form").requestSubmit();
      }, html);
      await page.waitForReader();
      await showAll(page);
      assert.deepEqual(await page.reader(strange), []);
      assert.equal(await page.look(() => document.documentElement.getAttribute("data-ran")), null);
      assert.deepEqual(page.requests.filter((request) => /evil\.example/.test(request.url)), []);
      await page.close();
    });
  }
});
