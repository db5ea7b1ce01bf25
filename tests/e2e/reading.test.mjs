// The main job, on an ordinary news page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { cardNow, readActors, readCard, readLeftOut, readReader } from "../browser/reader.mjs";
import { stage, story } from "./stage.mjs";

/** Beginnings of the story's own paragraphs, in order: none may be lost, none collapsed. */
const BODY = [
  "The car ferry between Halvard Quay",
  "The Lady Sunniva left at 6.40am",
  "“I promised them I would be the first",
  "The work was finished six weeks ahead",
  "“We budgeted for the worst",
  "A dispute over the bill",
  "Who pays is another matter.",
  "Castellane, who crossed on the first boat",
  "For the fishing fleet the argument",
  "“They are asking the smallest boats",
  "A spokeswoman for the Northern Ports Authority",
  "Eleven months of small boats",
  "Since the storm of 9 November",
  "Rashid said she had delivered two babies",
  "The new slipway stands on 64 steel piles",
  "Solheim, for her part, did go home",
];

/** What was set among them, and the label that it deserves. */
const INSERTS = [
  ["duplicate", "The car ferry between Halvard Quay"],
  ["related-link", "Plan for a longer airstrip"],
  ["newsletter", "Get the day's island news"],
  ["ad", "Winter tyres from £49"],
  ["offtopic-paragraph", "Days ago, Renwick told the"],
  ["related-link", "Aldermouth rowers take silver"],
];

const all = stage();

describe("an ordinary news page", () => {
  let page;
  let shown;

  before(async () => {
    page = await all.open(story());
    await page.clickAction();
    await page.waitForReader();
    shown = await readReader(page);
  });
  after(() => page?.close());

  test("headline, author, date and site stand above the article", () => {
    assert.equal(shown.title, "Ferry returns to Tarn Sound after eleven months as repairs end early");
    assert.match(shown.byline, /Edda Marwick/);
    assert.match(shown.publishedTime, /^2026-10-14/);
    assert.equal(shown.siteName, "The Skerry Courier");
  });

  test("every paragraph of the story is shown once, in order", () => {
    const texts = shown.blocks.map((block) => block.text);
    const places = BODY.map((start) => texts.findIndex((text) => text.startsWith(start)));
    assert.deepEqual(BODY.filter((_, i) => places[i] < 0), [], "paragraphs that are missing");
    assert.deepEqual(places, [...places].sort((a, b) => a - b));
    assert.equal(texts.filter((text) => text.startsWith(BODY[0])).length, 1);
  });

  test("what was set among them is collapsed where it stood, or left out", async () => {
    const shownTexts = shown.blocks.map((block) => block.text).join("\n");
    const leftOut = await readLeftOut(page);
    for (const [label, start] of INSERTS) {
      const isDuplicate = label === "duplicate";
      assert.ok(isDuplicate || !shownTexts.includes(start), `still shown: ${start}`);
      const found = [...shown.flags, ...leftOut].find((each) => each.text.includes(start));
      assert.ok(found, `neither collapsed nor listed: ${start}`);
      assert.equal(found.label, label, start);
      assert.ok(found.reason, `no reason for: ${start}`);
    }
  });

  test("the furniture of the site is listed as left out, with reasons", async () => {
    const list = await readLeftOut(page);
    const all = list.map((each) => each.text).join("\n");
    for (const text of ["cookies", "Most read", "Terms of use", "Your email address will not be published"]) {
      assert.ok(all.includes(text), `not listed: ${text}`);
    }
    assert.deepEqual(list.filter((each) => !each.reason), []);
  });

  test("the people are marked as persons, each with the role that the text gives", async () => {
    const actors = await readActors(page);
    const roles = Object.fromEntries(actors.filter((actor) => actor.type === "PER").map((actor) => [actor.name, actor.role ?? ""]));
    for (const [name, role] of [
      ["Ingrid Solheim", /mayor/i],
      ["Marcus Adeyemi", /chief executive/i],
      ["Rowena Castellane", /transport minister/i],
      ["Amina Rashid", /general practitioner|Dr/i],
    ]) {
      const found = Object.keys(roles).find((each) => each.includes(name));
      assert.ok(found, `${name} is not marked as a person`);
      assert.match(roles[found], role, name);
    }
    const solheim = actors.find((actor) => actor.name.includes("Solheim"));
    assert.ok(solheim.mentions >= 3, "the surname alone is the same person");
  });

  test("the badge on the toolbar button counts the folded lines", async () => {
    const badge = await all.browser.background(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      return chrome.action.getBadgeText({ tabId: tab.id });
    });
    assert.equal(badge, String(new Set(shown.flags.map(({ line }) => line)).size));
  });

  test("a button brings a collapsed block back and hides it again", async () => {
    const isOpen = async () => (await readReader(page)).flags[0].open;
    assert.equal(await isOpen(), false);
    await page.click("button.flag-show");
    await until("the block", isOpen);
    await page.click("button.flag-show");
    await until("the block to hide", async () => !(await isOpen()));
  });

  test("resting on a name shows its card, leaving it takes the card away", async () => {
    const actor = await page.reader(`function () { return this.querySelector(".name[data-kind=PER]").dataset.actor; }`);
    await page.hover(`.name[data-actor="${actor}"]`);
    const card = await until("the card", () => cardNow(page, actor));
    assert.ok(card.name);
    assert.ok(card.mentions);
    await page.hover("h1.title");
    await until("the card to go", async () => !(await cardNow(page, actor)));
  });

  test("the keyboard reaches names and their cards, and Esc closes the card before the reader", async () => {
    const actor = await page.reader(`function () { return this.querySelector(".name[data-kind=PER]").dataset.actor; }`);
    assert.ok(await readCard(page, actor));
    await page.press("Escape");
    await until("the card to go", async () => !(await cardNow(page, actor)));
    assert.ok(await page.reader("function () { return true; }"), "the reader is still there");
  });

  test("Tab stays inside the reader", async () => {
    for (let i = 0; i < 12; i++) {
      await page.press("Tab");
      const inside = await page.look(() => [null, document.body, document.documentElement].includes(document.activeElement) || document.activeElement.localName === "copydesk-reader");
      assert.ok(inside, `Tab number ${i + 1} went to the page behind`);
    }
  });
});
