// Names and their cards: pointer, keys, touch; the switch; many of them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { cardNow, readCard, useTool } from "../browser/reader.mjs";
import { inEachBrowser, stage, story } from "./stage.mjs";

const shown = (page) => page.reader(`function () { return this.querySelector(".card")?.dataset.actor ?? null; }`);
const actorOf = (page, name) =>
  page.reader(`function (name) { return [...this.querySelectorAll("article .name")].find((each) => each.textContent === name).dataset.actor; }`, name);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** An article in which 90 people are named. */
const PEOPLE = ["Lund", "Marsh", "Quist", "Renwick", "Solheim", "Castellane", "Rashid", "Eriksen", "Adeyemi"];
const FIRST = ["Greta", "Anna", "Jonas", "Marcus", "Rowena", "Amina", "Tomas", "Ingrid", "Edda", "Clara"];
const crowd = () => {
  const people = FIRST.flatMap((first) => PEOPLE.map((last) => `${first} ${last}`));
  const paragraphs = people.map((name, i) => `<p>${name}, a teacher at the school of Halvard Quay, said on Monday that the ferry number ${i} had been late again and that nobody had told the pupils on the pier about it.</p>`);
  return `<!doctype html><html lang="en"><title>Ninety voices about one ferry</title><article><h1>Ninety voices about one ferry</h1>${paragraphs.join("\n")}</article></html>`;
};

/** An article that names a governor once and then speaks of her by her office. */
const office = () => {
  const paragraphs = [
    "Governor Ingrid Solheim opened the ferry of Halvard Quay on Monday, after years of delays that had cost the island much of its trade and many of its younger families.",
    "The governor said that the boat would run in every weather and that nobody would have to wait on the pier for more than half an hour, not even in the winter months.",
    "The crew had trained for a whole summer, and the first passengers were given tea and bread by the people who had fought longest for the service.",
  ];
  return `<!doctype html><html lang="en"><title>A ferry at last</title><article><h1>A ferry at last</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("\n")}</article></html>`;
};

