// One hostile page, as a person meets it: a click, the reader right or a word, the page as it was after
// closing, and the same at the next click.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { until } from "../../browser/cdp.mjs";
import { strangers } from "../../browser/errands.mjs";
import { colours } from "../../browser/png.mjs";
import { pageState, readReader } from "../../browser/reader.mjs";
import { story } from "../stage.mjs";

const TITLE = "Ferry returns to Tarn Sound after eleven months as repairs end early";

/** Paragraphs that the sample story has at the least. */
const PARAGRAPHS = 14;

/** How long (ms) a page gets to do its worst. */
const WHILE = 2_500;

/** The document of a case: one of its own, or the sample story with something in it. */
const document = ({ html, head, body, replace }) => html ?? (replace ? story({ head, body }).replace(...replace) : story({ head, body }));

const stateOf = (page) => page.reader(`function () { const d = this.querySelector("dialog.reader:modal"); return d ? d.dataset.state : null; }`).catch(() => null);

/** What has come of a click: `article`, `message`, `refused`, or `gone` where a word at the button is all there is. */
function outcome(all, page) {
  return until("the reader or a word", async () => {
    const state = await stateOf(page);
    if (state === "message") return state;
    if (state === "article" && (await page.reader(`function () { return this.querySelector("dialog").dataset.ms !== undefined; }`))) return state;
    if (state) return null;
    if (await all.browser.popup()) return "refused";
    const { text, title } = await all.browser.badge();
    // The sign comes a moment before the words.
    if (text !== "!" || /^Read with Copydesk/.test(title)) return null;
    return /cannot read this page/.test(title) ? "refused" : "gone";
  }, 20_000, 60);
}

/** What a person does with a reader: reads on, looks at a name, selects, copies, presses keys. */
async function use(page) {
  await page.click("button.flag-show");
  await page.click("h1.title");
  await page.hover(".name[data-kind=PER]");
  await wait(500);
  await page.press("n");
  await page.press("Escape");
  await page.drag("article p[data-item]");
  await page.copy();
  await page.click("article a[href]").catch(() => {});
  await page.wheel(".content", 100);
  await wait(300);
}

/** Whether the story is on the screen, whole and on top. */
async function checkArticle(page, item) {
  const shown = await readReader(page);
  if (!item.html) {
    assert.equal(shown.title.replaceAll(/\p{Cf}/gu, ""), TITLE);
    const story = shown.blocks.filter(({ kind, text }) => kind === "p" && text.length > 40);
    assert.ok(story.length >= PARAGRAPHS, `${story.length} paragraphs`);
  }
  const [width, height] = await page.reader(`function () { const box = this.querySelector("article").getBoundingClientRect(); return [box.width, box.height]; }`);
  assert.ok(width > 200 && height > 20, `the article is ${width} × ${height}`);
  await until("the close button to be in sight", () => page.reader(`function () { const { top, bottom } = this.querySelector(".bar .close").getBoundingClientRect(); return top >= 0 && bottom <= 120; }`));
}

/** Where one looks for what a page has put over the reader: red in the cases. */
const POINTS = [[0.5, 0.5], [0.1, 0.3], [0.9, 0.9]];

/** Whether nothing of the page is drawn over the reader: what is inert answers no question about it but a picture. */
async function checkSeen(page) {
  const file = join(tmpdir(), `copydesk-seen-${process.pid}.png`);
  await page.screenshot(file);
  const seen = colours(await readFile(file), POINTS);
  await rm(file);
  assert.deepEqual(seen.filter(([red, green, blue]) => red > 200 && green < 60 && blue < 60), [], "the page lies over the reader");
}

/** What is left of a reader that is closed. */
async function checkGone(all, page, item, before) {
  const left = await page.look(`() => [...Document.prototype.querySelectorAll.call(document, "copydesk-reader")].filter((each) => each.childNodes.length === 0).length`);
  if (!item.strange) assert.equal(left, 0, "a host is left");
  if (item.restless) return;
  assert.deepEqual(await pageState(page), before);
}

/** Runs a case; fails if the reader is neither right nor gone with a word. */
export async function runCase(all, item) {
  const since = Date.now();
  const page = await all.open(document(item), item.headers);
  const before = await pageState(page);
  try {
    await page.clickAction();
    const wanted = item.expect ?? "article";
    const first = await outcome(all, page);
    if (wanted !== "either") assert.equal(first, wanted);
    if (first === "refused") return;
    if (first === "article") await checkArticle(page, item);
    if (item.use) await use(page);
    if (item.during) {
      await page.inPage(item.during);
      await wait(WHILE);
    }
    const then = await outcome(all, page);
    if (then === "article" && item.during) await checkSeen(page);
    if (item.then && item.then !== "either") assert.equal(then, item.then);
    else if (!item.then && wanted !== "either") assert.equal(then, first);
    // The word at the button may come a moment later.
    if (then === "refused") return;
    const reached = await page.inPage(() => globalThis.reached ?? null);
    if (item.reached?.includes(all.browser.constructor.name.toLowerCase())) assert.notEqual(reached, null, "the browser keeps it closed now");
    else assert.equal(reached, null, "the page got in");
    if (then === "article" && item.during && !item.then) await page.click(".bar .close");
    else if (then !== "gone") await close(page);
    await until("the reader to go", async () => (await stateOf(page)) === null);
    await checkGone(all, page, item, before);
    if (then !== "gone") assert.equal((await all.browser.badge()).text, "");
    if (!item.last) await again(all, page);
    checkRequests(all, page, since);
  } finally {
    await page.close();
  }
}

async function close(page) {
  await page.clickAction();
  await until("the reader to close", async () => (await stateOf(page)) === null);
}

/** The next click gives a reader or a word, too. */
async function again(all, page) {
  await page.clickAction();
  const state = await until("the reader", () => stateOf(page), 8_000).catch(() => null);
  if (state) await close(page);
  else assert.equal((await all.browser.badge()).text, "!", "the next click does nothing");
}

/** Nothing was asked for anywhere else. */
function checkRequests(all, page, since) {
  const asked = page.requests.filter(({ at, url }) => at >= since && /^(https?|wss?):/.test(url) && !url.startsWith(all.server.origin));
  assert.deepEqual(asked.map(({ url }) => url), []);
  assert.deepEqual(strangers(all.server.log.filter(({ at, outside }) => outside && at >= since).map(({ url }) => url)), []);
}
