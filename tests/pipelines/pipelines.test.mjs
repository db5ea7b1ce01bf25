// The examples of docs/examples: pages through Spark and through GNU parallel come out as from one process, also when
// a process of theirs dies on the way. What is not installed is skipped, with the reason.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { manyPages } from "./pages.mjs";

const ROOT = join(import.meta.dirname, "../..");
/** Enough for each of Spark's tasks to die in the middle of its work; docs/pipelines.md has a log with more. */
const PAGES = Number(process.env.COPYDESK_PAGES ?? 1500);
/** The build that the native tests have made already. On pages this short it is as fast as one for release. */
const TOOL = process.env.COPYDESK_TOOL ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/copydesk");
const COMMAND = `${TOOL} batch --flat --jobs 1`;

/** The first of some Pythons that has PySpark, if there is one. */
function pythonWithSpark() {
  const named = [process.env.COPYDESK_PYTHON, join(ROOT, "target/tools/spark/bin/python"), "python3"];
  return named.find((python) => python && spawnSync(python, ["-c", "import pyspark"]).status === 0);
}

/** Runs a command, which must end well unless `status` says how. */
function run(command, args, { status = 0, ...options } = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 30, ...options });
  assert.equal(done.status, status, `${command} ${args.join(" ")}: ${done.error ?? done.stderr}`);
  return done;
}

const python = pythonWithSpark();
const isThere = (command, option) => spawnSync(command, [option]).status === 0;
const noSpark = !python ? "PySpark is not installed; docs/pipelines.md says how" : !isThere("java", "-version") && "Java is not installed";
const noParallel = !isThere("parallel", "--version") && "GNU parallel is not installed";

describe("many pages through", () => {
  let folder, input, whole;
  const path = (name) => join(folder, name);

  /** A line that could not be read says where it stands in what its own process was given. */
  const placeless = (lines) => lines.replace(/"error_line":\d+/g, '"error_line":0').trimEnd().split("\n");

  /** A command that is killed the first time, after twenty of its lines, and does its work from then on. */
  function dyingOnce(name) {
    const script = path(`${name}.sh`);
    const died = path(`${name}.died`);
    writeFileSync(script, `#!/bin/sh\nif mkdir ${died} 2>/dev/null; then head -n 20 | ${COMMAND}; kill -KILL $$; fi\nexec ${COMMAND}\n`, { mode: 0o755 });
    return { script, died };
  }

  /** The first row that is another one is enough to see. */
  function same(rows) {
    assert.equal(rows.find((row, at) => row !== whole[at]), undefined);
    assert.equal(rows.length, whole.length);
  }

  before(() => {
    if (noSpark && noParallel) return;
    if (!process.env.COPYDESK_TOOL) run("cargo", ["build", "--quiet", "--bin", "copydesk"], { cwd: ROOT });
    folder = mkdtempSync(join(tmpdir(), "copydesk-pipelines-"));
    input = path("pages.jsonl");
    writeFileSync(input, manyPages(PAGES));
    const start = performance.now();
    whole = placeless(run(TOOL, ["batch", "--flat"], { status: 3, input: readFileSync(input) }).stdout);
    const seconds = (performance.now() - start) / 1000;
    console.log(`one process, all cores: ${whole.length} rows, ${seconds.toFixed(1)} s, ${(whole.length / seconds).toFixed(0)} pages/s`);
    assert.equal(whole.length, PAGES + 1);
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  test("Spark: the same rows in the same order, with a partition that failed and was tried again", { skip: noSpark }, () => {
    const spark = (cores, command, name) => {
      const args = ["docs/examples/spark.py", input, path(`${name}.parquet`), "--master", `local[${cores}, 4]`, "--command", command, "--text", path(name)];
      const said = run(python, args, { cwd: ROOT, env: { ...process.env, SPARK_LOCAL_IP: "127.0.0.1" } }).stderr;
      const line = said.split("\n").find((text) => /^\d+ rows, /.test(text)) ?? said;
      console.log(`Spark: ${line}`);
      assert.match(line, new RegExp(`^${PAGES + 1} rows, 1 of them not read, `));
      const parts = readdirSync(path(name)).filter((file) => /^part-\d+$/.test(file)).sort();
      assert.ok(parts.length >= 16);
      return placeless(parts.map((part) => readFileSync(join(path(name), part), "utf8")).join(""));
    };
    const { script, died } = dyingOnce("spark");
    same(spark(2, script, "two-cores"));
    assert.ok(existsSync(died), "a process was killed on the way");
  });

  test("GNU parallel: the same rows in the same order, with a block that failed and was tried again", { skip: noParallel }, () => {
    const parallel = (cores, command) => {
      const out = path("parallel.jsonl");
      const start = performance.now();
      run("docs/examples/parallel.sh", [input, out, String(cores)], { cwd: ROOT, env: { ...process.env, COPYDESK: command, BLOCK: "200k" } });
      const seconds = (performance.now() - start) / 1000;
      console.log(`GNU parallel: ${cores} at a time: ${seconds.toFixed(1)} s, ${((PAGES + 1) / seconds).toFixed(0)} pages/s`);
      return placeless(readFileSync(out, "utf8"));
    };
    const { script, died } = dyingOnce("parallel");
    same(parallel(2, script));
    assert.ok(existsSync(died), "a process was killed on the way");
    const env = { ...process.env, COPYDESK: "false" };
    const lost = spawnSync("docs/examples/parallel.sh", [input, path("lost.jsonl"), "2"], { cwd: ROOT, env });
    assert.notEqual(lost.status, 0, "a block that never went through is no success");
  });
});

// Without Spark: what the example hands to it is a function of Python.
test("Spark: a partition that cannot be read to its end fails its task, and none waits for ever", { skip: !isThere("python3", "--version") && "Python is not installed" }, () => {
  const script = `
import sys, types
sys.modules["pyspark"] = types.ModuleType("pyspark")
sys.modules["pyspark.sql"] = types.SimpleNamespace(SparkSession=None)
sys.dont_write_bytecode = True
sys.path.insert(0, "docs/examples")
from spark import through

def lines(count, error):
    yield from (f"line {at}" for at in range(count))
    raise error

for count in (0, 3, 100_000):
    try:
        print(len(list(through("cat")(lines(count, OSError("lost"))))))
    except OSError as error:
        print(error)
try:
    print(len(list(through("false")("line" for _ in range(100_000)))))
except RuntimeError as error:
    print(error)
print(list(through("cat")(["a", "b"])))
rows = through("cat")("line" for _ in range(100_000))
print(next(rows))
rows.close()
`;
  const said = run("python3", ["-c", script], { cwd: ROOT, timeout: 60_000 }).stdout;
  assert.equal(said, "lost\nlost\nlost\n'false' ended with 1\n['a', 'b']\nline\n");
});
