// What the background keeps, without a browser: a store in memory stands for the browser's.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

const memory = new Map();
globalThis.chrome = {
  storage: {
    local: {
      async get(key) {
        return Object.fromEntries([...memory].filter(([name]) => key === undefined || name === key));
      },
      async set(values) {
        for (const [name, value] of Object.entries(values)) memory.set(name, structuredClone(value));
      },
      async remove(key) {
        memory.delete(key);
      },
    },
    onChanged: { addListener() {} },
  },
};
const { correct, set, wishes } = await import("../../extension/background/keep.js");
const { loadSettings, loadSites } = await import("../../extension/store.js");

const sender = (url, incognito = false) => ({ url, tab: { id: 1, incognito } });
const PAGE = sender("https://news.example.org/2026/a-story?x=1#top");
const PRIVATE = sender("https://news.example.org/2026/a-story", true);
const LIKE = { like: "p.more|read more", belongs: true, label: "related-link" };

beforeEach(() => memory.clear());

describe("what a reader may have kept", () => {
  test("a valid setting is kept, any other is not", async () => {
    await set({ changes: { size: 150, width: 9000 } }, PAGE);
    await set({ changes: JSON.parse('{ "size": "200", "__proto__": { "theme": "dark" }, "nothing": 1 }') }, PAGE);
    await set({}, PAGE);
    const settings = await loadSettings();
    assert.equal(settings.size, 150);
    assert.equal(settings.theme, "system");
    assert.deepEqual([...memory.keys()], ["settings"]);
  });

  test("settings that change at the same time do not undo each other", async () => {
    await Promise.all([{ size: 150 }, { theme: "dark" }, { width: 40 }].map((changes) => set({ changes }, PAGE)));
    const { size, theme, width } = await loadSettings();
    assert.deepEqual([size, theme, width], [150, "dark", 40]);
  });

  test("a correction is kept for the host alone, without any of the path", async () => {
    assert.deepEqual(await correct(LIKE, PAGE), { kept: true });
    assert.deepEqual([...memory.keys()], ["site:news.example.org"]);
    assert.deepEqual(await loadSites(), { "news.example.org": { autoOpen: false, corrections: [LIKE] } });
    assert.doesNotMatch(JSON.stringify([...memory]), /2026|a-story/);
  });

  test("taking the last correction back forgets the host", async () => {
    await correct(LIKE, PAGE);
    await correct({ like: LIKE.like, belongs: null }, PAGE);
    assert.equal(memory.size, 0);
  });

  test("nothing from a private window is kept", async () => {
    await set({ changes: { theme: "dark" } }, PRIVATE);
    assert.deepEqual(await correct(LIKE, PRIVATE), { kept: false });
    assert.equal(memory.size, 0);
  });

  test("what is no correction, and a page of no site, leave nothing", async () => {
    await correct({ like: "", belongs: true }, PAGE);
    await correct({ like: 7, belongs: true }, PAGE);
    await correct({ like: "x", belongs: "yes" }, PAGE);
    await correct(LIKE, sender("file:///home/story.html"));
    assert.equal(memory.size, 0);
  });

  test("the engine is told the keenness, and the corrections of the page's own site", async () => {
    await set({ changes: { keenness: "keen" } }, PAGE);
    await correct(LIKE, PAGE);
    await correct({ ...LIKE, belongs: false }, sender("https://other.example/"));
    assert.deepEqual(await wishes(PAGE.url), { keenness: "keen", corrections: [{ like: LIKE.like, belongs: true }] });
    assert.deepEqual(await wishes("file:///home/story.html"), { keenness: "keen", corrections: [] });
  });
});
