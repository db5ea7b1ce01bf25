// The engine: loaded once, kept while the background lives, thrown away and made anew after a trap.

import init, * as glue from "../engine/copydesk.js";
import { MODELS } from "./models.js";
import { withNames } from "./names.js";

let loading = null;
let trapped = false;

/** The engine; the first call loads it. Rejects with an error that has a `code`. */
export function ready() {
  loading ??= start().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The plan of a captured page, read with `{ keenness, corrections }`, and the milliseconds that it took. */
export async function analyze(wire, options) {
  await ready();
  const from = performance.now();
  const plan = await ask((engine) => engine.analyze(wire, options));
  return { plan, ms: performance.now() - from };
}

/** The article of a captured page as a file, `{ name, text }`; `format` is `markdown`, `html` or `json`. */
export async function exportAs(format, wire, options) {
  const { name, text } = await ask((engine) => engine.export(wire, format, options));
  return { name, text };
}

async function ask(question) {
  const engine = await ready();
  try {
    return await withNames(engine, question, load);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      trapped = true;
      loading = null;
    }
    throw error;
  }
}

async function start() {
  const models = Promise.all(MODELS.map(async (name) => [name, await bytes(`engine/${name}.bin`)]));
  if (trapped) glue.__wbg_reset_state();
  else await init({ module_or_path: new URL("../engine/copydesk_bg.wasm", import.meta.url) });
  trapped = false;
  const engine = new glue.Engine(Object.fromEntries(await models));
  engine.analyze(warmUp());
  return engine;
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

/** A file of the package. */
const load = (path) => fetch(chrome.runtime.getURL(path));

async function bytes(path) {
  return new Uint8Array(await (await load(path)).arrayBuffer());
}
