// The panel 'Who is in this story': order, filters, strips, mentions, quotes, keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readCard, useTool } from "../browser/reader.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const OPENER = 'button.tool[data-tool="who"]';

/** On the shadow root: what the panel shows. */
function panel() {
  const root = this.querySelector(".panel[data-tool=who]");
  if (!root) return null;
  const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? null;
  const rows = [...root.querySelectorAll("li.who")].map((row) => ({
    name: text(row.querySelector(".who-full")),
    kind: row.dataset.kind,
    role: text(row.querySelector(".who-role")),
    facts: text(row.querySelector(".who-facts")),
    shown: !row.hidden,
    ticks: [...row.querySelectorAll(".tick")].map((tick) => tick.getAttribute("aria-label")),
    open: row.querySelector(".who-more").hidden === false,
  }));
  const focus = this.activeElement;
  return { rows, focus: text(focus), focusClass: focus?.className, unknown: text(root.querySelector(".who-unknown")) };
}

/** On the shadow root: the details of the open row. */
function details() {
  const more = this.querySelector(".who-more:not([hidden])");
  const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? null;
  return {
    evidence: text(more.querySelector(".card-evidence")),
    where: text(more.querySelector(".card-where")),
    sentence: text(more.querySelector(".card-mentions + div")),
    quotes: Object.fromEntries([...more.querySelectorAll(".card-quotes")].map((part) => [text(part.querySelector("h3")), [...part.querySelectorAll("li")].map(text)])),
    pointed: [...this.querySelectorAll("article .pointed")].map(text),
  };
}

/** On the shadow root: the text behind which there is light, and whether it is on the screen. */
function lit() {
  const line = this.querySelector(".light.lit > span")?.getBoundingClientRect();
  return line ? { top: line.top, bottom: line.bottom, height: innerHeight } : null;
}

const OPEN_QUOTE = "<p>“The tide waits for nobody and nor does the timetable,” said one of the passengers on the pier.</p>";
const withOpenQuote = () => story().replace("<p>The new slipway stands", `${OPEN_QUOTE}<p>The new slipway stands`);

