// FEATURES.md and SECURITY.md name tests that exist.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./stage.mjs";

const read = (file) => readFileSync(join(ROOT, file), "utf8");

/**
 * The tests that the rows of a document's tables name in their last cell, `FILE: \`test\`, \`test\`; FILE: …`, that are
 * not there, and the rows that name neither a test nor a command; `place` gives the path of a FILE.
 */
function missing(file, place) {
  const lines = read(file).split("\n");
  const rows = lines.filter((line, at) => line.startsWith("| ") && !lines[at + 1]?.startsWith("|-"));
  return rows.flatMap((row) => {
    const last = row.slice(1, -1).split(" | ").at(-1).trim();
    if (/^`\.\/build\.sh /.test(last)) return [];
    if (!/^[a-z0-9/.-]+: `/.test(last)) return [`no test: ${row}`];
    return last.split("; ").flatMap((part) => {
      const [, where, names] = /^([a-z0-9/.-]+)(?: \(.*?\))?: (.*)$/.exec(part.trim()) ?? [];
      if (!where) return [];
      const source = read(place(where));
      return [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name).filter((name) => !source.includes(name)).map((name) => `${where}: ${name}`);
    });
  });
}

test("every test that FEATURES.md names is in its file", () => {
  assert.deepEqual(missing("FEATURES.md", (name) => `tests/e2e/${name}.test.mjs`), []);
});

test("every promise of SECURITY.md names tests that are in their files", () => {
  assert.deepEqual(missing("SECURITY.md", (path) => `tests/${path}`), []);
});
