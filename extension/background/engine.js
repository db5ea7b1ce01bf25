// The engine that every click needs.

import * as glue from "../engine/copydesk.js";
import { Module } from "./module.js";

const module = new Module(glue, "engine/copydesk_bg.wasm", (models) => {
  const engine = new glue.Engine(models);
  engine.analyze(warmUp());
  return engine;
});

/** The engine; the first call loads it. Rejects with an error that has a `code`. */
export const ready = () => module.ready();

/**
 * The plan of a captured page, read with `{ keenness, corrections }`, and the milliseconds that it took. Unless
 * `named` is true, it does not wait for names that the engine cannot read yet: those that are `coming` are in the next one.
 * @param {import("../engine").Wire} wire @param {import("../engine").Options} options @param {boolean} named
 * @returns {Promise<{ plan: import("../engine").Plan, coming: boolean, ms: number }>}
 */
export async function analyze(wire, options, named) {
  await ready();
  const from = performance.now();
  const question = (engine) => engine.analyze(wire, options);
  const { answer, coming } = named ? { answer: await module.ask(question), coming: false } : await module.askNow(question);
  return { plan: answer, coming, ms: performance.now() - from };
}

/** The article of a captured page as a file, `{ name, text }`; `format` is `markdown`, `html` or `json`. */
export async function exportAs(format, wire, options) {
  const { name, text } = await module.ask((engine) => engine.export(wire, format, options));
  return { name, text };
}

/**
 * A page of one paragraph. What the browser compiles and the engine prepares on first use is done on
 * it while the clicked page is still being captured.
 */
function warmUp() {
  const text = "Ada Lund, the mayor of Oslo, said on Tuesday that “the ferry would sail again”. Read more: Harbour news";
  const ints = Uint32Array.of(1, 4, 0, 0, 0, 0, 0, 1 << 2, 0, 1, 2 << 2, 0, 2, 1, text.length);
  return { url: "", names: "html\nbody\np", text, ints };
}
