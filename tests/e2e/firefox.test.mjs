// The main job in Firefox, where one is installed: a real click, the article, and the page as it was.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Firefox } from "../browser/firefox.mjs";
import { pageState, readActors, readLeftOut, readReader } from "../browser/reader.mjs";
import { Server } from "../browser/server.mjs";
import { ROOT, story } from "./stage.mjs";

const command = ["firefox-esr", "firefox"].find((name) => {
  try {
    return execFileSync("which", [name], { encoding: "utf8" });
  } catch {
    return false;
  }
});
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

describe("Firefox", { skip: command ? false : "no Firefox is installed" }, () => {
  let server;
  let browser;
  before(async () => {
    process.env.FIREFOX = command;
    server = await Server.start();
    server.folder("", join(ROOT, "tests/pages"));
    browser = await Firefox.launch({ extension: join(ROOT, "target/extension/firefox"), proxy: server.port });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [name, headers] of [["an ordinary page", {}], ["a page with the strictest policy", { "content-security-policy": STRICT }]]) {
    test(`${name}: read, and as it was after closing`, async () => {
      const page = await browser.open(server.page(`${name.length}.html`, story(), headers));
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
    assert.deepEqual(Firefox.strangers(server.outside), []);
  });
});