inEachBrowser("who is in this story", (all) => {
  async function opened(html = story()) {
    const page = await all.read(html);
    await page.click(OPENER);
    await until("the panel", () => page.reader(panel));
    return page;
  }

  test("lists the actors by prominence, each with type, role and number of mentions", async () => {
    const page = await opened();
    const { rows } = await page.reader(panel);
    assert.ok(rows.length > 8, `${rows.length} rows`);
    assert.deepEqual(rows.slice(0, 2).map((row) => [row.name, row.kind]), [["Ingrid Solheim", "PER"], ["Marcus Adeyemi", "PER"]]);
    assert.match(rows[0].role, /mayor/);
    assert.match(rows[0].facts, /Person · 3 mentions · 2 quotes/);
    await page.close();
  });

  test("filters by type and by who is quoted", async () => {
    const page = await opened();
    const shown = async () => (await page.reader(panel)).rows.filter((row) => row.shown);
    const total = (await shown()).length;
    await page.click('.filter[data-kind="ORG"]');
    await until("the filter", async () => (await shown()).length < total);
    assert.ok((await shown()).every((row) => row.kind === "ORG"));
    await page.click('.filter[data-kind="LOC"]');
    await until("the second filter", async () => (await shown()).some((row) => row.kind === "LOC"));
    await page.click('.filter[data-kind="ORG"]');
    await page.click('.filter[data-kind="LOC"]');
    await page.click(".filter:not([data-kind])");
    await until("the quoted", async () => (await shown()).every((row) => /quote/.test(row.facts)));
    assert.ok((await shown()).length > 1 && (await shown()).length < total);
    await page.close();
  });

  test("a name is found by typing, accents and case left out; what is narrowed in the list is marked alone in the text", async () => {
    const page = await opened(story().replaceAll("Rashid", "Rashíd"));
    const shown = async () => (await page.reader(panel)).rows.filter((row) => row.shown).map((row) => row.name);
    const marked = () => page.reader(`function () { return [...new Set([...this.querySelectorAll("article .name:not(.plain)")].map((each) => each.dataset.actor))].length; }`);
    const before = await marked();
    await page.click(".who-find");
    for (const letter of "RASHID") await page.press(letter);
    await until("the one", async () => (await shown()).join() === "Amina Rashíd");
    assert.equal(await marked(), 1);
    await page.press("ArrowDown");
    assert.equal((await page.reader(panel)).focusClass, "who-name");
    await page.click(".who-find");
    for (const letter of "xn") await page.press(letter);
    await until("nobody", async () => (await shown()).length === 0);
    assert.match(await page.reader(`function () { return this.querySelector(".who-note").textContent; }`), /No name like that/);
    assert.equal(await marked(), 0);
    await page.press("Escape");
    await until("all marks", async () => (await marked()) === before);
    await page.close();
  });

  test("a strip shows where each stands: every tick is a button in words, and goes there", async () => {
    const page = await opened();
    const { rows } = await page.reader(panel);
    for (const row of rows) assert.ok(row.ticks.length > 0, row.name);
    assert.match(rows[0].ticks[0], /^Paragraph \d+ of \d+\. One mention: /);
    await page.click("li.who .tick:last-child");
    const line = await until("the place to be lit", () => page.reader(lit));
    assert.ok(line.top > 0 && line.bottom < line.height, JSON.stringify(line));
    await page.close();
  });

  test("an actor opens to role, mentions one by one and quotes, direct and reported apart", async () => {
    const page = await opened();
    await page.click("li.who .who-name");
    const first = await until("the details", () => page.reader(details).catch(() => null));
    assert.match(first.evidence, /Ingrid Solheim, the mayor of Little Tarn/);
    assert.equal(first.where, "1 of 3");
    assert.deepEqual(Object.keys(first.quotes), ["Word for word", "Not word for word"].filter((title) => first.quotes[title]));
    assert.match(first.quotes["Word for word"][0], /first to say|promised/);
    assert.deepEqual([...new Set(first.pointed)].sort(), ["Ingrid Solheim", "Solheim"]);
    await page.click('.who-more:not([hidden]) .card-step[aria-label="Next mention"]');
    await until("the next mention", async () => (await page.reader(details)).where === "2 of 3");
    assert.match((await page.reader(details)).sentence, /Solheim/);
    assert.ok(await page.reader(lit));
    await page.close();
  });

  test("who is often named together is told, and leads there", async () => {
    const sentences = Array.from({ length: 4 }, (_, i) => `<p>On day ${i + 1} of the talks Greta Lund met Marcus Adeyemi on the pier of Halvard Quay, and both left without a word about the price of the ferry.</p>`);
    const page = await opened(`<!doctype html><html lang="en"><title>The talks</title><article><h1>Four days of talks about a ferry</h1>${sentences.join("")}</article></html>`);
    const row = await page.reader(`function () { return [...this.querySelectorAll("li.who")].find((each) => each.textContent.startsWith("Greta Lund")).dataset.actor; }`);
    await page.click(`li.who[data-actor="${row}"] .who-name`);
    await until("the company", () => page.reader(`function () { return this.querySelector(".who-more:not([hidden]) .who-with button")?.textContent === "Marcus Adeyemi"; }`));
    await page.click(".who-more:not([hidden]) .who-with button");
    await until("the other row", async () => /^Marcus Adeyemi/.test((await page.reader(panel)).focus));
    assert.ok((await page.reader(panel)).rows.find((each) => each.name === "Marcus Adeyemi").open);
    await page.close();
  });

  test("a quote whose speaker the text leaves open is given to nobody", async () => {
    const page = await opened(withOpenQuote());
    const { unknown } = await page.reader(panel);
    assert.match(unknown ?? "", /Speaker not recognised.*The tide waits for nobody/);
    await page.close();
  });

  test("what somebody says whom the text only describes stands in the text's own words", async () => {
    const page = await opened(story().replace("Who pays is another matter.", 'Who pays is another matter. “We carried the old people down ourselves,” said a nurse at the hospital.'));
    const { unknown } = await page.reader(panel);
    assert.match(unknown ?? "", /Said by others.*We carried the old people.*a nurse at the hospital · “said”/s);
    await page.close();
  });

  test("an actor without a role has the sentence that brings it in", async () => {
    const page = await opened(story());
    const open = await page.reader(`function () {
      for (const name of this.querySelectorAll("li.who .who-name:not(:has(.who-role))")) return name.closest("li").dataset.actor;
    }`);
    await page.click(`li.who[data-actor="${open}"] .who-name`);
    const shown = await until("the details", () =>
      page.reader(`function () {
        const more = this.querySelector(".who-more:not([hidden])");
        return more && { first: more.querySelector(".card-first")?.textContent, mark: more.querySelector(".card-evidence mark")?.textContent, name: more.closest("li").querySelector(".who-full").textContent };
      }`));
    assert.equal(shown.first, "In the story:");
    assert.ok(shown.name.includes(shown.mark) || shown.mark.includes(shown.name), `${shown.mark} in the sentence of ${shown.name}`);
    await page.close();
  });

  test("keys: arrows along list and strip, Enter opens, Esc closes the panel first and gives the focus back", async () => {
    const page = await all.read(story());
    await page.reader(`function (opener) { this.querySelector(opener).focus(); }`, OPENER);
    await page.press("Enter");
    await until("the panel", () => page.reader(panel));
    assert.equal((await page.reader(panel)).focusClass, "who-name");
    await page.press("ArrowDown");
    assert.match((await page.reader(panel)).focus, /^Marcus Adeyemi/);
    await page.press("End");
    await page.press("Home");
    assert.match((await page.reader(panel)).focus, /^Ingrid Solheim/);
    await page.press("ArrowRight");
    assert.equal((await page.reader(panel)).focusClass, "tick");
    await page.press("ArrowLeft");
    await page.press("Enter");
    await until("the details", async () => (await page.reader(panel)).rows[0].open);
    await page.press("Escape");
    await until("the panel to go", async () => !(await page.reader(panel)));
    const focus = await page.reader(`function () { return this.activeElement?.dataset.tool; }`);
    assert.equal(focus, "who");
    assert.ok(await page.reader("function () { return true; }"), "the reader is still there");
    await page.close();
  });

  test("from one panel to another: one is open at a time, and the focus goes back to what opened the last", async () => {
    const page = await opened();
    await useTool(page, "save");
    await until("the other panel", () => page.reader(`function () { return this.querySelector(".panel[data-tool=save]") !== null; }`));
    assert.equal(await page.reader(`function () { return this.querySelectorAll(".panel").length; }`), 1);
    await page.press("Escape");
    await until("the focus to be back", () => page.reader(`function () { return this.activeElement?.dataset.tool === "save"; }`));
    await page.close();
  });

  test("Esc on a card closes the card and leaves the panel", async () => {
    const page = await opened();
    const actor = await page.reader(`function () { return this.querySelector("article .name[data-kind=PER]").dataset.actor; }`);
    await readCard(page, actor);
    await page.press("Escape");
    await until("the card to go", () => page.reader(`function () { return !this.querySelector(".card"); }`));
    assert.ok(await page.reader(panel));
    await page.close();
  });

  test("in a narrow window it is a sheet that leaves the text in sight", async () => {
    const page = await all.read(story());
    await page.resize(360, 740);
    await page.click(OPENER);
    await until("the panel", () => page.reader(panel));
    const boxes = await page.reader(`function () {
      const box = (selector) => this.querySelector(selector).getBoundingClientRect().toJSON();
      return { panel: box(".panel"), text: box(".scroller"), room: document.documentElement.clientWidth };
    }`);
    // A scroll bar of the page behind takes some of the width where it has a place of its own.
    assert.ok(boxes.room > 330 && boxes.room <= 360, String(boxes.room));
    assert.deepEqual([boxes.panel.left, boxes.panel.width, boxes.panel.bottom], [0, boxes.room, 740]);
    assert.ok(boxes.text.height > 200 && boxes.text.bottom <= boxes.panel.top + 1, JSON.stringify(boxes));
    await page.close();
  });
});
