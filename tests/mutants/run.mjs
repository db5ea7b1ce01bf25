// Breaks a copy of the sources in one small place at a time and sees whether the named tests notice.
//
//   node tests/mutants/run.mjs [--check] [ID | FILE.toml]...
//
// --check only sees that every row still fits its source. Without it, and with the engine built, every
// row (or those named) is run in target/mutants; nothing else is touched. Fails if a breakage that is
// not explained is not noticed, if one that is explained is noticed, or if a row does not fit or build.

import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT, mutated, readRows } from "./rows.mjs";

const HOME = join(ROOT, "target/mutants");
const TREE = join(HOME, "tree");

/** Longest time (ms) that the tests of one row may take; a breakage that never ends is noticed by that. */
const PATIENCE = 10 * 60_000;

/** One browser is enough to notice; what runs in Firefox alone still does. */
const ENVIRONMENT = { COPYDESK_BROWSER: "chromium", ...process.env, CARGO_TARGET_DIR: join(HOME, "build"), CARGO_TERM_COLOR: "never" };

/** The command that runs now leads a group of its own; it ends with this one. */
let running = null;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (running) process.kill(-running.pid, "SIGKILL");
    process.exit(1);
  });
}

/** Runs a command in the copy: `{ ok, output }`. */
function run(command, args, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: TREE, env: { ...ENVIRONMENT, ...more }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    running = child;
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
    const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), PATIENCE);
    const end = (ok) => {
      clearTimeout(timer);
      running = null;
      resolve({ ok, output: Buffer.concat(output).toString() });
    };
    child.on("error", () => end(false));
    child.on("close", (code) => end(code === 0));
  });
}

/** Writes a file only if it would change, so that nothing is compiled again without need. */
async function write(file, content) {
  const path = join(TREE, file);
  if ((await readFile(path).catch(() => null))?.equals(content)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** The files of the repository, those not yet committed too. */
function sources() {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: ROOT, maxBuffer: 1 << 26 });
  return listed.toString().split("\0").filter((file) => file && existsSync(join(ROOT, file)));
}

/** Makes the copy what the repository is, with links to what is built or installed. */
async function copy() {
  for (const file of sources()) await write(file, await readFile(join(ROOT, file)));
  for (const link of ["target/engine", "tests/node_modules"]) {
    await mkdir(dirname(join(TREE, link)), { recursive: true });
    await rm(join(TREE, link), { recursive: true, force: true });
    await symlink(join(ROOT, link), join(TREE, link));
  }
}

const nativeFlags = (tests) => {
  const names = tests.filter((name) => name.startsWith("native:")).map((name) => name.slice("native:".length));
  return names.flatMap((name) => (name === "lib" ? ["--lib"] : ["--test", name]));
};
const files = (tests) => tests.filter((name) => name.startsWith("e2e:")).map((name) => `tests/e2e/${name.slice("e2e:".length)}.test.mjs`);

/** Builds what a row's tests need; gives what the compiler said if it does not build, or null. */
async function build({ file, tests }) {
  const native = nativeFlags(tests);
  const steps = [];
  if (native.length > 0) steps.push(["cargo", ["test", "--quiet", "--no-run", ...native]]);
  if (file.startsWith("extension/")) steps.push(["node", ["tests/build/assemble.mjs", "extension", "chromium", "firefox"]]);
  if (file.startsWith("extension/") && tests.includes("e2e:payloads")) steps.push(["node", ["tests/build/assemble.mjs", "www"]]);
  for (const [command, args] of steps) {
    const { ok, output } = await run(command, args);
    if (!ok) return output;
  }
  return null;
}

/** Runs a row's tests: `{ ok, output }`. */
async function test({ tests, browser, only }) {
  const native = nativeFlags(tests);
  if (native.length > 0) {
    const result = await run("cargo", ["test", "--quiet", ...native]);
    if (!result.ok) return result;
  }
  const scripts = files(tests);
  if (scripts.length === 0) return { ok: true, output: "" };
  const pattern = only === undefined ? [] : [`--test-name-pattern=${only}`];
  const inIt = browser === undefined ? {} : { COPYDESK_BROWSER: browser };
  return run("node", ["--test", "--test-reporter=tap", "--test-concurrency=1", ...pattern, ...scripts], inIt);
}

const keyOf = ({ tests, browser, only }) => JSON.stringify([tests, browser, only]);

/** The tests of all rows on the sources as they are: a test that fails by itself notices nothing. */
async function sound(rows) {
  const groups = new Map(rows.map((row) => [keyOf(row), row]));
  const failures = new Map();
  await build({ file: "extension/", tests: [...new Set(rows.flatMap(({ tests }) => tests))] });
  for (const [key, row] of groups) {
    const { ok, output } = await test(row);
    if (!ok) failures.set(key, output);
  }
  return (row) => failures.get(keyOf(row)) ?? null;
}

/** What became of a row: `[state, output]`. */
async function judge(row, failure) {
  if (failure) return ["unsound", failure];
  const original = await readFile(join(TREE, row.file));
  await write(row.file, Buffer.from(mutated(original.toString(), row)));
  try {
    const said = await build(row);
    if (said) return ["unbuilt", said];
    const { ok } = await test(row);
    return [ok ? (row.explained ? "explained" : "alive") : row.explained ? "noticed" : "killed", ""];
  } finally {
    await write(row.file, original);
  }
}

const WORDS = {
  killed: "killed",
  explained: "explained",
  alive: "ALIVE: no test notices",
  noticed: "EXPLAINED, but a test notices: take the explanation away",
  unsound: "its tests fail on the sources as they are",
  unbuilt: "does not build",
};

async function main(args) {
  const { rows, faults } = await readRows();
  for (const fault of faults) console.log(`not ok - ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  if (args.includes("--check")) return console.log(`${rows.length} breakages fit, ${faults.length} do not`);
  const wanted = args.length === 0 ? rows : rows.filter(({ id, list }) => args.includes(id) || args.includes(list));
  await copy();
  const failureOf = await sound(wanted);
  const counts = {};
  for (const row of wanted) {
    const started = Date.now();
    const [state, output] = await judge(row, failureOf(row));
    counts[state] = (counts[state] ?? 0) + 1;
    const isGood = state === "killed" || state === "explained";
    if (!isGood) console.log(output.split("\n").slice(-60).join("\n"));
    console.log(`${isGood ? "ok" : "not ok"} - ${row.id}: ${WORDS[state]} (${row.what}; ${Math.round((Date.now() - started) / 1000)} s)`);
  }
  const { killed = 0, explained = 0 } = counts;
  console.log(`killed ${killed}, explained ${explained}, alive ${counts.alive ?? 0}, other faults ${wanted.length + faults.length - killed - explained - (counts.alive ?? 0)}`);
  console.log(`# pass ${killed + explained}\n# fail ${wanted.length + faults.length - killed - explained}`);
  if (killed + explained < wanted.length || wanted.length === 0) process.exitCode = 1;
}

await main(process.argv.slice(2));
