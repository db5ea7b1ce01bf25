// ./build.sh bench: speed and size of the engine beside Readability.js and compromise, same browser, same pages.

import { execFileSync } from "node:child_process";
import { appendFile, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { Chromium } from "../browser/chromium.mjs";
import { readReader } from "../browser/reader.mjs";
import { Server } from "../browser/server.mjs";
import { filesBelow } from "../build/assemble.mjs";
import { alignment } from "./compare.mjs";
import { corpusPages, folderPages } from "./pages.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const EXTENSION = join(ROOT, "target/extension/chromium");
const HISTORY = join(ROOT, "tests/bench/history.csv");
const ROUNDS = 7;

/** The columns of the history, and the keys of the JSON file; milliseconds, bytes and ratios. */
const KEYS = [
  "pages", "engine_vs_readability", "engine_vs_readability_compromise", "engine_ms", "capture_ms", "readability_ms",
  "compromise_ms", "models_load_ms", "names_ms_first_text", "names_ms_1000_words", "click_to_article_ms",
  "click_to_names_ms", "click_to_article_cold_ms", "wasm_gzip", "data_gzip", "content_scripts_bytes",
  "tools_script_bytes",
];

const { values: options } = parseArgs({
  options: {
    pages: { type: "string" },
    json: { type: "string" },
    clicks: { type: "string", default: "9" },
    save: { type: "boolean", default: false },
  },
});

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => (value === undefined ? null : Math.round(value * 1000) / 1000);

async function samples() {
  if (options.pages) return folderPages(options.pages);
  const own = (await folderPages(join(ROOT, "tests/pages"))).filter(({ name }) => name.startsWith("story"));
  const corpus = await corpusPages(join(ROOT, "../shared/corpora/extraction"));
  if (corpus.length === 0) console.error("bench: ../shared/corpora is not there; only the pages of tests/pages are timed");
  return [...own, ...corpus];
}

/** Times every job on every page; a page on which one fails is named and left out. */
async function speed(browser, server, pages) {
  server.folder("readability", join(ROOT, "tests/node_modules/@mozilla/readability"));
  server.folder("compromise", join(ROOT, "tests/node_modules/compromise/builds"));
  server.folder("engine", join(ROOT, "target/engine"));
  server.folder("source", join(ROOT, "extension"));
  server.folder("bench", join(ROOT, "tests/bench"));
  const tab = await browser.open(`${server.origin}/bench/page.html`);
  const models_load_ms = await tab.inPage(() => prepare());
  const results = [];
  for (const [i, { name, html }] of pages.entries()) {
    const url = server.page(`page-${i}.html`, html);
    try {
      results.push({ name, ...(await tab.inPage((...values) => measure(...values), url, ROUNDS)) });
    } catch (error) {
      console.error(`bench: ${name}: ${error.message.split("\n")[0]}`);
    }
  }
  await tab.close();
  return { models_load_ms, results };
}

/** Milliseconds from the click to the article and to the names, warm and after the background had been stopped. */
async function clicks(browser, server, number) {
  const page = await browser.open(`${server.folder("story", join(ROOT, "tests/pages"))}story.html`);
  const once = async () => {
    await page.clickAction();
    await page.waitForReader();
    const { ms } = await readReader(page);
    await page.clickAction();
    await page.waitForClosed();
    return ms;
  };
  await once();
  const warm = [];
  for (let i = 0; i < number; i++) warm.push(await once());
  const cold = [];
  for (let i = 0; i < Math.min(number, 5); i++) {
    await browser.stopBackground();
    cold.push(await once());
  }
  await page.close();
  return {
    click_to_article_ms: median(warm.map((ms) => ms.clickToArticle)),
    click_to_names_ms: median(warm.map((ms) => ms.clickToNames)),
    click_to_article_cold_ms: median(cold.map((ms) => ms.clickToArticle)),
  };
}

/**
 * What a click on an English page needs: the module that compares, the packs of other languages and the tools come when
 * they are first used. `content_scripts_bytes` is what a click injects.
 */
async function sizes() {
  const total = { wasm_gzip: 0, data_gzip: 0, content_scripts_bytes: 0, tools_script_bytes: 0 };
  for (const file of await filesBelow(EXTENSION)) {
    const bytes = await readFile(join(EXTENSION, file));
    if (file === "engine/copydesk_bg.wasm") total.wasm_gzip = gzipSync(bytes, { level: 9 }).length;
    if (/^engine\/(\w+\.bin|names\/en\.\w+)$/.test(file)) total.data_gzip += gzipSync(bytes, { level: 9 }).length;
    if (file === "content/main.js") total.content_scripts_bytes = bytes.length;
    if (file === "content/tools.js") total.tools_script_bytes = bytes.length;
  }
  return total;
}

function speedFigures(results) {
  const over = (pick) => median(results.map(pick));
  return {
    pages: results.length,
    engine_vs_readability: over((r) => r.engine / r.readability),
    engine_vs_readability_compromise: over((r) => r.engine / (r.readability + r.compromise)),
    engine_ms: over((r) => r.engine),
    capture_ms: over((r) => r.capture),
    readability_ms: over((r) => r.readability),
    compromise_ms: over((r) => r.compromise),
    names_ms_first_text: results.find((r) => r.names_first !== undefined)?.names_first,
    names_ms_1000_words: over((r) => (1000 * r.names) / r.words),
  };
}

async function save(figures, browser) {
  const commit = execFileSync("git", ["-C", ROOT, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const head = ["date", "commit", "browser", ...KEYS].join(",");
  if (!(await stat(HISTORY).catch(() => null))) await writeFile(HISTORY, `${head}\n`);
  const line = [new Date().toISOString().slice(0, 10), commit, browser, ...KEYS.map((key) => figures[key])].join(",");
  await appendFile(HISTORY, `${line}\n`);
}

const server = await Server.start();
const browser = await Chromium.launch({ extension: EXTENSION, proxy: server.port });
try {
  const { models_load_ms, results } = await speed(browser, server, await samples());
  if (results.length === 0) throw new Error("no page could be timed");
  const all = { ...speedFigures(results), models_load_ms, ...(await clicks(browser, server, Number(options.clicks))), ...(await sizes()) };
  const figures = Object.fromEntries(KEYS.map((key) => [key, round(all[key])]));
  for (const key of KEYS) console.log(key.padEnd(34), figures[key]);
  const { ms, words } = await alignment(browser, server);
  console.log("compare_ms".padEnd(34), round(ms), `(two stories of ${words.join(" and ")} words)`);
  if (options.json) await writeFile(options.json, `${JSON.stringify({ ...figures, browser: browser.version, each: results }, null, 2)}\n`);
  if (options.save) await save(figures, browser.version);
} finally {
  await browser.close();
  await server.stop();
}
process.exit(0);
