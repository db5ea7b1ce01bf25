// The script of the tools: comes with the first tool, at once, and shares what is there already.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import vm from "node:vm";
import { until } from "../browser/cdp.mjs";
import { bundleScripts } from "../build/bundle.mjs";
import { stage, story } from "./stage.mjs";

const all = stage();

/** How long (ms) a tool may take to open, its script included. */
const INSTANT = 100;

/** On the shadow root: the time (ms) from a click on a button to what it opens. */
function opening(opener, opened) {
  return new Promise((resolve) => {
    const root = this;
    root.querySelector(opener).addEventListener("click", () => {
      const start = performance.now();
      const look = () => (root.querySelector(opened) ? resolve(performance.now() - start) : requestAnimationFrame(look));
      look();
    });
  });
}

describe("the tools", () => {
  test("open in less than a tenth of a second, the first one with its script", async () => {
    const times = [];
    // The best of some: what else this machine does is no doing of ours.
    for (let i = 0; i < 15 && !times.some((time) => time < INSTANT); i++) {
      const page = await all.read(story());
      const time = page.reader(opening, "button.leftout-show", ".leftout-list li");
      await page.click("button.leftout-show");
      times.push(await time);
      await page.close();
    }
    assert.ok(Math.min(...times) < INSTANT, `${times} ms`);
  });

  test("work when the background has been stopped since the click", async () => {
    const page = await all.open(story());
    await page.clickAction();
    await page.waitForReader();
    await all.browser.stopBackground();
    await page.click("button.leftout-show");
    await until("the list", () => page.reader(`function () { return this.querySelector(".leftout-list li") !== null; }`));
    await page.close();
  });

  test("work in a reader that is opened again", async () => {
    const page = await all.open(story());
    for (let i = 0; i < 2; i++) {
      await page.clickAction();
      await page.waitForReader();
      await page.click("button.leftout-show");
      await until("the list", () => page.reader(`function () { return this.querySelector(".leftout-list li") !== null; }`));
      await page.clickAction();
      await page.waitForClosed();
    }
    await page.close();
  });
});

test("a module of both scripts runs once, and both use the same one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-pair-"));
  const file = (name, text) => writeFile(join(folder, name), text);
  await file("shared.js", `globalThis.runs = (globalThis.runs ?? 0) + 1; export const state = { value: "from the first" };`);
  await file("first.js", `import { state } from "./shared.js"; state.value += ", changed";`);
  await file("second.js", `import { state } from "./shared.js"; globalThis.seen = state.value;`);
  const scripts = await bundleScripts([join(folder, "first.js"), join(folder, "second.js")]);
  await rm(folder, { recursive: true });
  const world = vm.createContext({});
  for (const script of scripts) vm.runInContext(script.toString(), world);
  assert.deepEqual([world.runs, world.seen], [1, "from the first, changed"]);
});
