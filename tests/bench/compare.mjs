// How long two stories of 1,500 words take to be aligned in Chromium, with the module that compares.
//
//   node tests/bench/compare.mjs        after ./build.sh extension

import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Chromium } from "../browser/chromium.mjs";
import { Server } from "../browser/server.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const PAIRS = join(ROOT, "tests/compare/dev");
const WORDS = 1_500;
const ROUNDS = 30;

/** Two long reports of the same events: the pairs of tests/compare/dev, one after the other, until both are long enough. */
async function stories() {
  const texts = ["", ""];
  const short = (text) => text.split(/\s+/).length < WORDS;
  for (const file of (await readdir(PAIRS)).filter((name) => name.endsWith("-a.txt")).sort()) {
    if (!texts.some(short)) break;
    texts[0] += await readFile(join(PAIRS, file), "utf8");
    texts[1] += await readFile(join(PAIRS, file.replace("-a.txt", "-b.txt")), "utf8");
  }
  return texts;
}

/** `{ ms, both, words }`: the median, how many facts both have, the length of each story. */
export async function alignment(browser, server) {
  server.folder("engine", join(ROOT, "target/engine"));
  server.folder("source", join(ROOT, "extension"));
  server.folder("bench", join(ROOT, "tests/bench"));
  const tab = await browser.open(`${server.origin}/bench/compare.html`);
  const figures = await tab.inPage((...values) => align(...values), await stories(), ROUNDS);
  await tab.close();
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await Server.start();
  const browser = await Chromium.launch({ extension: join(ROOT, "target/extension/chromium"), proxy: server.port });
  try {
    const { ms, both, words } = await alignment(browser, server);
    console.log(`aligned in ${ms.toFixed(1)} ms: ${words.join(" and ")} words, ${both} facts of both`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
