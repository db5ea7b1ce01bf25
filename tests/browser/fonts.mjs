// The same letters on every machine: the fonts of two npm packages, and no others, for one browser.

import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";

const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), "../node_modules");

/** Latin, Greek, Cyrillic, Arabic, signs; as files that any system reads. */
const DEJAVU = join(PACKAGES, "dejavu-fonts-ttf/ttf");

/** Japanese, packed for the web. */
const JAPANESE = join(PACKAGES, "@fontsource/sawarabi-gothic/files/sawarabi-gothic-japanese-400-normal.woff");

/** The styles that are used: condensed and light ones would be chosen by some systems. */
const STYLES = /^DejaVu(Sans|Serif|SansMono)(-(Bold|Oblique|Italic|BoldOblique|BoldItalic))?\.ttf$/;

const GENERIC = { serif: "DejaVu Serif", "sans-serif": "DejaVu Sans", "system-ui": "DejaVu Sans", monospace: "DejaVu Sans Mono" };

/** A font file out of its packing for the web (WOFF 1): the same tables, inflated. */
export function unpacked(woff) {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 44 + 20 * i;
    const [offset, packed, length] = [4, 8, 12].map((more) => woff.readUInt32BE(at + more));
    const data = woff.subarray(offset, offset + packed);
    return { tag: woff.subarray(at, at + 4), sum: woff.readUInt32BE(at + 16), data: packed < length ? inflateSync(data) : data };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  [count, power * 16, Math.log2(power), (count - power) * 16].forEach((value, i) => head.writeUInt16BE(value, 4 + 2 * i));
  let offset = head.length;
  const parts = [head];
  tables.forEach(({ tag, sum, data }, i) => {
    tag.copy(head, 12 + 16 * i);
    [sum, offset, data.length].forEach((value, j) => head.writeUInt32BE(value, 16 + 16 * i + 4 * j));
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}

const configuration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
  ${Object.entries(GENERIC).map(([name, font]) => `<alias binding="same"><family>${name}</family><prefer><family>${font}</family></prefer></alias>`).join("\n  ")}
  <match target="pattern">
    <edit name="family" mode="append_last"><string>DejaVu Sans</string></edit>
  </match>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;

/** Puts the fonts into `folder`; gives what a browser's environment needs for them, a time zone and a language. */
export async function surroundings(folder) {
  await mkdir(folder, { recursive: true });
  const files = (await readdir(DEJAVU)).filter((name) => STYLES.test(name));
  for (const name of files) await writeFile(join(folder, name), await readFile(join(DEJAVU, name)));
  await writeFile(join(folder, "japanese.ttf"), unpacked(await readFile(JAPANESE)));
  const file = join(folder, "fonts.conf");
  await writeFile(file, configuration(folder));
  return { FONTCONFIG_FILE: file, TZ: "UTC", LANG: "en_US.UTF-8", LANGUAGE: "en_US", LC_ALL: "en_US.UTF-8" };
}
