// The main job in Firefox, where one is installed: a real click, the article, and the page as it was.

import { strangers } from "../browser/errands.mjs";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pageState, readActors, readLeftOut, readReader } from "../browser/reader.mjs";
import { FIREFOX, stage, story } from "./stage.mjs";

const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

describe("Firefox", { skip: FIREFOX ? false : "no Firefox is installed" }, () => {
  const all = stage("firefox");

  for (const [name, headers] of [["an ordinary page", {}], ["a page with the strictest policy", { "content-security-policy": STRICT }]]) {
    test(`${name}: read, and as it was after closing`, async () => {
      const page = await all.open(story(), headers);
      const before = await pageState(page);
      await page.clickAction();
      await page.waitForReader();
      const shown = await readReader(page);
      assert.match(shown.title, /^Ferry returns to Tarn Sound/);
      assert.ok(shown.marks > 10);
      assert.ok((await readLeftOut(page)).length > 5);
      assert.ok((await readActors(page)).some((actor) => actor.name.includes("Solheim") && actor.type === "PER"));
      await page.clickAction();
      await page.waitForClosed();
      assert.deepEqual(await pageState(page), before);
      await page.close();
    });
  }

  test("nothing leaves the machine", () => {
    assert.deepEqual(strangers(all.server.outside), []);
  });
});
