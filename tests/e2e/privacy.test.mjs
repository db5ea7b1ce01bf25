// What the extension may do, what it asks for, what it keeps.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { filesBelow } from "../build/assemble.mjs";
import { zip } from "../build/zip.mjs";
import { BROWSERS } from "../browser/browsers.mjs";
import { ROOT, stage, story } from "./stage.mjs";

const all = stage();

const built = (browser, file) => readFileSync(join(ROOT, "target/extension", browser, file));

describe("the manifest", () => {
  for (const browser of Object.keys(BROWSERS)) {
    test(`asks for nothing but what is on the list (${browser})`, () => {
      const manifest = JSON.parse(built(browser, "manifest.json"));
      assert.deepEqual([...manifest.permissions].sort(), ["activeTab", "contextMenus", "scripting", "storage"]);
      // Asked for one site at a time, at the moment of use.
      assert.deepEqual(manifest.optional_host_permissions, ["http://*/*", "https://*/*"]);
      for (const key of ["host_permissions", "optional_permissions", "content_scripts", "web_accessible_resources", "externally_connectable", "devtools_page"]) {
        assert.equal(manifest[key], undefined, key);
      }
      const policy = manifest.content_security_policy.extension_pages.split(";").map((part) => part.trim()).sort();
      assert.deepEqual(policy, [
        "base-uri 'none'",
        "connect-src 'self' https://*.wikipedia.org",
        "default-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "require-trusted-types-for 'script'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
      ]);
    });
  }

  test("Firefox is told that no data are collected", () => {
    const { gecko } = JSON.parse(built("firefox", "manifest.json")).browser_specific_settings;
    assert.deepEqual(gecko.data_collection_permissions, { required: ["none"] });
  });
});

describe("the package", () => {
  test("names no address but Wikipedia's, which is asked for names and nothing else", async () => {
    // Wikipedia's, and the names of HTML and of the sample's metadata, from which nothing is ever loaded.
    const known = /^(https:\/\/(\*\.wikipedia\.org\/|\$\{\w+\}\/api\/rest_v1\/page\/summary\/)|http:\/\/www\.w3\.org\/1999\/xhtml$|https:\/\/schema\.org$)/;
    const found = [];
    for (const file of await filesBelow(join(ROOT, "target/extension/chromium"))) {
      if (!/\.(js|html|css)$/.test(file)) continue;
      for (const [address] of built("chromium", file).toString().matchAll(/\b(https?|wss?):\/\/[^\s"'`)]+/g)) known.test(address) || found.push(`${file}: ${address}`);
    }
    assert.deepEqual(found, []);
  });

  test("makes no element from a string", async () => {
    const banned = /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML\w*|DOMParser|createContextualFragment)\b|\bdocument\.write|\beval\(|new Function\(/;
    const found = [];
    for (const file of await filesBelow(join(ROOT, "extension"))) {
      if (!file.endsWith(".js")) continue;
      const text = readFileSync(join(ROOT, "extension", file), "utf8");
      text.split("\n").forEach((line, i) => !/^\s*(\/\/|\*|\/\*)/.test(line) && banned.test(line) && found.push(`${file}:${i + 1}`));
    }
    assert.deepEqual(found, []);
  });

  test("stays within its sizes: engine 600 kB, models 2.5 MB with the names of English, the pack of any other language 1 MB, the whole 14 MB (all gzip), script of a click 45 kB, of the tools 48 kB and 32 kB, of comparing 12 kB", async () => {
    const sizes = { engine: 0, models: 0, all: 0 };
    for (const file of await filesBelow(join(ROOT, "target/extension/chromium"))) {
      const size = gzipSync(built("chromium", file)).length;
      sizes.all += size;
      if (file === "engine/copydesk_bg.wasm") sizes.engine = size;
      if (!file.endsWith(".bin")) continue;
      if (file.startsWith("engine/names/") && file !== "engine/names/en.bin") assert.ok(size <= 1_000_000, `${file} ${size}`);
      else sizes.models += size;
    }
    assert.ok(sizes.all <= 14_000_000, `all ${sizes.all}`);
    assert.ok(sizes.engine > 0 && sizes.engine <= 600_000, `engine ${sizes.engine}`);
    assert.ok(sizes.models <= 2_500_000, `models ${sizes.models}`);
    for (const [file, most] of [["content/main.js", 45_000], ["content/tools.js", 48_000], ["content/more.js", 32_000], ["content/compare.js", 12_000]]) {
      const { length } = built("chromium", file);
      assert.ok(length > 0 && length <= most, `${file} ${length}`);
    }
  });

  test("a zip of the same files is the same bytes, in whatever order they come", () => {
    const files = [["b/c.txt", Buffer.from("two")], ["a.txt", Buffer.from("one")]];
    assert.deepEqual(zip(files), zip(files.toReversed()));
    assert.equal(zip(files).readUInt32LE(0), 0x04034b50);
  });
});

describe("reading a page", () => {
  test("no page can find out that the extension is there", async () => {
    const page = await all.open(story());
    const found = await page.inPage(
      async (id) => {
        const files = ["manifest.json", "content/main.js", "background.js", "engine/copydesk_bg.wasm", "icons/48.png"];
        const answers = await Promise.all(files.map((file) => fetch(`chrome-extension://${id}/${file}`).then(() => file, () => null)));
        return answers.filter(Boolean);
      },
      all.browser.extension,
    );
    assert.deepEqual(found, []);
    assert.equal(await page.look(() => document.querySelectorAll("copydesk-reader").length), 0);
    await page.close();
  });

  test("a background that was stopped wakes up for the click", async () => {
    const page = await all.open(story());
    await all.browser.stopBackground();
    await page.clickAction();
    await page.waitForReader();
    await page.close();
  });
});
