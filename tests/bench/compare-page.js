// Runs in the browser: times the alignment of two reports of one event.

import init, { Comparer, Engine } from "/engine/comparer.js";
import { MODELS } from "/source/background/models.js";

const WARM_UP = 5;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Median in ms of `rounds` warm alignments of two texts that have been read. */
globalThis.align = async (texts, rounds) => {
  await init({ module_or_path: "/engine/comparer_bg.wasm" });
  const load = async (name) => new Uint8Array(await (await fetch(`/engine/${name}.bin`)).arrayBuffer());
  const files = Object.fromEntries(await Promise.all(MODELS.map(async (name) => [name, await load(name)])));
  const comparer = new Comparer(new Engine(files));
  comparer.addNames("en", await load("names/en"), await (await fetch("/engine/names/en.txt")).text());
  const reports = texts.map((text) => comparer.report(text).text);
  const times = [];
  let found;
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const start = performance.now();
    found = comparer.compare(reports);
    if (round >= WARM_UP) times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const both = found.facts.filter((fact) => fact.accord !== undefined).length;
  return { ms: median(times), both, words: texts.map((text) => text.split(/\s+/).length) };
};
