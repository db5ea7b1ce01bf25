// What the stores ask for: pictures of the reader in their sizes, made from what it looks like now, and texts within
// their limits.
//
// COPYDESK_ACCEPT=1 makes the pictures anew.

import assert from "node:assert/strict";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { difference } from "../browser/difference.mjs";
import { readCard, useTool } from "../browser/reader.mjs";
import { ROOT, stage, story } from "./stage.mjs";

const FOLDER = join(ROOT, "extension/store");
const ACCEPT = process.env.COPYDESK_ACCEPT === "1";

/** Share of the pixels that may differ before the pictures are to be made anew: a button may move, not the whole. */
const TOLERANCE = 0.1;

const there = (page, selector) => until(selector, () => page.reader(`function (selector) { return this.querySelector(selector) !== null; }`, selector));

const READER = {
  "1-story": () => {},
  "2-card": async (page) => readCard(page, await page.reader(`function () { return [...this.querySelectorAll("article .name")].find((each) => each.textContent === "Ingrid Solheim").dataset.actor; }`)),
  "3-flags": async (page) => {
    await page.click("section.flag .flag-show");
    await there(page, ".flag .verdict-act");
    await page.reader(`function () { this.querySelector("section.flag").scrollIntoView({ block: "center", behavior: "instant" }); }`);
  },
  "4-who": async (page) => {
    await useTool(page, "who");
    await there(page, "li.who");
  },
};

const drawn = (svg, size, text) => `<!doctype html><style>
  body { margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center; gap: 28px; background: #fcfbf8; color: #1c1a17; font: 700 27px/1.25 "Liberation Serif", serif }
  svg { width: ${size}px; height: ${size}px; flex: none }
</style>${svg}${text}`;

/** Pictures that are no reader: their size and what is drawn. */
const DRAWN = {
  "tile.jpg": [440, 280, 120, "<div>Read the story.<br>Leave the rest.</div>"],
  "logo.png": [300, 300, 260, ""],
};

/** Width and height in the head of a JPEG or a PNG. */
function sizeOf(bytes) {
  if (bytes.readUInt32BE(0) === 0x89504e47) return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  let at = 2;
  while (bytes[at + 1] < 0xc0 || bytes[at + 1] > 0xc3) at += 2 + bytes.readUInt16BE(at + 2);
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
}

describe("for the stores", { skip: process.platform !== "linux" && "the fonts are given to the browser by fontconfig" }, () => {
  const all = stage();
  const address = (file, bytes) => `data:image/${file.endsWith("png") ? "png" : "jpeg"};base64,${bytes.toString("base64")}`;

  /** Writes the picture of a tab, or holds the one that is there to it. */
  async function hold(page, file, size) {
    const fresh = join(ROOT, "target/test", file);
    await mkdir(join(ROOT, "target/test"), { recursive: true });
    await page.screenshot(ACCEPT ? join(FOLDER, file) : fresh, file.endsWith("png") ? "png" : "jpeg");
    const kept = await readFile(join(FOLDER, file));
    assert.deepEqual(sizeOf(kept), size);
    if (ACCEPT) return;
    const share = await page.look(difference, address(file, kept), address(file, await readFile(fresh)));
    assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of the pixels differ: compare ${fresh}`);
    await rm(fresh);
  }

  for (const [name, reach] of Object.entries(READER)) {
    test(`${name}.jpg`, async () => {
      const page = await all.open(story());
      await page.resize(1280, 800);
      await page.clickAction();
      await page.waitForReader();
      await reach(page);
      await hold(page, `${name}.jpg`, [1280, 800]);
      await page.close();
    });
  }

  for (const [file, [width, height, drawing, text]] of Object.entries(DRAWN)) {
    test(file, async () => {
      const page = await all.open(drawn(await readFile(join(ROOT, "extension/icons/copydesk.svg"), "utf8"), drawing, text));
      await page.resize(width, height);
      await hold(page, file, [width, height]);
      await page.close();
    });
  }

  test("the texts keep within the limits, and every permission has its reason", async () => {
    const listing = await readFile(join(FOLDER, "listing.md"), "utf8");
    const section = (title) => listing.split(`\n## ${title}\n`)[1].split("\n## ")[0].replace(/\s+/g, " ").trim();
    assert.ok(section("Summary").length <= 250, "Firefox");
    const length = section("Description").length;
    assert.ok(length >= 250 && length <= 10_000, "Edge");
    const manifest = JSON.parse(await readFile(join(ROOT, "extension/manifest.json"), "utf8"));
    const reasons = section("Why each permission");
    const asked = [...manifest.permissions, ...("optional_host_permissions" in manifest ? ["optional_host_permissions"] : [])];
    for (const permission of asked) assert.ok(reasons.includes(`\`${permission}\`:`), permission);
    for (const language of ["en", "de", "es", "fr", "it", "nl", "pt"]) {
      const messages = JSON.parse(await readFile(join(ROOT, "extension/_locales", language, "messages.json"), "utf8"));
      assert.ok(messages.name.message.length <= 45 && messages.description.message.length <= 132, `Chrome, in ${language}`);
    }
  });
});
