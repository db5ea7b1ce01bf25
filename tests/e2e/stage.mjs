// What every end-to-end file needs: a server of our pages and a browser with the built extension.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "../browser/browsers.mjs";
import { Server } from "../browser/server.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The built extension for a browser. */
export const built = (name) => join(ROOT, "target/extension", name);

/** The text of a page of tests/pages. */
export const fixture = (name) => readFileSync(join(ROOT, "tests/pages", name), "utf8");

/** The sample story with something put at the end of its head or its body. */
export function story({ head = "", body = "" } = {}) {
  return fixture("story.html").replace("</head>", () => `${head}</head>`).replace("</body>", () => `${body}</body>`);
}

/** The command of a Firefox that is installed here, or undefined. */
export const FIREFOX = ["firefox-esr", "firefox"].find((name) => {
  try {
    return execFileSync("which", [name], { encoding: "utf8" });
  } catch {
    return false;
  }
});

/**
 * Starts both before the tests of a file or a `describe` and stops them after: gives an object with
 * `server`, `browser` and `open(html, headers)`, which serves a page and opens it in a tab. `extension`
 * is the folder to load, `settings` go to the browser's `launch`.
 */
export function stage(name = "chromium", { extension = built(name), ...settings } = {}) {
  const all = { server: null, browser: null, open: null };
  let number = 0;
  before(async () => {
    if (name === "firefox") process.env.FIREFOX ??= FIREFOX;
    all.server = await Server.start();
    all.server.folder("", join(ROOT, "tests/pages"));
    all.browser = await BROWSERS[name].launch({ extension, proxy: all.server.port, alike: true, ...settings });
  });
  after(async () => {
    await all.browser?.close();
    await all.server?.stop();
  });
  all.open = (html, headers = {}) => {
    number += 1;
    return all.browser.open(all.server.page(`test-${number}.html`, html, headers));
  };
  /** Opens a page and the reader on it. */
  all.read = async (html, state = "article") => {
    const page = await all.open(html);
    await page.clickAction();
    await page.waitForReader(state);
    return page;
  };
  return all;
}

/** The browsers that `inEachBrowser` uses: one alone where COPYDESK_BROWSER names it, for a quick look. */
const NAMES = process.env.COPYDESK_BROWSER ? [process.env.COPYDESK_BROWSER] : Object.keys(BROWSERS);

/** The same tests in every browser: `tests(all, name)` is called in a `describe` for each; `settings` as for `stage`. */
export function inEachBrowser(title, tests, settings = {}) {
  for (const name of NAMES) {
    const skip = name === "firefox" && !FIREFOX ? "no Firefox is installed" : false;
    describe(`${title} (${name})`, { skip }, () => tests(skip ? {} : stage(name, settings), name));
  }
}
