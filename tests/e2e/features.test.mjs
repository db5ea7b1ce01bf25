// FEATURES.md and SECURITY.md name tests that exist.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./stage.mjs";

const read = (file) => readFileSync(join(ROOT, file), "utf8");

/**
 * The tests that the rows of a document name in their last cell, `FILE: \`test\`, \`test\`; FILE: …`, that are
 * not there; `place` gives the path of a FILE. Fails where fewer than `least` rows name any.
 */
function missing(file, least, place) {
  const rows = read(file).split("\n").filter((line) => /^\| .* \| [a-z0-9/.-]+: `/.test(line));
  assert.ok(rows.length >= least, `${rows.length} rows`);
  const parts = rows.flatMap((row) => row.slice(1, -1).split(" | ").at(-1).split("; "));
  return parts.flatMap((part) => {
    const [, where, names] = /^ ?([a-z0-9/.-]+)(?: \(.*?\))?: (.*)$/.exec(part) ?? [];
    if (!where) return [];
    const source = read(place(where));
    return [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name).filter((name) => !source.includes(name)).map((name) => `${where}: ${name}`);
  });
}

test("every test that FEATURES.md names is in its file", () => {
  assert.deepEqual(missing("FEATURES.md", 30, (name) => `tests/e2e/${name}.test.mjs`), []);
});

test("every promise of SECURITY.md names tests that are in their files", () => {
  assert.deepEqual(missing("SECURITY.md", 11, (path) => `tests/${path}`), []);
});
