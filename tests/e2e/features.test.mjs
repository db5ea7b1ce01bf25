// FEATURES.md names tests that exist.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./stage.mjs";

test("every test that FEATURES.md names is in its file", () => {
  const rows = readFileSync(join(ROOT, "FEATURES.md"), "utf8").split("\n").filter((line) => /^\| .* \| [a-z]+: /.test(line));
  assert.ok(rows.length > 30);
  const missing = [];
  for (const row of rows) {
    const cell = row.slice(1, -1).split(" | ").at(-1);
    for (const part of cell.split("; ").flatMap((each) => (/^ ?[a-z]+: /.test(each) ? [each.trim()] : []))) {
      const [, file, names] = /^([a-z]+): (.*)$/.exec(part);
      const source = readFileSync(join(ROOT, `tests/e2e/${file}.test.mjs`), "utf8");
      for (const [, name] of names.matchAll(/`([^`]+)`/g)) if (!source.includes(name)) missing.push(`${file}: ${name}`);
    }
  }
  assert.deepEqual(missing, []);
});
