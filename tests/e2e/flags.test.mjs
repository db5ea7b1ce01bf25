// What is not shown: collapsed in its place or left out, always with its reason, and always to be had back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { inEachBrowser, story } from "./stage.mjs";

/** On the shadow root: the list of what is not shown. */
function listed() {
  const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? null;
  const rows = [...this.querySelectorAll(".leftout-list > li")];
  if (rows.length === 0) return null;
  return rows.map((row) => ({
    flag: row.matches(".leftout-flag"),
    first: Number(row.querySelector("[data-item]").dataset.item),
    label: text(row.querySelector(".leftout-kind")),
    reason: text(row.querySelector(".reason")),
    text: text(row.querySelector(".leftout-text")),
  }));
}

/** On the shadow root: every block on the screen, in order, and where it stands. */
function standing() {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  return [...this.querySelectorAll("article [data-item]")]
    .filter((block) => block.getClientRects().length > 0)
    .map((block) => ({
      item: Number(block.dataset.item),
      text: text(block),
      out: block.closest(".out") !== null,
      flag: block.closest(".flag") !== null,
    }));
}

/** On the shadow root: the flag number `index`: its words, whether it is open, the verdict on it. */
function flag(index) {
  const root = this.querySelectorAll("section.flag")[index];
  const shown = (element) => element && element.getClientRects().length > 0;
  return {
    label: root.querySelector(".flag-label").textContent,
    reason: root.querySelector(".flag-reason").textContent,
    open: shown(root.querySelector(".flag-body")),
    line: shown(root.querySelector(".flag-line")),
    verdict: root.dataset.verdict ?? null,
    acts: [...root.querySelectorAll(".verdict-act")].filter(shown).map((each) => each.textContent),
  };
}

const said = (page) => page.reader(`function () { return this.querySelector("[role=status].unseen").textContent; }`);
const inflow = "section.flag";

/** Opens every group of the list. */
async function openAll(page) {
  const closed = '.leftout-group[aria-expanded="false"]';
  while (await page.reader(`function (closed) { return this.querySelector(closed) !== null; }`, closed)) await page.click(closed);
}

