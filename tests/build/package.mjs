// Packs target/extension/BROWSER into target/package/copydesk-VERSION-BROWSER.zip.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "../browser/browsers.mjs";
import { filesBelow } from "./assemble.mjs";
import { zip } from "./zip.mjs";

const TARGET = join(dirname(fileURLToPath(import.meta.url)), "../../target");

const out = join(TARGET, "package");
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const browser of Object.keys(BROWSERS)) {
  const folder = join(TARGET, "extension", browser);
  const files = await filesBelow(folder);
  const contents = await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))]));
  const { version } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const file = join(out, `copydesk-${version}-${browser}.zip`);
  const packed = zip(contents);
  await writeFile(file, packed);
  console.log(`${file}  ${(packed.length / 1024).toFixed(0)} kB, ${files.length} files`);
}
