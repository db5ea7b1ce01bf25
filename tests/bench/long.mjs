// A long session: story after story in one tab of Chromium, each opened, used, closed and opened again,
// with another reader open beside it. Prints what is held after every tenth; fails if a reader does not
// open or close, or if what is held grows without end.
//
//   node tests/bench/long.mjs [--stories 500] [--json FILE]

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Chromium } from "../browser/chromium.mjs";
import { Server } from "../browser/server.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { values } = parseArgs({ options: { stories: { type: "string", default: "500" }, json: { type: "string" } } });
const stories = Number(values.stories);

/** How often what is held is looked at, in stories. */
const EVERY = 10;

/** By how much more the second half may hold than the first, as a part of it. */
const GROWTH = 0.15;

const server = await Server.start();
server.folder("", join(ROOT, "tests/pages"));
const browser = await Chromium.launch({ extension: join(ROOT, "target/extension/chromium"), proxy: server.port });
const text = readFileSync(join(ROOT, "tests/pages/story.html"), "utf8");
// Every story has names and a length of its own.
const story = (number) => server.page(`story-${number}.html`, text.replaceAll("Solheim", `Solheim${"abcdefghij"[number % 10]}`).replace("</main>", `${`<p>Number ${number} of the harbour reports, read on the quay.</p>`.repeat(number % 40)}</main>`));

const failures = [];
const rows = [];
const beside = await browser.open(story(0));
await beside.clickAction();
await beside.waitForReader();
const page = await browser.open(story(1));

async function readOne(number) {
  if (number > 1) await page.go(story(number));
  for (let opening = 0; opening < 2; opening++) {
    await page.clickAction();
    await page.waitForReader();
    if (opening === 0 && number % 5 === 0) {
      await page.click("button.flag-show");
      await page.click('button.tool[data-tool="who"]');
    }
    await page.clickAction();
    await page.waitForClosed();
  }
}

for (let number = 1; number <= stories; number++) {
  try {
    await readOne(number);
  } catch (error) {
    failures.push(`${number}: ${error.message}`);
  }
  if (number % EVERY) continue;
  const row = { stories: number, background: await browser.heap(), ...(await page.holds()) };
  rows.push(row);
  console.log(`${String(number).padStart(4)} stories: background ${row.background} bytes; page ${row.heap} bytes, ${row.nodes} nodes, ${row.listeners} listeners; ${failures.length} failures`);
}
await browser.close();
await server.stop();
if (values.json) writeFileSync(values.json, `${JSON.stringify({ stories, failures, rows }, null, 2)}\n`);

const mean = (list, key) => list.reduce((sum, row) => sum + row[key], 0) / list.length;
const half = Math.floor(rows.length / 2);
const grown = rows.length < 4 ? [] : ["background", "heap", "listeners"].filter((key) => mean(rows.slice(half), key) > mean(rows.slice(0, half), key) * (1 + GROWTH));
for (const failure of failures) console.error(failure);
for (const key of grown) console.error(`${key} grows`);
process.exit(failures.length + grown.length > 0 ? 1 : 0);
