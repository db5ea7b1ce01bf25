// The names of languages beside English: a pack each, read when a text first needs it and kept by the engine.

/** Packs that could not be used; they are not tried again while the engine lives. */
const refused = new WeakMap();

/** Hands the engine the pack of a language; false if that is missing or damaged. `load(path)` gives a `Response`. */
async function add(engine, language, load) {
  try {
    const files = await Promise.all(["bin", "txt"].map((kind) => load(`engine/names/${language}.${kind}`)));
    if (!files.every(({ ok }) => ok)) return false;
    const [tagger, lexicon] = files;
    engine.addNames(language, new Uint8Array(await tagger.arrayBuffer()), await lexicon.text());
    return true;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return false;
  }
}

/**
 * What `question(engine)` answers: an object whose `needs` names the packs without which names were missed.
 * It is asked again once they are there; what they still need then cannot be had.
 */
export async function withNames(engine, question, load) {
  const answer = question(engine);
  const lost = refused.get(engine) ?? new Set();
  refused.set(engine, lost);
  const needed = (answer.needs ?? []).filter((language) => !lost.has(language));
  const added = await Promise.all(needed.map((language) => add(engine, language, load)));
  needed.forEach((language, i) => added[i] || lost.add(language));
  return added.includes(true) ? question(engine) : answer;
}
