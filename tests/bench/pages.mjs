// The pages that are timed: `[{name, html}]`.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** How many pages of each corpus; spread evenly over its ids, so that they are the same every time. */
const EACH = 12;
const CORPORA = ["fundus", "scrapinghub"];

/** The .html files of a folder, sorted. */
export async function folderPages(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".html")).sort();
  return Promise.all(names.map(async (name) => ({ name, html: await readFile(join(folder, name)) })));
}

/** A fixed sample of the corpora's pages; none if they are not there. */
export async function corpusPages(folder) {
  const pages = [];
  for (const corpus of CORPORA) {
    const packed = await readFile(join(folder, `${corpus}.dev.pages.jsonl.gz`)).catch(() => null);
    if (!packed) continue;
    const lines = gunzipSync(packed).toString("utf8").split("\n").filter(Boolean).map(JSON.parse);
    lines.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    const step = lines.length / EACH;
    for (let i = 0; i < EACH; i++) {
      const { id, html } = lines[Math.floor(i * step)];
      pages.push({ name: `${corpus}/${id}`, html });
    }
  }
  return pages;
}
