// The names of languages: a pack each, read when a text first needs it and kept by the engine.

/** By engine, the packs that were asked for: `reading` resolves to whether one is there. None is tried twice. */
const packs = new WeakMap();

function packsOf(engine) {
  if (!packs.has(engine)) packs.set(engine, new Map());
  return packs.get(engine);
}

/** Whether a pack of `languages` may still come: it was not asked for yet, or is being read. */
export function areComing(engine, languages) {
  const asked = packsOf(engine);
  return languages.some((language) => !asked.get(language)?.isLost);
}

/** Hands the engine the pack of a language; false if that is missing or damaged. */
async function open(engine, language, load) {
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
 * Hands the engine the packs of `languages` that it was not given yet; `load(path)` gives a `Response`. Whether one of
 * them is there now.
 */
export async function addNames(engine, languages, load) {
  const asked = packsOf(engine);
  const missing = languages.filter((language) => !asked.has(language));
  for (const language of missing) {
    const pack = { isLost: false, reading: open(engine, language, load) };
    asked.set(language, pack);
    pack.reading.then((isThere) => (pack.isLost = !isThere), () => {});
  }
  return (await Promise.all(missing.map((language) => asked.get(language).reading))).includes(true);
}

/**
 * What `question(engine)` answers: an object whose `needs` names the packs without which names were missed.
 * It is asked again once they are there, for what shows then may need more; none is tried twice.
 */
export async function withNames(engine, question, load) {
  await Promise.all([...packsOf(engine).values()].map(({ reading }) => reading));
  const answer = question(engine);
  return (await addNames(engine, answer.needs ?? [], load)) ? withNames(engine, question, load) : answer;
}
