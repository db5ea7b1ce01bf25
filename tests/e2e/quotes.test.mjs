// All quotes of a story in one view, and words copied with their source: from a card, the view, a selection.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readCard, useTool } from "../browser/reader.mjs";
import { isUnclear, listed, quotesOf, voice } from "../../extension/view/quoted.js";
import { inEachBrowser, story } from "./stage.mjs";

/** On the shadow root: what the view shows. */
function view() {
  const root = this.querySelector(".panel[data-tool=quotes] .quotes");
  if (!root) return null;
  const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? null;
  return {
    entries: [...root.querySelectorAll("li")].map((each) => ({
      who: text(each.querySelector(".quotes-who")),
      words: text(each.querySelector(".card-quote")),
      how: text(each.querySelector(".card-verb span")),
    })),
    groups: [...root.querySelectorAll(".quotes-group h3")].map(text),
  };
}

const INNER = "<p>Ingrid Solheim, the mayor of Little Tarn, said that the council had “no other choice” but to close the old pier in the spring.</p>";
const OPEN = "<p>“The tide waits for nobody and nor does the timetable,” said one of the passengers on the pier.</p>";
const DESCRIBED = "<p>“We were told at half-past noon,” a local police spokesman said.</p>";
const withOthers = () => story().replace("<p>The new slipway stands", `${OPEN}${DESCRIBED}${INNER}<p>The new slipway stands`);

describe("the quotes of a plan", () => {
  const text = "A said that B would “not go” and that “it is late”. She and Di added “so be it”.";
  const at = (words, more = {}) => {
    const start = text.indexOf(words);
    return { place: { item: 0, start, end: start + words.length }, ...more };
  };
  const plan = (quotes) => ({ items: [{ text }], actors: [{ name: "A" }, { name: "B" }, { name: "Di" }], quotes });

  test("one that stands within another of the same voice is not listed again", () => {
    const outer = at("B would “not go” and that “it is late”", { speaker: 0 });
    const [own, open, others, after] = [at("not go", { speaker: 0 }), at("not", {}), at("it is late", { speaker: 1 }), at("so be it", { speaker: 0 })];
    const all = plan([after, own, open, others, outer]);
    assert.deepEqual(listed(all), [outer, others, after]);
    assert.deepEqual(quotesOf(all, { quotes: [0, 1, 4] }), [outer, after]);
    assert.deepEqual(quotesOf(all, {}), []);
  });

  test("who says it: all of them, somebody whom the text describes, or nobody", () => {
    const source = ({ place }) => place;
    assert.equal(voice(plan([]), { speaker: 0, also: [2] }), "A, Di");
    assert.equal(voice(plan([]), { speaker: 0 }), null);
    assert.equal(voice(plan([]), { source: source(at("She and Di")) }), "She and Di");
    assert.equal(voice(plan([]), { source: source(at("She")) }), null);
    const isOpen = [{ speaker: 0 }, {}, { source: source(at("She")) }, { source: source(at("She and Di")) }].map((each) => isUnclear(plan([]), each));
    assert.deepEqual(isOpen, [false, true, true, false]);
  });
});

