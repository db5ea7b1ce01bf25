// The list of small breakages: tests/mutants/*.toml, read and checked.
//
// A row is `[[mutant]]` with
//   id         a name of its own
//   what       what is broken, in words
//   file       the source, from the root of the repository
//   find       the piece of it that is replaced; it must be there exactly once
//   replace    what is put there
//   tests      which tests must notice: "native:NAME" (tests/NAME.rs or tests/NAME/, "native:lib" those in src/)
//              or "e2e:NAME" (tests/e2e/NAME.test.mjs)
//   browser    optional: the browser in which an e2e file is run, where that is not Chromium
//   only       optional: of the tests of an e2e file those whose names fit this pattern
//   explained  optional: why no test can notice

import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

const NEEDED = ["id", "what", "file", "find", "replace"];
const KNOWN = new Set([...NEEDED, "tests", "browser", "only", "explained"]);

/** The file of a test, or null if there is none of that name. */
function testFile(name) {
  const [, kind, file] = /^(native|e2e):([a-z0-9-]+)$/.exec(name) ?? [];
  if (name === "native:lib") return "src/lib.rs";
  const places = { native: [`tests/${file}.rs`, `tests/${file}/main.rs`], e2e: [`tests/e2e/${file}.test.mjs`] }[kind] ?? [];
  return places.find((place) => existsSync(join(ROOT, place))) ?? null;
}

/** What is wrong with the form of a row, or null. */
function formFault(row) {
  const missing = NEEDED.filter((key) => typeof row[key] !== "string" || (key !== "replace" && row[key] === ""));
  if (missing.length > 0) return `has no ${missing.join(", ")}`;
  const unknown = Object.keys(row).filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) return `has keys that are none: ${unknown.join(", ")}`;
  if (!Array.isArray(row.tests) || row.tests.length === 0) return "names no tests";
  const strange = row.tests.filter((name) => testFile(name) === null);
  if (strange.length > 0) return `names tests that are not there: ${strange.join(", ")}`;
  if (row.file.endsWith(".rs") && row.tests.some((name) => name.startsWith("e2e:"))) return "is Rust: only native tests can be run on it";
  return row.find === row.replace ? "changes nothing" : null;
}

/** A source with the row's piece replaced; throws if it is not there exactly once. */
export function mutated(text, { find, replace }) {
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`'find' is there ${times} times, not once`);
  return text.replace(find, () => replace);
}

/** Every row of every file, with `list`, the file it is from; and `faults`, what is wrong, in words. */
export async function readRows() {
  const folder = join(ROOT, "tests/mutants");
  const lists = (await readdir(folder)).filter((name) => name.endsWith(".toml")).sort();
  const rows = [];
  const faults = [];
  const seen = new Set();
  for (const list of lists) {
    const { mutant = [] } = parse(await readFile(join(folder, list), "utf8"));
    for (const row of mutant) {
      const fault = formFault(row) ?? (await placeFault(row)) ?? (seen.has(row.id) ? "has the id of another" : null);
      seen.add(row.id);
      if (fault) faults.push(`${list}: ${row.id ?? "a row without an id"} ${fault}`);
      else rows.push({ ...row, list });
    }
  }
  return { rows, faults };
}

async function placeFault(row) {
  try {
    mutated(await readFile(join(ROOT, row.file), "utf8"), row);
    return null;
  } catch (error) {
    return `does not fit ${row.file}: ${error.message}`;
  }
}
