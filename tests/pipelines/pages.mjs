// Many pages as JSON Lines: the repository's own, each again and again with a number of its own in it.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const TESTS = join(import.meta.dirname, "..");

/** So many of them, the shortest: the test is about the way of the pages, not about reading them. */
const SHORTEST = 12;

function sources() {
  const folders = ["pages", "cases"].map((name) => join(TESTS, name));
  const files = folders.flatMap((folder) => readdirSync(folder).sort().map((file) => join(folder, file)));
  const pages = files.filter((file) => file.endsWith(".html")).map((file) => readFileSync(file, "utf8"));
  return pages.sort((one, other) => one.length - other.length).slice(0, SHORTEST);
}

/** `count` pages, a line each, and one line among them that is broken. */
export function manyPages(count) {
  const htmls = sources();
  const lines = Array.from({ length: count }, (_, number) => {
    const html = htmls[number % htmls.length].replace(/<\/p>/, () => ` This is print number ${number} of it.</p>`);
    return JSON.stringify({ id: `page-${number}`, url: `https://courier.example/${number}`, html });
  });
  lines.splice(Math.floor(count / 3), 0, '{"id": "broken", "html": ');
  return `${lines.join("\n")}\n`;
}
