// ./build.sh run: a browser with the extension, to use or (--headless) to look at by program.

import { strangers } from "../browser/errands.mjs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BROWSERS } from "../browser/browsers.mjs";
import { pageState, readActors, readLeftOut, readReader } from "../browser/reader.mjs";
import { Server } from "../browser/server.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const STORY = join(ROOT, "tests/pages/story.html");

function fail(message) {
  console.error(`build.sh run: ${message}`);
  process.exit(1);
}

function options() {
  try {
    return parseArgs({
      options: {
        browser: { type: "string", default: "chromium" },
        page: { type: "string", multiple: true, default: [STORY] },
        headless: { type: "boolean", default: false },
        out: { type: "string", default: join(ROOT, "target/run") },
      },
    }).values;
  } catch (error) {
    return fail(`${error.message} (see ./build.sh run --help)`);
  }
}

/** The address to open for a page: a file is served from this machine, together with its folder. */
async function address(server, page, index) {
  if (/^https?:/.test(page)) return page;
  const path = resolve(page);
  if (!(await stat(path).catch(() => null))?.isFile()) fail(`no such file: ${page}`);
  return new URL(encodeURIComponent(basename(path)), server.folder(`page${index}`, dirname(path))).href;
}

const isLocal = (url) => ["127.0.0.1", "localhost"].includes(new URL(url).hostname);

/** Clicks on one page and gives what is written to `N.json`. */
async function look(browser, server, url, picture) {
  const page = await browser.open(url);
  const result = { page: url, browser: browser.version, ok: false, error: null };
  try {
    const before = await pageState(page);
    const clicked = Date.now();
    await page.clickAction();
    await page.waitForReader();
    await page.screenshot(picture);
    Object.assign(result, await readReader(page));
    result.leftOut = await readLeftOut(page);
    result.actors = await readActors(page);
    await page.clickAction();
    await page.waitForClosed();
    result.restored = JSON.stringify(await pageState(page)) === JSON.stringify(before);
    const asked = page.requests.filter(({ at, url: to }) => at >= clicked && /^https?:/.test(to)).map((entry) => entry.url);
    result.requests = [...new Set([...asked, ...strangers(server.since(clicked))])];
    result.ok = true;
  } catch (error) {
    result.error = error.message;
    await page.screenshot(picture).catch(() => {});
  }
  await page.close();
  return result;
}

function summary(result, index) {
  if (!result.ok) return `${index}  FAILED  ${result.page}: ${result.error}`;
  const { blocks, flags, leftOut, actors, marks, ms, title } = result;
  return (
    `${index}  ${title}: ${blocks.length} blocks, ${flags.length} collapsed, ${leftOut.length} left out, ` +
    `${actors.length} actors in ${marks} marks; article after ${Math.round(ms.clickToArticle)} ms, names after ` +
    `${Math.round(ms.clickToNames)} ms; page ${result.restored ? "restored" : "NOT RESTORED"}, ${result.requests.length} requests`
  );
}

async function headless(launch, server, urls, out) {
  await mkdir(out, { recursive: true });
  const browser = await launch({ headless: true, proxy: urls.every(isLocal) ? server.port : null });
  let failed = 0;
  try {
    for (const [i, url] of urls.entries()) {
      const result = await look(browser, server, url, join(out, `${i + 1}.png`));
      await writeFile(join(out, `${i + 1}.json`), `${JSON.stringify(result, null, 2)}\n`);
      console.log(summary(result, i + 1));
      if (!result.ok) failed += 1;
    }
  } finally {
    await browser.close();
  }
  console.log(`${urls.length - failed} of ${urls.length} pages gave a reader; pictures and details in ${out}`);
  return failed === 0;
}

async function interactive(launch, urls) {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) fail("there is no display here: use --headless");
  const browser = await launch({ headless: false });
  for (const url of urls) await browser.open(url);
  console.log("Click the Copydesk button in the toolbar, or press Alt+Shift+Y. Close the window to end.");
  await browser.closed();
  await browser.close();
}

const { browser: name, page: pages, headless: isHeadless, out } = options();
const Browser = BROWSERS[name] ?? fail(`no browser called ${name}`);
const extension = join(ROOT, "target/extension", name);
const launch = (settings) => Browser.launch({ extension, ...settings });
const server = await Server.start();
const urls = await Promise.all(pages.map((page, i) => address(server, page, i + 1)));
let good = true;
try {
  if (isHeadless) good = await headless(launch, server, urls, resolve(out));
  else await interactive(launch, urls);
} catch (error) {
  good = fail(error.message);
} finally {
  await server.stop();
}
process.exit(good ? 0 : 1);
