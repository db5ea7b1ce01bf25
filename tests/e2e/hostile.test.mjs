// Pages that fight: tampered prototypes, clobbered names, a page that removes what is added to it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { pageState, readReader } from "../browser/reader.mjs";
import { stage, story } from "./stage.mjs";

const all = stage();
const TITLE = "Ferry returns to Tarn Sound after eleven months as repairs end early";

const paragraph = "The harbour master of Aldermouth, Greta Lund, said on Friday that the tide tables had been misprinted. ";

/** Opens the reader on a hostile story; gives the page and what the reader shows. */
async function read(html, limit) {
  const page = await all.open(html);
  await page.clickAction();
  await page.waitForReader("article", limit);
  return { page, shown: await readReader(page) };
}

async function close(page) {
  await page.clickAction();
  await page.waitForClosed();
  await page.close();
}

describe("a page that fights", () => {
  test("prototypes that throw do not reach the reader", async () => {
    const { page, shown } = await read(
      story({
        head: `<script>
          for (const type of [Node, Element, HTMLElement, Document, HTMLDialogElement, EventTarget, Array, String, Map])
            for (const name of Object.getOwnPropertyNames(type.prototype))
              if (/^(append|attach|query|create|get|set|show|close|remove|insert|addEvent|push|map|slice|split)/.test(name))
                try { type.prototype[name] = () => { throw new Error("tampered"); }; } catch {}
          JSON.parse = Promise.prototype.then = () => { throw new Error("tampered"); };
        </script>`,
      }),
    );
    assert.equal(shown.title, TITLE);
    await close(page);
  });

  test("fields named like the document's own methods change nothing", async () => {
    const names = ["querySelector", "createElement", "createTextNode", "createTreeWalker", "documentElement", "body", "head", "title", "cookie", "adoptedStyleSheets", "scrollingElement", "activeElement", "getElementById"];
    const { page, shown } = await read(
      story({
        body: `${names.map((name) => `<form name="${name}"><input name="attributes"><input name="localName"><input name="checkVisibility"><input name="parentNode"></form><img name="${name}" id="${name}">`).join("\n")}`,
      }),
    );
    assert.equal(shown.title, TITLE);
    await close(page);
  });

  test("a page that removes the reader gets no second one and no error", async () => {
    const page = await all.open(
      story({
        body: `<script>new MutationObserver((changes) => {
          for (const change of changes) for (const node of change.addedNodes) if (node.localName === "copydesk-reader") node.remove();
        }).observe(document.documentElement, { childList: true });</script>`,
      }),
    );
    const before = await pageState(page);
    await page.clickAction();
    await until("the page to win", async () => (await page.look(() => document.querySelectorAll("copydesk-reader").length)) === 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await pageState(page), before);
    await page.close();
  });

  test("an element of the page that calls itself the reader is left alone", async () => {
    const html = story().replace("</body>", "<copydesk-reader>not the real one</copydesk-reader></body>");
    const page = await all.open(html);
    const before = await pageState(page);
    await page.clickAction();
    await until("the real one", () => page.look(() => document.querySelectorAll("html > copydesk-reader").length === 1));
    await page.clickAction();
    await until("it to close", () => page.look(() => document.querySelectorAll("html > copydesk-reader").length === 0));
    assert.deepEqual(await pageState(page), before);
    await page.close();
  });

  test("going elsewhere by pushState while the reader is open", async () => {
    const { page } = await read(story());
    await page.inPage(() => {
      history.pushState({}, "", "/another-story");
      document.querySelector("main").replaceChildren("Another story");
    });
    await close(page);
    assert.ok(true);
  });

  test("style sheets of the page do not reach into the reader", async () => {
    const { page } = await read(
      story({ head: `<style>* { display: none !important; color: red !important; } copydesk-reader { display: none !important; opacity: 0 !important; } html, body, body * { display: block !important; }</style>` }),
    );
    const box = await page.reader(`function () { const box = this.querySelector("h1.title").getBoundingClientRect(); return [box.width, box.height]; }`);
    assert.ok(box[0] > 200 && box[1] > 20, `the headline is ${box} pixels`);
    await close(page);
  });

  test("light on a passage gives the page no way into the reader", async () => {
    const { page } = await read(story());
    await page.click('button.tool[data-tool="who"]');
    await until("the panel", () => page.reader(`function () { return this.querySelector(".tick") !== null; }`));
    await page.click(".tick");
    await until("the light", () => page.reader(`function () { return this.querySelector(".light") !== null; }`));
    const ranges = await page.inPage(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).length);
    assert.equal(ranges, 0);
    await close(page);
  });

  test("text of the page never becomes an element", async () => {
    const payload = `&lt;img src=x onerror="document.title='owned'"&gt;&lt;script&gt;document.title='owned'&lt;/script&gt;`;
    const { page, shown } = await read(
      story().replaceAll("Ingrid Solheim", `Ingrid Solheim ${payload}`).replace('rel="author">Edda Marwick', `rel="author">Edda Marwick ${payload}`),
    );
    assert.ok(shown.blocks.some((block) => block.text.includes("<script>")), "the text is shown as text");
    const found = await page.reader(`function () { return this.querySelectorAll("script, [onerror], iframe, object, embed, form, input").length; }`);
    assert.equal(found, 0);
    assert.doesNotMatch(await page.look(() => document.title), /owned/);
    await close(page);
  });

  test("links with a scheme that runs code are no links", async () => {
    const schemes = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "blob:x", "file:///etc/passwd"];
    const links = schemes.map((href) => `<a href="${href.replace(/[<>]/g, "")}">quarterly report</a>`).join(" and the ");
    const { page } = await read(story().replace("Who pays is another matter.", `Who pays is another matter, says the ${links}.`));
    const hrefs = await page.reader(`function () { return [...this.querySelectorAll("a")].map((a) => a.getAttribute("href")); }`);
    assert.deepEqual(hrefs.filter((href) => !/^(https?|mailto):/.test(href)), []);
    await close(page);
  });
});

