// Runs in the browser: times the engine and its peers on the same live document, one page at a time.

import init, { Engine } from "/engine/copydesk.js";
import { MODELS } from "/source/background/models.js";
import { capture } from "/source/content/capture.js";

const WARM_UP = 2;

let engine;

/** Loads the engine with the names of English. Gives the milliseconds for unpacking the models. */
globalThis.prepare = async () => {
  await init({ module_or_path: "/engine/copydesk_bg.wasm" });
  const load = async (name) => new Uint8Array(await (await fetch(`/engine/${name}.bin`)).arrayBuffer());
  const files = Object.fromEntries(await Promise.all(MODELS.map(async (name) => [name, await load(name)])));
  const [tagger, lexicon] = [await load("names/en"), await (await fetch("/engine/names/en.txt")).text()];
  const start = performance.now();
  engine = new Engine(files);
  engine.addNames("en", tagger, lexicon);
  return performance.now() - start;
};

/** The jobs: each gets a document and gives a word on what it found. */
const JOBS = {
  readability: (page) => new Readability(page.cloneNode(true)).parse()?.textContent ?? "",
  compromise: (page, text) => {
    const parsed = nlp(text);
    return [parsed.people(), parsed.places(), parsed.organizations()].map((found) => found.out("array").length);
  },
  engine: (page) => {
    const { wire } = capture(page);
    return engine.analyze(wire);
  },
  capture: (page) => capture(page),
  names: (page, text) => engine.analyzeText(text),
};

/** The first text of all, before any job has run: how long its names take. */
let first;

function firstText(text) {
  if (first !== undefined) return undefined;
  const start = performance.now();
  engine.analyzeText(text);
  first = performance.now() - start;
  return first;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function frame(url) {
  const element = document.createElement("iframe");
  element.sandbox = "allow-same-origin";
  element.width = 1280;
  element.height = 900;
  element.src = url;
  const loaded = new Promise((resolve) => element.addEventListener("load", resolve, { once: true }));
  document.body.append(element);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 15_000))]);
  return element;
}

/** Medians in ms of `rounds` warm runs of each job on the page at `url`, and its size. */
globalThis.measure = async (url, rounds) => {
  const element = await frame(url);
  const page = element.contentDocument;
  const text = JOBS.readability(page);
  const names_first = firstText(text);
  const times = Object.fromEntries(Object.keys(JOBS).map((name) => [name, []]));
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const [name, job] of Object.entries(JOBS)) {
      const start = performance.now();
      job(page, text);
      if (round >= WARM_UP) times[name].push(performance.now() - start);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  const elements = page.querySelectorAll("*").length;
  const words = text.split(/\s+/).length;
  element.remove();
  return { elements, words, names_first, ...Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)])) };
};