inEachBrowser("names", (all) => {
  test("n and Shift+n go from name to name, Enter goes into the card, Esc closes it and gives the focus back", async () => {
    const page = await all.read(story());
    const focus = () => page.reader(`function () { return this.activeElement?.textContent; }`);
    await page.press("n");
    const first = await focus();
    await page.press("n");
    const second = await focus();
    assert.notEqual(first, second);
    await page.press("n", { shift: true });
    assert.equal(await focus(), first);
    await until("the card", () => shown(page));
    await page.press("Enter");
    await until("the focus in the card", () => page.reader(`function () { return this.activeElement?.closest(".card") !== null; }`));
    await page.press("Escape");
    await until("the card to go", async () => !(await shown(page)));
    assert.equal(await focus(), first);
    await page.close();
  });

  test("Tab through an article of 90 names is no trap: one stop for all of them", async () => {
    const page = await all.read(crowd());
    const count = await page.reader(`function () { return this.querySelectorAll("article .name").length; }`);
    assert.ok(count >= 90, `${count} names`);
    let names = 0;
    let stops = 0;
    for (; stops < 40; stops++) {
      await page.press("Tab");
      const at = await page.reader(`function () { return this.activeElement?.className ?? null; }`);
      if (at === "name") names += 1;
      if (at === "leftout-show" || at === null || (stops > 0 && at === "tool" && names > 0)) break;
    }
    assert.ok(names <= 1 && stops < 20, `${names} stops at names, ${stops} in all`);
    await page.close();
  });

  test("every part of a card shows its sentence and goes there", async () => {
    const page = await all.read(story());
    const actor = await actorOf(page, "Ingrid Solheim");
    const card = await readCard(page, actor);
    assert.match(card.evidence, /On the far side Ingrid Solheim, the mayor of Little Tarn/);
    assert.match(card.mentions, /3 mentions/);
    assert.match(card.quotes, /I promised them/);
    await page.click(".card .card-quote");
    await until("the light on the sentence", () => page.reader(`function () { return this.querySelector(".light.lit > span") !== null; }`));
    assert.equal(await shown(page), null);
    await page.close();
  });

  test("a title that can only mean one person opens the card of that person", async () => {
    const page = await all.read(office());
    const card = await readCard(page, await actorOf(page, "The governor"));
    assert.equal(card.name, "Ingrid Solheim");
    assert.match(card.evidence, /Governor Ingrid Solheim opened the ferry/);
    await page.close();
  });

  test("what is marked is chosen from the bar: main actors, people, all, the first mention, none, and is kept", async () => {
    const page = await all.read(story());
    const marks = () => page.reader(`function () {
      const marked = [...this.querySelectorAll("article .name:not(.plain)")];
      const actors = Map.groupBy(marked, (each) => each.dataset.actor);
      return {
        number: marked.length,
        kinds: [...new Set(marked.map((each) => each.dataset.kind))].toSorted(),
        most: Math.max(0, ...[...actors.values()].map((each) => each.length)),
        actors: actors.size,
        buttons: this.querySelectorAll("article .name[role=button]").length,
        told: this.querySelector(".name-count").textContent,
        plain: this.querySelectorAll("article .name.plain").length,
      };
    }`);
    const choose = async (mode) => {
      await page.click(`.marking [data-value="${mode}"] input`);
      await until(mode, () => page.reader(`function (mode) { return this.querySelector("dialog").dataset.names === mode; }`, mode));
      return marks();
    };
    const main = await marks();
    await page.click(".name-count");
    await until("the panel", () => page.reader(`function () { return this.querySelector(".marking") !== null; }`));
    const whole = await choose("all");
    assert.equal(whole.plain, 0);
    assert.ok(main.number < whole.number && main.actors < whole.actors && main.most > 1, JSON.stringify({ main, whole }));
    assert.deepEqual(whole.kinds, ["LOC", "ORG", "PER"]);
    assert.deepEqual((await choose("people")).kinds, ["PER"]);
    const first = await choose("first");
    assert.deepEqual([first.most, first.number], [1, whole.actors]);
    for (const each of [main, whole, first]) assert.deepEqual([each.buttons, each.told], [each.number, `${each.number} names marked`]);
    const none = await choose("none");
    assert.deepEqual([none.number, none.buttons], [0, 0]);
    await page.press("Escape");
    await page.press("n");
    assert.equal(await shown(page), null);
    await page.close();
    const next = await all.read(story());
    await until("what was chosen", () => next.reader(`function () { return this.querySelector("article .name:not(.plain)") === null; }`));
    await useTool(next, "marks");
    await until("the panel", () => next.reader(`function () { return this.querySelector(".marking") !== null; }`));
    await next.press("ArrowUp");
    await until("the mode before it, by key", () => next.reader(`function () { return this.querySelector("dialog").dataset.names === "first"; }`));
    await next.click('.marking [data-value="main"] input');
    await until("main actors again", () => next.reader(`function () { return this.querySelector("dialog").dataset.names === "main"; }`));
    await next.close();
  });

  test("a name that is not marked has its card at a rest, and is passed over by keys", async () => {
    const page = await all.read(story());
    const plain = await page.reader(`function () {
      const each = this.querySelector("article p .name.plain");
      each.scrollIntoView({ block: "center", behavior: "instant" });
      return each.dataset.actor;
    }`);
    await page.hover(`p .name.plain[data-actor="${plain}"]`);
    await until("the card", () => cardNow(page, plain));
    await page.close();
  });

  test("one actor is kept lit through the text, with the way from mention to mention", async () => {
    const page = await all.read(story());
    const actor = await actorOf(page, "Marcus Adeyemi");
    const lit = () => page.reader(`function () {
      const names = [...this.querySelectorAll("article .pointed")];
      return { actors: [...new Set(names.map((each) => each.dataset.actor))], number: names.length, bar: this.querySelector(".kept")?.textContent ?? null };
    }`);
    await readCard(page, actor);
    await page.press("Enter");
    await page.click(".card-keep");
    await until("the bar", async () => (await lit()).bar);
    await page.press("Escape");
    const now = await lit();
    assert.deepEqual(now.actors, [actor]);
    assert.ok(now.number > 1);
    assert.match(now.bar, /Marcus Adeyemi/);
    await page.click(".kept .card-step:nth-of-type(2)");
    assert.match((await lit()).bar, /[1-9] of \d/);
    await useTool(page, "who");
    await until("the panel", () => page.reader(`function () { return this.querySelector("li.who") !== null; }`));
    await page.press("Enter");
    await until("another actor is pointed out meanwhile", async () => (await lit()).actors[0] !== actor);
    await page.press("Escape");
    await until("the kept one again", async () => (await lit()).actors[0] === actor);
    await useTool(page, "who");
    await page.click(`li.who[data-actor="${actor}"] .who-name`);
    const pressed = () => page.reader(`function () { return this.querySelector("li.who .card-keep").getAttribute("aria-pressed"); }`);
    assert.equal(await pressed(), "true");
    await page.click(".kept .close");
    await until("no bar", async () => (await lit()).bar === null);
    assert.equal(await pressed(), "false", "its button in the list knows it too");
    await page.press("Escape");
    await until("no light", async () => (await lit()).number === 0);
    await page.close();
  });

  test("the lines under names are told at the head of the story", async () => {
    const page = await all.read(story());
    const legend = await page.reader(`function () {
      return [...this.querySelectorAll(".summary .legend")].map((each) => [each.textContent, getComputedStyle(each).textDecorationStyle]);
    }`);
    assert.deepEqual(legend, [["People", "solid"], ["Organisations", "dashed"], ["Places", "dotted"]]);
    await page.close();
  });

  test("a card opens after a rest on the name; from name to name there is no delay; it stays in the window", async () => {
    const page = await all.read(story());
    await page.hover("h1.title");
    const [one, other] = [await actorOf(page, "Ingrid Solheim"), await actorOf(page, "Little Tarn")];
    const start = Date.now();
    await page.hover(`.name[data-actor="${one}"]`);
    await until("the card", () => cardNow(page, one));
    assert.ok(Date.now() - start >= 280, "not at once");
    await page.hover(`p[data-group=body] .name[data-actor="${other}"]`);
    const moved = Date.now();
    await until("the other card", () => cardNow(page, other));
    assert.ok(Date.now() - moved < 290, `${Date.now() - moved} ms`);
    const inside = await page.reader(`function () {
      const box = this.querySelector(".card").getBoundingClientRect();
      return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
    }`);
    assert.ok(inside);
    await page.close();
  });
});

