// What is kept, without a browser: a store in memory stands for the browser's, as slow as one can be,
// and several contexts use it at once.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

/** A storage area. Reading takes a while, so that whoever reads before writing writes what is old. */
class Area {
  memory = new Map();
  isFull = false;

  async get(keys) {
    const wanted = keys === undefined ? [...this.memory.keys()] : [keys].flat();
    const values = structuredClone(Object.fromEntries(wanted.filter((key) => this.memory.has(key)).map((key) => [key, this.memory.get(key)])));
    await new Promise((resolve) => setTimeout(resolve, 2));
    return values;
  }

  async set(values) {
    if (this.isFull) throw new Error("Resource::kQuotaBytes quota exceeded");
    for (const [name, value] of Object.entries(values)) this.memory.set(name, structuredClone(value));
  }

  async remove(keys) {
    for (const key of [keys].flat()) this.memory.delete(key);
  }

  async clear() {
    this.memory.clear();
  }
}

const local = new Area();
const session = new Area();
const windows = [];
globalThis.chrome = {
  storage: { local, session, onChanged: { addListener() {} } },
  windows: { getAll: async () => windows },
};
const { correct, set, windowClosed, wishes } = await import("../../extension/background/keep.js");
const background = await import("../../extension/store.js");
/** The store as another context has it: a page of the extension. */
const page = await import("../../extension/store.js?page");
const { loadSettings, loadSites } = background;

const sender = (url, incognito = false) => ({ url, tab: { id: 1, incognito } });
const PAGE = sender("https://news.example.org/2026/a-story?x=1#top");
const PRIVATE = sender("https://news.example.org/2026/a-story", true);
const HOST = "news.example.org";
const LIKE = { like: "p.more|read more", belongs: true, label: "related-link" };
const keys = () => [...local.memory.keys()].sort();

beforeEach(() => {
  local.memory.clear();
  session.memory.clear();
  local.isFull = false;
});

describe("what a reader may have kept", () => {
  test("a valid setting is kept, any other is not", async () => {
    assert.deepEqual(await set({ changes: { size: 150, width: 9000 } }, PAGE), { kept: true });
    await set({ changes: JSON.parse('{ "size": "200", "__proto__": { "theme": "dark" }, "nothing": 1 }') }, PAGE);
    await set({}, PAGE);
    const settings = await loadSettings();
    assert.equal(settings.size, 150);
    assert.equal(settings.theme, "system");
    assert.deepEqual(keys(), ["setting:size"]);
  });

  test("a setting is written before anything is waited for: the page that sets it may be gone at once", () => {
    page.saveSettings({ theme: "dark" });
    assert.equal(local.memory.get("setting:theme"), "dark");
    page.setOpens(HOST, true);
    assert.equal(local.memory.get(`opens:${HOST}`), true);
    page.setCorrection(HOST, LIKE);
    assert.equal(local.memory.size, 3);
  });

  test("two contexts that change settings and a site at the same time do not undo each other", async () => {
    await Promise.all([
      background.saveSettings({ size: 150 }),
      page.saveSettings({ theme: "dark" }),
      background.saveSettings({ width: 40 }),
      correct(LIKE, PAGE),
      page.setCorrection(HOST, { like: "other", belongs: false }),
      page.setOpens(HOST, true),
    ]);
    const { size, theme, width } = await loadSettings();
    assert.deepEqual([size, theme, width], [150, "dark", 40]);
    const { autoOpen, corrections } = (await loadSites())[HOST];
    assert.equal(autoOpen, true);
    assert.deepEqual(corrections.map(({ like }) => like).sort(), ["other", LIKE.like]);
  });

  test("a correction is kept for the host alone, without any of the path", async () => {
    assert.deepEqual(await correct(LIKE, PAGE), { kept: true });
    assert.deepEqual(keys(), [`correction:${HOST}/${LIKE.like}`]);
    assert.deepEqual(await loadSites(), { [HOST]: { autoOpen: false, corrections: [LIKE] } });
    assert.doesNotMatch(JSON.stringify([...local.memory]), /2026|a-story/);
  });

  test("a correction takes the place of an earlier one of the same key, and null takes it away", async () => {
    await correct(LIKE, PAGE);
    await correct({ like: "div/box", belongs: false }, PAGE);
    await correct({ ...LIKE, belongs: false }, PAGE);
    const { corrections } = (await loadSites())[HOST];
    assert.deepEqual(new Map(corrections.map(({ like, belongs }) => [like, belongs])), new Map([["div/box", false], [LIKE.like, false]]));
    await correct({ like: LIKE.like, belongs: null }, PAGE);
    assert.deepEqual((await loadSites())[HOST].corrections.map(({ like }) => like), ["div/box"]);
  });

  test("taking the last correction back forgets the host", async () => {
    await correct(LIKE, PAGE);
    await correct({ like: LIKE.like, belongs: null }, PAGE);
    assert.equal(local.memory.size, 0);
  });

  test("a page cannot fill the store: of one site the newest 200 corrections are kept", async (context) => {
    context.mock.timers.enable({ apis: ["Date"], now: 1000 });
    await background.setCorrection("other.example", LIKE);
    for (let i = 0; i < 230; i++) {
      context.mock.timers.tick(1);
      await correct({ like: `key ${i}`, belongs: true }, PAGE);
    }
    const all = await loadSites();
    assert.equal(all[HOST].corrections.length, 200);
    assert.deepEqual([all[HOST].corrections[0].like, all[HOST].corrections.at(-1).like], ["key 30", "key 229"]);
    assert.equal(all["other.example"].corrections.length, 1);
  });

  test("what is no correction, and a page of no site, leave nothing", async () => {
    await correct({ like: "", belongs: true }, PAGE);
    await correct({ like: 7, belongs: true }, PAGE);
    await correct({ like: "x", belongs: "yes" }, PAGE);
    await correct(LIKE, sender("file:///home/story.html"));
    assert.equal(local.memory.size, 0);
  });

  test("the engine is told the keenness, and the corrections of the page's own site", async () => {
    await set({ changes: { keenness: "keen" } }, PAGE);
    await correct(LIKE, PAGE);
    await correct({ ...LIKE, belongs: false }, sender("https://other.example/"));
    await correct({ ...LIKE, like: "longer" }, sender("https://news.example.org.evil.example/"));
    assert.deepEqual(await wishes(PAGE), { keenness: "keen", corrections: [{ like: LIKE.like, belongs: true }] });
    assert.deepEqual(await wishes(sender("file:///home/story.html")), { keenness: "keen", corrections: [] });
  });

  test("a full store is said, and nothing is thrown", async () => {
    local.isFull = true;
    assert.deepEqual(await set({ changes: { theme: "dark" } }, PAGE), { kept: false, code: "storeFull" });
    assert.deepEqual(await correct(LIKE, PAGE), { kept: false, code: "storeFull" });
    await assert.rejects(page.saveSettings({ theme: "dark" }), { code: "storeFull" });
    await assert.rejects(page.setOpens(HOST, true), { code: "storeFull" });
    await assert.rejects(page.saveAll({}, { [HOST]: { autoOpen: true, corrections: [] } }), { code: "storeFull" });
  });
});

