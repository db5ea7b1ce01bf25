// Read aloud: the story sentence by sentence, each marked while it is spoken, by a voice of this
// computer only.
import { make, button } from "./dom.js";
import { light, rangeOf } from "./light.js";
import { inReader } from "./position.js";
import { Speaker, chooseVoice, sentences } from "./speech.js";
import { say } from "./strings.js";
import css from "./listen.css";

/** Speeds to choose from, as parts of the voice's own. */
const SPEEDS = [1, 1.25, 1.5, 0.75];

/** Time (ms) for the browser to find its voices. */
const VOICES = 1500;

/** The open bar of each reader. */
const open = new WeakMap();

/** Begins to read aloud at the part that is in view, or stops. */
export async function toggle(reader) {
  if (open.has(reader)) return open.get(reader).close();
  const { shell, plan, article } = reader;
  shell.style(css);
  let all = speechSynthesis.getVoices();
  if (all.length === 0) {
    const waiting = note(reader, say("voicesWait"));
    all = await voices();
    // Somebody may have closed it, or asked again, in the meantime.
    if (open.get(reader) !== waiting) return undefined;
    waiting.close();
  }
  const voice = chooseVoice(all, plan.meta.lang ?? document.documentElement.lang);
  if (!voice) return note(reader, say("noVoice"));
  const list = sentences(plan, plan.meta.lang);
  const item = inReader(plan, article)?.item;
  const start = Math.max(list.findIndex((sentence) => sentence.item === item), 0);
  return new Listener(reader, list, voice).begin(start);
}

/** The voices that come within the time that they are given. */
function voices() {
  return new Promise((resolve) => {
    const done = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, VOICES);
  });
}

/** A line above the text's end that stands until it is closed. */
function note(reader, words) {
  const { shell } = reader;
  const close = button({ class: "close", "aria-label": say("closePanel") }, () => end(), "×");
  const root = make("div", { class: "listen", role: "group", "aria-label": say("listenTitle") }, make("p", { dir: "auto" }, words), close);
  const release = reader.keys((event) => event.key === "Escape" && end());
  function end() {
    release();
    open.delete(reader);
    root.remove();
    shell.dialog.querySelector('[data-tool="listen"]')?.focus({ preventScroll: true });
    return true;
  }
  const own = { close: end };
  open.set(reader, own);
  shell.dialog.append(root);
  shell.say(words);
  close.focus({ preventScroll: true });
  return own;
}

/** The bar, and the light that goes with the voice. */
class Listener {
  #reader;
  #speaker;
  #sentences;
  #darken = () => {};
  #pause = button({ class: "listen-act" }, () => this.#speaker.toggle(), say("pause"));
  #root;
  #release;
  #atClose;
  #atRenewal;

  constructor(reader, list, voice) {
    this.#reader = reader;
    this.#sentences = list;
    this.#speaker = new Speaker({
      synth: speechSynthesis,
      utter: (text) => Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang }),
      texts: list.map((sentence) => sentence.text),
      onSentence: (number) => this.#mark(number),
      onState: (state) => this.#state(state),
    });
    const paced = (speed) => {
      speed.textContent = `${this.#speaker.rate}×`;
      speed.setAttribute("aria-label", `${say("speed")}: ${speed.textContent}`);
      return speed;
    };
    const speed = paced(button({ class: "listen-act", title: say("speed") }, () => {
      this.#speaker.rate = SPEEDS[(SPEEDS.indexOf(this.#speaker.rate) + 1) % SPEEDS.length];
      paced(speed);
    }));
    this.#root = make(
      "div",
      { class: "listen", role: "group", "aria-label": say("listenTitle") },
      button({ class: "listen-act", "aria-label": say("previousSentence"), title: say("previousSentence") }, () => this.#speaker.step(-1), "‹"),
      this.#pause,
      button({ class: "listen-act", "aria-label": say("nextSentence"), title: say("nextSentence") }, () => this.#speaker.step(1), "›"),
      speed,
      make("span", { class: "listen-voice" }, make("bdi", null, voice.name)),
      button({ class: "close", "aria-label": say("stop"), title: say("stop") }, () => this.close(), "×"),
    );
  }

  begin(start) {
    const { shell } = this.#reader;
    open.set(this.#reader, this);
    shell.dialog.append(this.#root);
    this.#release = this.#reader.keys((event) => {
      if (event.key !== "Escape" || !this.#root.contains(event.target)) return false;
      this.close();
      return true;
    });
    this.#atClose = this.#reader.atClose(() => this.#speaker.stop());
    this.#atRenewal = this.#reader.atRenewal(() => this.close());
    for (const each of shell.dialog.querySelectorAll('[data-tool="listen"]')) each.ariaExpanded = "true";
    this.#pause.focus({ preventScroll: true });
    this.#speaker.start(start);
  }

  close() {
    const { shell } = this.#reader;
    this.#speaker.stop();
    this.#release();
    this.#atClose();
    this.#atRenewal();
    this.#darken();
    open.delete(this.#reader);
    this.#root.remove();
    for (const each of shell.dialog.querySelectorAll('[data-tool="listen"]')) each.ariaExpanded = "false";
    shell.dialog.querySelector('[data-tool="listen"]')?.focus({ preventScroll: true });
  }

  #state(state) {
    this.#pause.textContent = say(state === "speaking" ? "pause" : "goOn");
    if (state === "ended") this.close();
  }

  /** Lights a sentence and keeps it in sight. */
  #mark(number) {
    const { item, start, end } = this.#sentences[number];
    const { article, shell } = this.#reader;
    this.#darken();
    const range = article.drawn.has(item) && rangeOf(article.drawn.get(item), start, end);
    if (!range) return;
    this.#darken = light(shell, range, "spoken");
    const { top, bottom } = range.getBoundingClientRect();
    const { clientHeight } = shell.scroller;
    if (top < 80 || bottom > clientHeight - 100) shell.scroller.scrollBy({ top: top - clientHeight / 3 });
  }
}
