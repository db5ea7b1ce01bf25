// What is spoken, by which voice, and in which order; nothing here draws.
import { bodyOf } from "./plan.js";

/** What is read: the headline, the summary, the story; without what is inserted in a paragraph. */
export function sentences(plan, lang) {
  const cutter = new Intl.Segmenter(lang || undefined, { granularity: "sentence" });
  const { head, items } = plan;
  const title = head.title === undefined ? [] : [head.title];
  return [...title, ...(head.standfirst ?? []), ...bodyOf(plan)].flatMap((item) => {
    const { text, inserts = [] } = items[item];
    const isInserted = (at) => inserts.some(({ start, end }) => at >= start && at < end);
    return [...cutter.segment(text)]
      .filter(({ segment, index }) => /[\p{L}\p{N}]/u.test(segment) && !isInserted(index))
      .map(({ segment, index }) => ({ item, start: index, end: index + segment.trimEnd().length, text: segment.trim() }));
  });
}

/** A voice of this computer for a language, the browser's own choice first; undefined if there is none. */
export function chooseVoice(voices, lang) {
  const language = (tag) => (tag ?? "").toLowerCase().split(/[-_]/)[0];
  const fit = voices.filter((voice) => voice.localService && language(voice.lang) === (language(lang) || "en"));
  return fit.find((voice) => voice.lang.toLowerCase() === lang?.toLowerCase()) ?? fit.find((voice) => voice.default) ?? fit[0];
}

/**
 * Speaks texts one after the other. A pause stops the sentence and goes on at its beginning: pausing
 * within one does not work with every voice.
 */
export class Speaker {
  #synth;
  #utter;
  #texts;
  #onSentence;
  #onState;
  #at = 0;
  /** The utterance that counts: what comes from any other is late. */
  #current = null;
  #rate = 1;

  /** `utter(text)` makes an utterance; `onSentence(number)` and `onState(state)` tell what happens. */
  constructor({ synth, utter, texts, onSentence, onState }) {
    this.#synth = synth;
    this.#utter = utter;
    this.#texts = texts;
    this.#onSentence = onSentence;
    this.#onState = onState;
  }

  /** Speed as a part of the voice's own; a change begins the sentence again. */
  get rate() {
    return this.#rate;
  }

  set rate(rate) {
    this.#rate = rate;
    if (this.#current) this.start(this.#at);
  }

  /** Speaks from a sentence on. */
  start(number) {
    if (this.#current) this.stop();
    this.#at = Math.min(Math.max(number, 0), this.#texts.length - 1);
    const utterance = this.#utter(this.#texts[this.#at]);
    utterance.rate = this.#rate;
    utterance.onend = () => this.#current === utterance && this.#ended();
    utterance.onerror = () => this.#current === utterance && this.#ended();
    this.#current = utterance;
    this.#onSentence(this.#at);
    this.#onState("speaking");
    this.#synth.speak(utterance);
  }

  /** Pauses, or goes on. */
  toggle() {
    if (!this.#current) return this.start(this.#at);
    this.stop();
    return this.#onState("paused");
  }

  /** Goes `by` sentences on. */
  step(by) {
    this.start(this.#at + by);
  }

  /** Falls silent. */
  stop() {
    this.#current = null;
    this.#synth.cancel();
  }

  #ended() {
    this.#current = null;
    if (this.#at + 1 < this.#texts.length) this.start(this.#at + 1);
    else this.#onState("ended");
  }
}