describe("a private window", () => {
  test("keeps nothing; what is set there holds in all private windows and in no other", async () => {
    await set({ changes: { size: 150, theme: "dark" } }, PAGE);
    assert.deepEqual(await set({ changes: { theme: "sepia", keenness: "keen" } }, PRIVATE), { kept: true });
    assert.deepEqual(await correct(LIKE, PRIVATE), { kept: false, code: "notStored" });
    assert.deepEqual(keys(), ["setting:size", "setting:theme"]);
    const [{ size, theme }, elsewhere] = [await loadSettings(true), await loadSettings()];
    assert.deepEqual([size, theme, elsewhere.theme], [150, "sepia", "dark"]);
    assert.equal((await wishes(PRIVATE)).keenness, "keen");
    assert.equal((await wishes(PAGE)).keenness, "cautious");
  });

  test("when the last of them is closed, what was set there is gone", async () => {
    await set({ changes: { theme: "sepia" } }, PRIVATE);
    windows.splice(0, Infinity, { incognito: false }, { incognito: true });
    await windowClosed();
    assert.equal((await loadSettings(true)).theme, "sepia");
    windows.pop();
    await windowClosed();
    assert.equal(session.memory.size, 0);
  });
});

describe("sites", () => {
  test("one is forgotten without the others; everything leaves nothing", async () => {
    await correct(LIKE, PAGE);
    await page.setOpens(HOST, true);
    await page.setOpens("news.example.org.other.example", true);
    await page.forgetSite(HOST);
    assert.deepEqual(Object.keys(await loadSites()), ["news.example.org.other.example"]);
    await set({ changes: { theme: "sepia" } }, PRIVATE);
    await page.forgetAll();
    assert.deepEqual([local.memory.size, session.memory.size], [0, 0]);
  });

  test("what comes from a file takes the place of what was kept for those sites, and of nothing else", async () => {
    await correct(LIKE, PAGE);
    await correct(LIKE, sender("https://other.example/"));
    const site = { autoOpen: true, corrections: [{ like: "b", belongs: false, label: undefined }, { like: "a", belongs: true, label: "ad" }] };
    await page.saveAll({ theme: "dark" }, { [HOST]: site });
    assert.deepEqual(await loadSites(), { [HOST]: site, "other.example": { autoOpen: false, corrections: [LIKE] } });
    assert.equal((await loadSettings()).theme, "dark");
  });
});

describe("what an earlier version kept", () => {
  const old = () => {
    local.memory.set("settings", { theme: "sepia", size: 5000, width: 40 });
    local.memory.set(`site:${HOST}`, { autoOpen: true, corrections: [LIKE, { like: "later", belongs: false }, { like: 7 }] });
    local.memory.set("site:other.example", { autoOpen: false, corrections: [LIKE] });
  };

  test("is taken over, each thing under its own key, and nothing of the old form stays", async (context) => {
    old();
    const { set } = Area.prototype;
    context.mock.method(local, "set", async (values) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return set.call(local, values);
    });
    // Whoever asks meanwhile waits.
    background.migrate();
    const { theme, size, width } = await loadSettings();
    assert.deepEqual([theme, size, width], ["sepia", 100, 40]);
    const all = await loadSites();
    assert.deepEqual(all[HOST].corrections.map(({ like, belongs }) => [like, belongs]), [[LIKE.like, true], ["later", false]]);
    assert.deepEqual([all[HOST].autoOpen, all["other.example"].autoOpen], [true, false]);
    assert.ok(keys().every((key) => /^(setting|opens|correction):/.test(key)), String(keys()));
  });

  test("does not undo what was set since", async () => {
    old();
    local.memory.set("setting:theme", "dark");
    await background.migrate();
    await page.saveSettings({ width: 33 });
    await background.migrate();
    const { theme, width } = await loadSettings();
    assert.deepEqual([theme, width], ["dark", 33]);
  });

  test("stays as it is where there is no room for the new form", async () => {
    old();
    local.isFull = true;
    await background.migrate();
    assert.deepEqual(keys(), ["settings", `site:${HOST}`, "site:other.example"]);
  });
});
