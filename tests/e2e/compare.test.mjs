// Comparing reports of one event: kept in one reader, compared in the next, forgotten with the session.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { useTool } from "../browser/reader.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const SECOND = `<!doctype html><html lang="en"><head><title>Little Tarn has its ferry back | The Aldermouth Post</title>
<meta property="og:site_name" content="The Aldermouth Post"></head><body><article><h1>Little Tarn has its ferry back</h1>
<p>Little Tarn has its car ferry back: on Wednesday morning the Lady Sunniva left Halvard Quay for the first time in eleven months, after a storm had torn away the slipway.</p>
<p>She had 43 vehicles on board when she crossed to the island. On the pier Ingrid Solheim, the mayor of Little Tarn, had been waiting since five. “For eleven months we have been an island in the bad sense of the word,” Solheim said.</p>
<p>The work was done six weeks early, said Marcus Adeyemi, the chief executive of the Northern Ports Authority. The repairs cost £18.4m, of which transport minister Rowena Castellane has offered to pay half.</p>
<p>The poet Signe Halloran had come from Aldermouth with a verse in her pocket that nobody had asked her for. “The sea keeps no timetable,” she read to a row of wet umbrellas.</p>
</article></body></html>`;

const ELSEWHERE = `<!doctype html><html lang="en"><head><title>Bakers win prize</title></head><body><article><h1>Bakers of Oldmere win a prize for rye bread</h1>
<p>Two bakers from Oldmere have won the national prize for rye bread, the guild of bakers said on Monday. They had beaten 60 others.</p>
<p>“We have baked it in the same oven since my grandmother was a girl,” said Hakan Demir, who runs the bakery on Fleet Street with his sister.</p>
<p>The prize is worth 5,000 euros. Demir said that the money would go into a new roof, which the old bakery needs more than anything else.</p>
</article></body></html>`;

/** On the shadow root: what the panel shows. */
function panel() {
  const root = this.querySelector(".panel[data-tool=compare]");
  if (!root) return null;
  const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? null;
  const all = (selector) => [...root.querySelectorAll(selector)];
  const groups = (list) => Object.fromEntries([...(list?.querySelectorAll("section") ?? [])].map((section) =>
    [section.dataset.group, [...section.querySelectorAll(".compare-name")].map(text)]));
  return {
    acts: all(".compare-act").map((act) => act.dataset.value),
    notes: all(".compare-note").map(text),
    reports: all(".compare-reports li").map((report) => [report.dataset.value ?? null, text(report)]),
    tabs: all(".compare-tab").map((tab) => [tab.dataset.value, tab.ariaPressed]),
    lists: Object.fromEntries(all("[data-state]").map((list) => [list.dataset.state, groups(list)])),
    shown: all("[data-state]").filter((list) => !list.hidden).map((list) => list.dataset.state),
    passages: all(".compare-more:not([hidden]) .compare-passage").map(text),
    rows: all("li.compare-row").map((row) => [row.dataset.value, ...[...row.children].map(text)]),
    marked: [...this.querySelectorAll("article .only-here")].map(text),
    focus: text(this.activeElement),
  };
}

inEachBrowser("comparing reports", (all) => {
  const seen = (page) => page.reader(panel);
  const act = (name) => `.compare-act[data-value="${name}"]`;

  async function opened(html) {
    const page = await all.read(html);
    await useTool(page, "compare");
    await until("the panel", async () => (await seen(page))?.notes.length > 1);
    return page;
  }

  async function kept(html) {
    const page = await opened(html);
    await page.click(act("keep"));
    await until("it to be kept", async () => (await seen(page)).acts.includes("empty"));
    return page;
  }

  async function compared(html) {
    const page = await opened(html);
    await page.click(act("with"));
    await until("the comparison", async () => (await seen(page)).tabs.length === 4);
    return page;
  }

  async function emptied(page) {
    if (!(await seen(page)).acts.includes("empty")) await page.click(act("back"));
    await until("the shelf", async () => (await seen(page)).acts.includes("empty"));
    await page.click(act("empty"));
    await until("it to be empty", async () => !(await seen(page)).acts.includes("empty"));
    await page.close();
  }

  test("kept in one reader, compared in the next: who, what and which numbers are in both, only here, only there", async () => {
    await (await kept(story())).close();
    const page = await all.read(SECOND);
    const title = () => page.reader(`function () { return this.querySelector('.tool[data-tool="compare"]').title; }`);
    await until("the bar to say so", async () => /names the same people/.test(await title()));
    await useTool(page, "compare");
    await until("the panel", async () => (await seen(page))?.acts.includes("with"));
    await page.click(act("with"));
    await until("the comparison", async () => (await seen(page)).tabs.length === 4);
    const { reports, lists, shown, marked } = await seen(page);
    assert.match(reports[1][1], /^Ferry returns to Tarn Sound.*About the same event$/);
    assert.equal(reports[1][0], "same");
    assert.deepEqual(shown, ["both"]);
    const has = (list, group, words) => assert.ok(lists[list][group]?.some((line) => line.includes(words)), `${words} in ${list} ${group}: ${JSON.stringify(lists[list])}`);
    has("both", "people", "Ingrid Solheim");
    has("both", "quotes", "For eleven months we have been an island");
    has("both", "facts", "43 vehicles ≠ 41 vehicles");
    assert.match(lists.both.facts[0], /differ/);
    has("here", "people", "Signe Halloran");
    has("here", "quotes", "The sea keeps no timetable");
    has("here", "paragraphs", "The poet Signe Halloran");
    has("there", "people", "Tomas Eriksen");
    has("there", "quotes", "They are asking the smallest boats");
    assert.equal(marked.length, 1);
    assert.match(marked[0], /^The poet Signe Halloran/);
    await emptied(page);
  });

  test("a click leads to the passage here and shows that of the other report", async () => {
    await (await kept(story())).close();
    const page = await compared(SECOND);
    await page.click('[data-state="both"] [data-value="differ"] .compare-name');
    await until("the light", () => page.reader(`function () { return this.querySelector(".light.lit") !== null; }`));
    const { passages } = await seen(page);
    assert.match(passages[0], /^This report.*43 vehicles/);
    assert.match(passages[1], /^The Skerry Courier.*41 vehicles/);
    await page.press("Escape");
    assert.equal(await seen(page), null);
    assert.equal(await page.reader(`function () { return this.querySelectorAll(".only-here").length; }`), 0);
    await useTool(page, "compare");
    await until("the shelf", async () => (await seen(page))?.acts.includes("empty"));
    await emptied(page);
  });

  test("by keys, and in a narrow window", async () => {
    await (await kept(story())).close();
    const page = await all.read(SECOND);
    await page.resize(360, 740);
    // There is no room in the bar: the tool comes with the others behind the last button.
    await until("the button of more tools", () => page.reader(`function () { const more = this.querySelector(".more-tools"); more?.focus({ preventScroll: true }); return this.activeElement === more && more !== null; }`));
    await page.press("Enter");
    await useTool(page, "compare");
    await until("the panel", async () => (await seen(page))?.acts.includes("with"));
    for (let presses = 0; presses < 6 && !/^Compare with/.test((await seen(page)).focus); presses++) await page.press("Tab");
    await page.press("Enter");
    await until("the comparison", async () => (await seen(page)).tabs.length === 4);
    for (let presses = 0; presses < 8 && !/^Only here/.test((await seen(page)).focus); presses++) await page.press("Tab");
    await page.press("Enter");
    assert.deepEqual((await seen(page)).shown, ["here"]);
    for (let presses = 0; presses < 4 && !/^Signe Halloran|^Aldermouth/.test((await seen(page)).focus); presses++) await page.press("Tab");
    const before = (await seen(page)).focus;
    await page.press("ArrowDown");
    assert.notEqual((await seen(page)).focus, before);
    await page.press("Enter");
    await until("a passage", async () => (await seen(page)).passages.length > 0);
    const wide = await page.reader(`function () {
      const body = this.querySelector(".panel-body");
      return [body.scrollWidth - body.clientWidth, document.documentElement.clientWidth];
    }`);
    assert.ok(wide[0] <= 0 && wide[1] <= 360, String(wide));
    await emptied(page);
  });

  /** Where the two cells of the first row that both reports have stand, and how wide the panel is. */
  const columns = (page) => page.reader(`function () {
    const panel = this.querySelector(".panel"), body = this.querySelector(".panel-body");
    const [left, right] = [...this.querySelector('li.compare-row[data-value="both"]').children].map((cell) => cell.getBoundingClientRect());
    const covered = this.querySelector("article").getBoundingClientRect().right - panel.getBoundingClientRect().left;
    return { covered, level: Math.abs(left.top - right.top) < 2, apart: right.left - left.right, share: panel.clientWidth / document.documentElement.clientWidth, over: body.scrollWidth - body.clientWidth };
  }`);

  test("paragraphs side by side: two columns, wide and at 360 pixels, by keys", async () => {
    await (await kept(story())).close();
    const page = await compared(SECOND);
    await page.resize(1280, 800);
    for (let presses = 0; presses < 8 && !/^Side by side/.test((await seen(page)).focus); presses++) await page.press("Tab");
    await page.press("Enter");
    const { rows, shown } = await seen(page);
    assert.deepEqual(shown, ["columns"]);
    const row = (start) => rows.find(([, here, there]) => here.startsWith(start) || there.startsWith(start));
    assert.match(row("She had 43 vehicles")[2], /41 vehicles/);
    assert.deepEqual(row("The poet Signe Halloran").slice(0, 1), ["here"]);
    assert.equal(row("The poet Signe Halloran")[2], "Only here");
    assert.ok(rows.some(([value, here]) => value === "there" && here === "Only there"), JSON.stringify(rows));
    const wide = await columns(page);
    assert.ok(wide.level && wide.apart > 0 && wide.share > 0.5 && wide.over <= 0 && wide.covered <= 0, JSON.stringify(wide));
    await page.press("Tab");
    const first = (await seen(page)).focus;
    assert.equal(first, rows.find(([value]) => value !== "there")[1]);
    await page.press("ArrowDown");
    assert.notEqual((await seen(page)).focus, first);
    await page.press("ArrowUp");
    assert.equal((await seen(page)).focus, first);
    await page.press("Enter");
    await until("the light", () => page.reader(`function () { return this.querySelector(".light.lit") !== null; }`));
    await page.resize(360, 740);
    const narrow = await columns(page);
    assert.ok(narrow.level && narrow.apart > 0 && narrow.over <= 0, JSON.stringify(narrow));
    await page.resize(1280, 800);
    await page.press("Escape");
    assert.equal(await page.reader(`function () { return this.querySelector("[data-wide]"); }`), null);
    await useTool(page, "compare");
    await until("the shelf", async () => (await seen(page))?.acts.includes("empty"));
    await emptied(page);
  });

  test("another story is said to be another, and nothing of it is marked", async () => {
    await (await kept(ELSEWHERE)).close();
    const page = await compared(story());
    const { reports, marked, lists } = await seen(page);
    assert.equal(reports[1][0], "unrelated");
    assert.deepEqual(marked, []);
    assert.deepEqual(lists.both.facts ?? [], []);
    await emptied(page);
  });

  test("what is kept is in the session's memory alone, ten at most, and a button forgets it", async () => {
    for (let number = 0; number < 11; number++) await (await kept(ELSEWHERE.replace("Bakers win prize", `Bakers ${number}`))).close();
    const page = await opened(story());
    assert.equal((await seen(page)).acts.filter((name) => name === "with").length, 10);
    assert.doesNotMatch(JSON.stringify(await all.browser.kept()), /Oldmere|rye/);
    await page.click(act("empty"));
    await until("it to be empty", async () => !(await seen(page)).acts.includes("with"));
    assert.ok((await seen(page)).notes.some((note) => /No report is kept any more/.test(note)));
    await page.close();
  });
});
