// A module of the engine: loaded once, kept while the background lives, thrown away and made anew after a trap.

import { MODELS } from "./models.js";
import { addNames, areComing, withNames } from "./names.js";

export class Module {
  #glue;
  #file;
  #make;
  #loading = null;
  #trapped = false;

  /** `glue`, what belongs to the module `file` of the package; `make(models)` makes the object that is asked. */
  constructor(glue, file, make) {
    this.#glue = glue;
    this.#file = file;
    this.#make = make;
  }

  /** The object that is asked; the first call loads it. Rejects with an error that has a `code`. */
  ready() {
    this.#loading ??= this.#start().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /** What `question(object)` answers, with the names that it needs; see `withNames`. */
  ask(question) {
    return this.#guarded((object) => withNames(object, question, load));
  }

  /** The `answer` without waiting for names, and whether such are `coming`: their packs are begun to be read. */
  askNow(question) {
    return this.#guarded((object) => {
      const answer = question(object);
      const needs = answer.needs ?? [];
      const coming = areComing(object, needs);
      if (coming) this.#guarded(() => addNames(object, needs, load)).catch(() => {});
      return { answer, coming };
    });
  }

  async #guarded(act) {
    const object = await this.ready();
    try {
      return await act(object);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) {
        this.#trapped = true;
        this.#loading = null;
      }
      throw error;
    }
  }

  async #start() {
    const models = Promise.all(MODELS.map(async (name) => [name, await bytes(`engine/${name}.bin`)]));
    if (this.#trapped) this.#glue.__wbg_reset_state();
    else await this.#glue.default({ module_or_path: chrome.runtime.getURL(this.#file) });
    this.#trapped = false;
    return this.#make(Object.fromEntries(await models));
  }
}

/** A file of the package. */
export const load = (path) => fetch(chrome.runtime.getURL(path));

async function bytes(path) {
  return new Uint8Array(await (await load(path)).arrayBuffer());
}