describe("names, in Chromium", () => {
  const all = stage();

  test("a tap opens a card, a second tap or one beside it closes it", async () => {
    const page = await all.read(story());
    const actor = await actorOf(page, "Ingrid Solheim");
    await page.tap(`.name[data-actor="${actor}"]`);
    await until("the card", () => cardNow(page, actor));
    await page.tap(`.name[data-actor="${actor}"]`);
    await until("the card to go", async () => !(await shown(page)));
    await page.tap(`.name[data-actor="${actor}"]`);
    await until("the card again", () => cardNow(page, actor));
    await page.tap("p[data-group=body]:last-of-type");
    await until("the card to go again", async () => !(await shown(page)));
    await page.close();
  });

  test("in a window of 360 pixels every card is inside", async () => {
    const page = await all.read(story());
    await page.resize(360, 640);
    const actors = await page.reader(`function () { return [...new Set([...this.querySelectorAll("article .name")].map((each) => each.dataset.actor))]; }`);
    for (const actor of actors) {
      await readCard(page, actor);
      const box = await page.reader(`function () { return this.querySelector(".card").getBoundingClientRect().toJSON(); }`);
      assert.ok(box.left >= 0 && box.right <= 360, JSON.stringify(box));
    }
    await page.close();
  });

  test("passing over a name opens nothing", async () => {
    const page = await all.read(story());
    await page.hover(".name[data-kind=PER]");
    await page.hover("h1.title");
    await pause(500);
    assert.equal(await shown(page), null);
    await page.close();
  });
});
