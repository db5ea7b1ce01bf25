// The playground: the same engine and view, on what a person drops or pastes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";
import { Chromium } from "../browser/chromium.mjs";
import { readReader } from "../browser/reader.mjs";
import { ROOT, stage, story } from "./stage.mjs";

const all = stage();

describe("the playground", () => {
  let address;
  before(() => {
    address = all.server.folder("www", join(ROOT, "target/www"));
  });
  after(() => assert.deepEqual(Chromium.strangers(all.server.outside), [], "nothing leaves the machine"));

  const paste = (page, text) =>
    page.inPage((value) => {
      document.getElementById("source").value = value;
      document.getElementById("form").requestSubmit();
    }, text);

  test("the sample, at one click", async () => {
    const page = await all.browser.open(address);
    await page.inPage(() => document.getElementById("sample").click());
    await page.waitForReader();
    const shown = await readReader(page);
    assert.match(shown.title, /^Ferry returns to Tarn Sound/);
    assert.ok(shown.marks > 10);
    await page.press("Escape");
    await page.waitForClosed();
    await page.close();
  });

  test("pasted HTML gives what the extension shows, and none of its scripts runs", async () => {
    const page = await all.browser.open(address);
    await paste(page, story({ body: "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">" }));
    await page.waitForReader();
    const shown = await readReader(page);
    assert.ok(shown.blocks.length > 10);
    assert.doesNotMatch(await page.look(() => document.title), /owned/);
    await page.close();
  });

  test("pasted text, every line a block", async () => {
    const page = await all.browser.open(address);
    await paste(
      page,
      [
        "Mayor opens harbour bridge",
        "The mayor of Aldermouth, Ingrid Solheim, opened the new harbour bridge on Monday after two years of work.",
        "The mayor of Aldermouth, Ingrid Solheim, opened the new harbour bridge on Monday after two years of work.",
        "“It is a bridge that people will use,” Solheim said.",
        "Read more: Ferry fares to rise in spring",
      ].join("\n\n"),
    );
    await page.waitForReader();
    const shown = await readReader(page);
    assert.deepEqual(shown.flags.map((flag) => flag.label), ["duplicate", "related-link"]);
    assert.ok(shown.marks >= 2);
    await page.close();
  });
});