describe("a page of monstrous size", () => {
  const answered = (page, limit) =>
    until("an answer", () => page.reader(`function () { return ["article", "message"].includes(this.querySelector("dialog")?.dataset.state); }`), limit);

  test("100,000 nested elements in the markup: an answer in time", async () => {
    const page = await all.open(`<!doctype html><title>Deep</title>${"<div>".repeat(100_000)}${paragraph.repeat(20)}`);
    await page.clickAction();
    await answered(page, 20_000);
    await close(page);
  });

  // Chromium itself gives up on a page of 3,000.
  test("elements nested 1,500 deep by script: an answer in time", async () => {
    const page = await all.open(
      story({
        body: `<script>let inner = document.body; for (let i = 0; i < 1500; i++) inner = inner.appendChild(document.createElement("div"));
          inner.textContent = ${JSON.stringify(paragraph.repeat(20))};</script>`,
      }),
    );
    await page.clickAction();
    await answered(page, 20_000);
    await close(page);
  });

  test("one text of five million characters: an answer in time", async () => {
    const page = await all.open(`<!doctype html><title>Long</title><article><h1>Long</h1><p id="p"></p></article><script>
      document.getElementById("p").textContent = ${JSON.stringify(paragraph)}.repeat(48000);</script>`);
    await page.clickAction();
    await answered(page, 30_000);
    await close(page);
  });

  test("three thousand names, much alike: an article", async () => {
    const people = Array.from({ length: 300 }, (_, i) => `<p>${Array.from({ length: 10 }, (_, j) => `Greta Lund${"abcdefghij"[j]}${i} met the mayor.`).join(" ")}</p>`);
    const { page, shown } = await read(`<!doctype html><html lang="en"><title>Names</title><article><h1>All the names of Aldermouth</h1>${people.join("\n")}</article></html>`, 30_000);
    assert.ok(shown.blocks.length + shown.flags.length > 0);
    await close(page);
  });
});