inEachBrowser("flags", (all) => {
  test("the summary counts them and opens them in groups: what stood inside the story first, the rest closed, each with label and reason", async () => {
    const page = await all.read(story());
    const told = await page.reader(`function () { return [...this.querySelectorAll(".summary .leftout-show, footer .leftout-show")].map((each) => each.textContent); }`);
    assert.equal(told[0], "6 folded away");
    assert.match(told[1], /^\d+ parts left out, 6 folded away$/);
    await page.click(".summary .leftout-show");
    const inside = await until("the list", () => page.reader(listed));
    assert.equal(inside.filter((row) => row.flag).length, 6);
    assert.ok(inside.length < 12, `${inside.length} rows are open`);
    const groups = await page.reader(`function () { return [...this.querySelectorAll(".leftout-group")].map((each) => [each.textContent, each.ariaExpanded]); }`);
    assert.match(groups[0][0], /^Inside the story \d+$/);
    assert.deepEqual(groups.map(([, open]) => open), ["true", ...groups.slice(1).map(() => "false")]);
    assert.ok(groups.some(([words]) => /^menus and links \d+$/.test(words)), groups.join(" | "));
    await openAll(page);
    const list = await page.reader(listed);
    const total = groups.reduce((sum, [words]) => sum + Number(/\d+$/.exec(words)[0]), 0);
    assert.equal(list.length, total);
    assert.deepEqual(list.filter((row) => !row.label || !row.reason || !row.text), []);
    const inOrder = (rows) => assert.deepEqual(rows.map((row) => row.first), rows.map((row) => row.first).toSorted((a, b) => a - b));
    inOrder(inside);
    inOrder(list.slice(inside.length).filter((row) => row.label === "menus and links"));
    await page.press("Escape");
    await until("the list to go", async () => !(await page.reader(listed)));
    await page.close();
  });

  test("without a reason of its own it is shown above only where it is: else the list says where it stands", async () => {
    const line = '<p class="author-role">Journalist</p>';
    const link = (alt) => `<a href="/x"><img src="story.svg" alt="${alt}" width="300" height="200"></a>`;
    const html = story().replace('<section class="more" aria-label="Related">', `$&${link("A lighthouse in the fog")}`)
      .replace('<strong>Read more', `${link("A runway")}$&`);
    const reasons = async (html) => {
      const page = await all.read(html);
      await page.click(".summary .leftout-show");
      await until("the list", () => page.reader(listed));
      await openAll(page);
      const rows = await page.reader(listed);
      await page.close();
      return (wanted) => rows.find(({ text }) => text.includes(wanted))?.reason;
    };
    const plain = await reasons(html);
    assert.equal(plain("Edda Marwick"), "It is shown at the top of the story.");
    assert.equal(plain("A runway"), "Stands apart from the text around it.");
    assert.equal(plain("A lighthouse"), "Stands after the article’s last paragraph.");
    const more = await reasons(html.replace('<p class="byline">', `${line}$&`));
    assert.equal(more("Journalist"), "Stands before the article’s first paragraph.");
  });

  test("a line says what it looks like, and why at a press: in everyday words, the exact ones in the title", async () => {
    const page = await all.read(story());
    const line = () =>
      page.reader(`function () {
        const reason = this.querySelector("section.flag .flag-reason");
        return { seen: reason.checkVisibility(), text: reason.textContent, title: reason.title, open: this.querySelector(".flag-why").ariaExpanded };
      }`);
    const before = await line();
    assert.deepEqual([before.seen, before.open], [false, "false"]);
    assert.ok(before.text && before.title);
    await page.click("section.flag .flag-why");
    assert.deepEqual(await line(), { ...before, seen: true, open: "true" });
    await page.click("section.flag .flag-why");
    assert.equal((await line()).seen, false);
    const everyday = await page.reader(`function () { return [...this.querySelectorAll(".flag-reason")].map((each) => each.textContent).join(" "); }`);
    assert.doesNotMatch(everyday, /%|markup|of its \d/);
    await page.close();
  });

  test("neighbours that look unlike are one line, which says what each looks like and why", async () => {
    const pitch = '<div class="signup"><p>Sign up for our free newsletter.</p></div>';
    const page = await all.read(story().replace('<div class="promo">', `${pitch}$&`));
    assert.equal(await page.reader(`function () { return this.querySelector(".summary .leftout-show").textContent; }`), "6 folded away");
    const line = await page.reader(flag, 1);
    assert.equal(line.label, "Looks like a newsletter pitch and a pointer to another story.");
    assert.match(line.reason, /^Looks like a newsletter pitch\. \S.*\. Looks like a pointer to another story\. \S.*\.$/);
    await page.click(".summary .leftout-show");
    const rows = (await until("the list", () => page.reader(listed))).filter((row) => row.flag);
    assert.equal(rows.length, 7);
    const wanted = rows.find((row) => /newsletter/.test(row.text) && row.label === "a newsletter pitch");
    await page.click(`li:has(> [data-item="${wanted.first}"]) .leftout-place`);
    await until("both", async () => (await page.reader(standing)).filter((block) => block.flag).length === 2);
    assert.deepEqual((await page.reader(flag, 1)).acts, ["This belongs", "Always keep on this site"]);
    await page.close();
  });

  test("a row of the list shows its block in its place", async () => {
    const page = await all.read(story());
    await page.click(".summary .leftout-show");
    await until("the list", () => page.reader(listed));
    await openAll(page);
    const wanted = (await page.reader(listed)).find((row) => /partners use cookies/.test(row.text)).first;
    await page.click(`li:has(> [data-item="${wanted}"]) .leftout-place`);
    const blocks = await until("the block", async () => (await page.reader(standing)).some((block) => block.out) && page.reader(standing));
    assert.match(blocks[0].text, /partners use cookies/);
    assert.ok(blocks[0].out);
    await page.close();
  });

  test("a collapsed line opens, 'this belongs' makes it part of the story, and undo takes it back", async () => {
    const page = await all.read(story());
    const closed = await page.reader(flag, 0);
    assert.deepEqual([closed.open, closed.line, closed.verdict], [false, true, null]);
    assert.equal(closed.label, "Looks like a repeat.");
    assert.match(closed.reason, /Word for word/);
    await page.click(`${inflow} .flag-show`);
    await until("the buttons", async () => (await page.reader(flag, 0)).acts.includes("This belongs"));
    await page.click(`${inflow} .verdict-act`);
    await until("the verdict", async () => (await page.reader(flag, 0)).verdict === "in");
    assert.match(await said(page), /Shown as part of the story/);
    const kept = await page.reader(flag, 0);
    assert.deepEqual([kept.open, kept.line], [true, false]);
    await page.click(`${inflow} .verdict-act:last-child`);
    await until("the undoing", async () => (await page.reader(flag, 0)).verdict === null);
    assert.equal(await said(page), "Undone");
    assert.equal((await page.reader(flag, 0)).open, false);
    await page.close();
  });

  test("everything in page order: what was left out stands in its place, marked, and goes again", async () => {
    const page = await all.read(story());
    const before = await page.reader(standing);
    await page.click(".summary .leftout-show");
    await until("the list", () => page.reader(listed));
    await page.click(".leftout-all");
    const blocks = await until("everything", async () => (await page.reader(standing)).some((block) => block.out) && page.reader(standing));
    const order = blocks.map((block) => block.item);
    assert.deepEqual(order, [...order].sort((a, b) => a - b));
    for (const text of ["partners use cookies", "Most read", "Terms of use"]) {
      assert.ok(blocks.some((block) => block.out && block.text.includes(text)), text);
    }
    assert.ok(blocks.some((block) => block.flag), "collapsed ones are open");
    await page.click(".leftout-all");
    await until("the story alone", async () => !(await page.reader(standing)).some((block) => block.out));
    assert.deepEqual(await page.reader(standing), before);
    await page.close();
  });

  test("a part of the story that does not belong can be taken out and is had back", async () => {
    const page = await all.read(story());
    await page.click(".summary .leftout-show");
    await until("the list", () => page.reader(listed));
    await page.click(".leftout-all");
    await until("the buttons", () => page.reader(`function () { return this.querySelector(".doubt .verdict-act") !== null; }`));
    const texts = async () => (await page.reader(standing)).map((block) => block.text);
    await page.reader(`function () {
      const doubts = [...this.querySelectorAll(".doubt")];
      doubts.find((each) => each.textContent.startsWith("The Lady Sunniva left")).setAttribute("id", "target");
    }`);
    await page.click("#target .verdict-act");
    await until("it to go", async () => !(await texts()).some((text) => text.startsWith("The Lady Sunniva left")));
    assert.match(await said(page), /You took a part out here/);
    await page.click("#target .verdict-act:last-child");
    await until("it to be back", async () => (await texts()).some((text) => text.startsWith("The Lady Sunniva left")));
    await page.close();
  });

  test("keys alone: to the list, into the page order, and a verdict", async () => {
    const page = await all.read(story());
    await page.reader(`function () { this.querySelector(".summary .leftout-show").focus(); }`);
    await page.press("Enter");
    await until("the list", () => page.reader(listed));
    assert.equal(await page.reader(`function () { return this.activeElement.className; }`), "leftout-all");
    await page.press("Enter");
    await until("everything", () => page.reader(`function () { return this.querySelector(".out") !== null; }`));
    await page.press("Escape");
    await until("the focus to be back", () => page.reader(`function () { return this.activeElement?.matches(".leftout-show"); }`));
    let inOut = false;
    for (let i = 0; i < 20 && !inOut; i++) {
      await page.press("Tab");
      inOut = await page.reader(`function () { return this.activeElement.matches(".out .verdict-act"); }`);
    }
    assert.ok(inOut, "the buttons of what was left out are in the tab order");
    await page.press("Enter");
    await until("the verdict", () => page.reader(`function () { return this.querySelector(".out[data-verdict=in]") !== null; }`));
    assert.equal(await page.reader(`function () { return this.activeElement.textContent; }`), "Always keep on this site");
    await page.close();
  });

  test("'always keep on this site' is kept for the site, holds on the next visit, and is undone", async () => {
    const page = await all.read(story());
    const first = await page.reader(flag, 1);
    await page.reader(`function () { this.querySelectorAll("section.flag")[1].setAttribute("id", "target"); }`);
    await page.click("#target .flag-show");
    await until("the buttons", async () => (await page.reader(flag, 1)).acts.length === 2);
    await page.click("#target .verdict-act:last-child");
    await until("it to be kept", async () => /kept from now on/.test(await said(page)));
    await page.clickAction();
    await page.waitForClosed();
    const labels = () => page.reader(`function () { return [...this.querySelectorAll("section.flag .flag-label")].map((each) => each.textContent); }`);
    await page.clickAction();
    await page.waitForReader();
    const after = await labels();
    await page.close();
    const again = await all.read(story());
    assert.equal(after.filter((label) => label === first.label).length, 1, `of two like '${first.label}' one was kept`);
    await again.close();
  });

  test("an insert inside a paragraph is a small button that says why; a click brings the text back", async () => {
    const insert = "(Read also: Ferry line to the islands cut for a week)";
    const page = await all.read(story().replace("Who pays is another matter.", `Who pays is another matter ${insert} after all.`));
    const seen = () => page.reader(`function () {
      const button = this.querySelector(".insert-show");
      const range = document.createRange();
      range.selectNodeContents(button.closest("p"));
      return { words: button.getAttribute("aria-label"), open: button.getAttribute("aria-expanded"), shown: button.closest("p").innerText.replace(/\\s+/g, " ") };
    }`);
    const closed = await seen();
    assert.match(closed.words, /^Looks like a pointer to another story\. \S/);
    assert.ok(closed.shown.startsWith("Who pays is another matter after all."), closed.shown.slice(0, 60));
    await page.click(".insert-show");
    await until("the text", async () => (await seen()).open === "true");
    assert.ok((await seen()).shown.includes(insert));
    await page.click(".insert-show");
    await until("it to go", async () => (await seen()).open === "false");
    await page.close();
  });

  test("what the page says about the article stands below its head, and at its end that it is cut off", async () => {
    const page = await all.read(story().replace("</article>", "<p>This article was originally published in The Selene Courier on April 3.</p></article>"));
    const line = await page.reader(`function () { return this.querySelector("header .provenance")?.textContent; }`);
    assert.match(line, /First published by Selene Courier\./);
    await page.close();
    const paragraphs = Array.from({ length: 5 }, (_, i) => `<p>The council of Halvard Quay met on day ${i + 1} to talk about the slipway, the ferry and the school bus, and sent everybody home.</p>`);
    const cut = await all.read(`<!doctype html><html lang="en"><title>The council met</title><article><h1>The council met</h1>${paragraphs.join("")}<p>On the last day the mayor told the members of the council that the money for the slipway would have to come from the</p></article></html>`);
    const end = await cut.reader(`function () { return this.querySelector("footer .provenance")?.textContent; }`);
    assert.match(end ?? "", /Cut off: the text stops in mid sentence/);
    await cut.close();
  });
});