inEachBrowser("quotes", (all) => {
  async function opened(html = withOthers()) {
    const page = await all.read(html);
    await useTool(page, "quotes");
    await until("the view", () => page.reader(view));
    return page;
  }

  test("all of them in the order of the text, and by speaker, whom nobody knows last", async () => {
    const page = await opened();
    const { entries } = await page.reader(view);
    assert.match(entries[0].who, /^Ingrid Solheim · mayor of Little Tarn/);
    assert.match(entries[0].words, /^I promised them/);
    assert.match(entries[0].how, /“said” · word for word/);
    const at = (start) => entries.findIndex((each) => each.words.startsWith(start));
    assert.ok(at("I promised them") < at("We budgeted") && at("We budgeted") < at("Both are well"), JSON.stringify(entries));
    assert.equal(entries[at("The tide waits")].who, "Speaker not recognised");
    assert.equal(entries[at("We were told")].who, "a local police spokesman");
    assert.deepEqual(entries.filter((each) => each.words.includes("no other choice")).map((each) => each.words.startsWith("no other")), [false]);
    await page.click('.filter[data-value="speaker"]');
    const { groups } = await until("the groups", async () => ((await page.reader(view)).groups.length > 0 ? page.reader(view) : null));
    const numbers = groups.filter((each) => /^(Ingrid|Marcus|Rowena|Tomas|Amina)/.test(each)).map((each) => Number(/\d+$/.exec(each)[0]));
    assert.deepEqual(numbers, numbers.toSorted((a, b) => b - a));
    assert.ok(groups.length > 4);
    const unknown = groups.findIndex((each) => each.startsWith("Speaker not recognised"));
    assert.equal(unknown, groups.length - 1, groups.join(" | "));
    await page.close();
  });

  test("what two say together stands under each of them, with both names", async () => {
    const joint = "<p>“Nobody asked the people on the pier,” Ingrid Solheim and Marcus Adeyemi said.</p>";
    const page = await opened(story().replace("<p>The new slipway stands", `${joint}<p>The new slipway stands`));
    await page.click('.filter[data-value="speaker"]');
    const under = await until("the groups", () => page.reader(`function () {
      const groups = [...this.querySelectorAll(".quotes-group")].filter((each) => /Nobody asked/.test(each.textContent));
      return groups.length > 0 && groups.map((each) => [each.querySelector("h3 bdi").textContent, [...each.querySelectorAll("li")].find((own) => /Nobody asked/.test(own.textContent)).querySelector(".card-verb span").textContent]);
    }`));
    assert.deepEqual(under.map(([who]) => who).toSorted(), ["Ingrid Solheim", "Marcus Adeyemi"]);
    for (const [, how] of under) assert.match(how, /^Ingrid Solheim, Marcus Adeyemi · “said”/);
    await page.close();
  });

  test("by keys: the view opens with the focus in it, a quote leads to its place, Esc gives the focus back", async () => {
    const page = await opened();
    const focus = () => page.reader(`function () { return this.activeElement?.className; }`);
    assert.match(await focus(), /filter/);
    await page.press("Tab");
    await page.press("Tab");
    assert.equal(await focus(), "card-quote");
    await page.press("Enter");
    await until("light on the sentence", () => page.reader(`function () { return this.querySelector(".light.lit") !== null; }`));
    await page.press("Escape");
    await until("the view to close", async () => (await page.reader(view)) === null);
    assert.match(await focus(), /tool/);
    await page.close();
  });

  test("where nobody is quoted the view says so", async () => {
    const page = await all.read(`<!doctype html><html lang="en"><title>Rain</title><article><h1>Rain over the islands for a third day</h1>${"<p>The rain that began on Monday went on through the night, and the road along the shore was under water until noon.</p>".repeat(4)}</article></html>`);
    await useTool(page, "quotes");
    await until("the words", () => page.reader(`function () { return /No quotes were found/.test(this.querySelector(".quotes-note")?.textContent); }`));
    await page.close();
  });

  test("a quote is copied with its speaker, outlet, day and an address that leads to the passage", async () => {
    const page = await opened();
    const said = () => page.reader(`function () { return this.querySelector(".quotes .card-copy").textContent; }`);
    await page.click(".quotes .card-copy");
    await until("it to be copied", async () => (await said()) === "Copied with its source");
    const [words, who, where, address] = (await all.browser.clipboard(page)).split("\n");
    assert.equal(words, "“I promised them I would be the first to say thank you and the last to go home,”");
    assert.match(who, /^Ingrid Solheim, mayor of Little Tarn/);
    assert.equal(where, "Ferry returns to Tarn Sound after eleven months as repairs end early. The Skerry Courier. October 14, 2026");
    assert.match(address, /^http:\/\/[^#]+\.html#:~:text=I%20promised%20them%20I%20would,the%20last%20to%20go%20home$/);
    const described = (await page.reader(view)).entries.findIndex((each) => each.words.startsWith("We were told"));
    await page.click(`.quotes li:nth-child(${described + 1}) .card-copy`);
    const theirs = await until("the words of whom the text describes", async () => (/half-past/.test(await all.browser.clipboard(page)) ? all.browser.clipboard(page) : null));
    assert.match(theirs, /^“We were told at half-past noon,?”\na local police spokesman\n[^]*#:~:text=We%20were%20told%20at%20half%2Dpast%20noon/);
    await page.press("Escape");
    await readCard(page, await page.reader(`function () { return [...this.querySelectorAll("article .name")].find((each) => each.textContent === "Marcus Adeyemi").dataset.actor; }`));
    await page.click(".card .card-copy");
    await until("the other one", async () => /Marcus Adeyemi, chief executive/.test(await all.browser.clipboard(page)));
    await page.close();
  });

  test("what is selected is copied with its source, by the button beside it and by a key", async () => {
    const page = await all.read(story());
    await page.drag('article > p[data-group="body"]');
    await until("the button", () => page.reader(`function () { return this.querySelector(".selected-copy") !== null; }`));
    await page.click(".selected-copy");
    const copied = await until("the words", async () => (/#:~:text=/.test(await all.browser.clipboard(page)) ? all.browser.clipboard(page) : null));
    const [words, where] = copied.split("\n");
    assert.match(words, /^“.{10,}”$/);
    assert.match(where, /^Ferry returns to Tarn Sound/);
    const box = await page.reader(`function () { const box = this.querySelector(".selected-copy").getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; }`);
    assert.ok(box);
    await page.reader(`function () { this.querySelector("[role=status]").textContent = ""; }`);
    await page.press("c");
    await until("the word for a screen reader", () => page.reader(`function () { return /Copied with its source/.test(this.querySelector("[role=status]").textContent); }`));
    await page.press("Escape");
    await page.close();
  });

  test("what is selected is said by somebody only where it stands within the quote", async () => {
    const twice = "<p>“There was no ferry for eleven months,” Marcus Adeyemi said. For eleven months people took the road.</p>";
    const page = await all.read(story().replace("<p>The new slipway stands", `${twice}<p>The new slipway stands`));
    const copied = async (which) => {
      await page.reader(`function (which) {
        const root = [...this.querySelectorAll("article > p")].find((each) => /There was no ferry/.test(each.textContent));
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) for (const { index } of walker.currentNode.data.matchAll(/eleven months/g)) found.push([walker.currentNode, index]);
        const [node, at] = found[which];
        getSelection().setBaseAndExtent(node, at, node, at + "eleven months".length);
      }`, which);
      await until("the button", () => page.reader(`function () { return this.querySelector(".selected-copy") !== null; }`));
      await page.click(".selected-copy");
      await until("it to be copied", () => page.reader(`function () { return /Copied/.test(this.querySelector(".selected-copy")?.textContent); }`));
      return (await all.browser.clipboard(page)).split("\n")[1];
    };
    assert.match(await copied(0), /^Marcus Adeyemi/);
    await page.reader(`function () { getSelection().removeAllRanges(); }`);
    await until("the button to go", () => page.reader(`function () { return this.querySelector(".selected-copy") === null; }`));
    assert.match(await copied(1), /^Ferry returns to Tarn Sound/);
    await page.close();
  });
});
