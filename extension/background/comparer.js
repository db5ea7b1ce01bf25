// The comparison of reports: a module of its own, loaded when a reader first compares.

import * as glue from "../engine/comparer.js";
import { Module, load } from "./module.js";
import { addNames } from "./names.js";

const module = new Module(glue, "engine/comparer_bg.wasm", async (models) => {
  const comparer = new glue.Comparer(new glue.Engine(models));
  // Reports are compared by English words, whatever language they are in.
  await addNames(comparer, ["en"], load);
  return comparer;
});

/** The report of a captured page as it is kept: `{ title, outlet, text }`, where `text` is for `compare`. */
export async function reportOf(wire, options) {
  const { title, outlet, text } = await module.ask((comparer) => comparer.report(wire, options));
  return { title, outlet, text };
}

/**
 * What two to five reports have in common.
 * @param {string[]} texts @returns {Promise<import("../engine").Comparison>}
 */
export const compare = (texts) => module.ask((comparer) => comparer.compare(texts));
