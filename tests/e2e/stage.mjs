// What every end-to-end file needs: a server of our pages and a Chromium with the built extension.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { Chromium } from "../browser/chromium.mjs";
import { Server } from "../browser/server.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const EXTENSION = join(ROOT, "target/extension/chromium");

/** The text of a page of tests/pages. */
export const fixture = (name) => readFileSync(join(ROOT, "tests/pages", name), "utf8");

/** The sample story with something put at the end of its head or its body. */
export function story({ head = "", body = "" } = {}) {
  return fixture("story.html").replace("</head>", () => `${head}</head>`).replace("</body>", () => `${body}</body>`);
}

/**
 * Starts both before the file's tests and stops them after: gives an object with `server`, `browser`
 * and `open(html, headers)`, which serves a page and opens it in a tab.
 */
export function stage() {
  const all = { server: null, browser: null, open: null };
  let number = 0;
  before(async () => {
    all.server = await Server.start();
    all.server.folder("", join(ROOT, "tests/pages"));
    all.browser = await Chromium.launch({ extension: EXTENSION, proxy: all.server.port });
  });
  after(async () => {
    await all.browser?.close();
    await all.server?.stop();
  });
  all.open = (html, headers = {}) => {
    number += 1;
    return all.browser.open(all.server.page(`test-${number}.html`, html, headers));
  };
  return all;
}
