// Reading aloud: what is spoken in which order and by which voice, and what is marked meanwhile.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { useTool } from "../browser/reader.mjs";
import { Speaker, chooseVoice, sentences } from "../../extension/view/speech.js";
import { inEachBrowser, stage, story } from "./stage.mjs";

const voice = (name, lang, localService = true) => ({ name, lang, localService, default: false });

describe("the voice", () => {
  test("is one of this computer, of the story's language and of its country if there is one", () => {
    const voices = [voice("far", "en-GB", false), voice("us", "en-US"), voice("gb", "en-GB"), voice("de", "de-DE")];
    assert.equal(chooseVoice(voices, "en-GB").name, "gb");
    assert.equal(chooseVoice(voices, "en").name, "us");
    assert.equal(chooseVoice(voices, "de-AT").name, "de");
  });

  test("is never one that sends the text elsewhere", () => {
    assert.equal(chooseVoice([voice("far", "en-GB", false)], "en-GB"), undefined);
    assert.equal(chooseVoice([voice("us", "en-US")], "fr"), undefined);
  });
});

test("what is spoken is the headline and the story, not what is collapsed or inserted", () => {
  const plan = {
    head: { title: 0 },
    items: [{ text: "The headline" }, { text: "One. Two." }, { text: "Collapsed." }, { text: "Three. Read more: that. Four.", inserts: [{ start: 7, end: 24 }] }],
    flow: [{ nodes: [1] }, { flag: {}, nodes: [2] }, { nodes: [3] }],
  };
  assert.deepEqual(sentences(plan, "en").map((each) => each.text), ["The headline", "One.", "Two.", "Three.", "Four."]);
});

describe("the speaker", () => {
  function speaker(count = 3) {
    const log = [];
    let now = null;
    const synth = { speak: (utterance) => log.push((now = utterance).text), cancel: () => now?.onend?.() };
    const made = new Speaker({
      synth,
      utter: (text) => ({ text }),
      texts: Array.from({ length: count }, (_, i) => `sentence ${i}`),
      onSentence: () => {},
      onState: (state) => log.push(state),
    });
    return { made, log, finish: () => now.onend() };
  }

  test("goes from sentence to sentence and says when it has ended", () => {
    const { made, log, finish } = speaker(2);
    made.start(0);
    finish();
    finish();
    assert.deepEqual(log, ["speaking", "sentence 0", "speaking", "sentence 1", "ended"]);
  });

  test("pauses and goes on with the same sentence; a late end of the old one changes nothing", () => {
    const { made, log } = speaker();
    made.start(1);
    made.toggle();
    made.toggle();
    assert.deepEqual(log, ["speaking", "sentence 1", "paused", "speaking", "sentence 1"]);
  });

  test("steps within the story", () => {
    const { made, log } = speaker();
    made.start(2);
    made.step(1);
    made.step(-1);
    assert.deepEqual(log.filter((each) => each.startsWith("sentence")), ["sentence 2", "sentence 2", "sentence 1"]);
  });
});

inEachBrowser("read aloud", (all, browser) => {
  test("says so where the computer has no voice for the language", async () => {
    const page = await all.read(story().replace('lang="en-GB"', 'lang="mi"').replaceAll(/<meta property="og:locale[^>]*>/g, ""));
    await useTool(page, "listen");
    await until("the note", () => page.reader(`function () { return /no voice of its own for the language/.test(this.querySelector(".listen p")?.textContent); }`));
    await page.press("Escape");
    await until("the note to go", () => page.reader(`function () { return this.querySelector(".listen") === null; }`));
    assert.ok(await page.reader("function () { return true; }"), "the reader is still there");
    await page.close();
  });
});

describe("read aloud, while the browser looks for its voices", () => {
  const all = stage();

  test("that is said at once, and Esc leaves it, not the reader", async () => {
    const page = await all.read(story());
    await page.inScripts(() => {
      const fake = Object.assign(new EventTarget(), { getVoices: () => [], speak: () => {}, cancel: () => {} });
      Object.defineProperty(globalThis, "speechSynthesis", { value: fake, configurable: true });
    });
    await useTool(page, "listen");
    await until("the word", () => page.reader(`function () { return /Looking for a voice/.test(this.querySelector(".listen p")?.textContent); }`));
    await page.press("Escape");
    await until("the bar to go", () => page.reader(`function () { return this.querySelector(".listen") === null; }`));
    await new Promise((done) => setTimeout(done, 1_700));
    assert.equal(await page.reader(`function () { return this.querySelector("dialog[open]") !== null && this.querySelector(".listen") === null; }`), true);
    await page.close();
  });
});

describe("read aloud, with a voice put in", () => {
  const all = stage();
  const bar = (page) => page.reader(`function () {
    const bar = this.querySelector(".listen");
    const light = this.querySelector(".light.spoken > span")?.getBoundingClientRect();
    return bar && { words: [...bar.querySelectorAll("button")].map((each) => each.textContent), light: light ? light.top : null };
  }`);

  async function listening() {
    const page = await all.read(story());
    await page.inScripts(() => {
      const log = { spoken: [], cancelled: 0, now: null };
      globalThis.spoken = log;
      const voices = [{ name: "Test voice", lang: "en-GB", localService: true, default: true }];
      const fake = { getVoices: () => voices, speak: (each) => log.spoken.push((log.now = each).text), cancel: () => (log.cancelled += 1) };
      Object.defineProperty(globalThis, "speechSynthesis", { value: fake, configurable: true });
      globalThis.SpeechSynthesisUtterance = class {
        constructor(text) {
          this.text = text;
        }
      };
    });
    await useTool(page, "listen");
    await until("the bar", () => bar(page));
    return page;
  }
  const spoken = (page) => page.inScripts(() => globalThis.spoken.spoken);

  test("sentence after sentence is spoken and marked", async () => {
    const page = await listening();
    assert.match((await spoken(page))[0], /^Ferry returns to Tarn Sound/);
    const first = await until("the light", async () => (await bar(page)).light);
    await page.inScripts(() => globalThis.spoken.now.onend());
    await until("the next sentence", async () => (await spoken(page)).length === 2);
    assert.notEqual((await bar(page)).light, first);
    await page.close();
  });

  test("pause, next, stop; closing the reader falls silent", async () => {
    const page = await listening();
    await page.click(".listen-act:nth-child(2)");
    await until("the pause", async () => (await bar(page)).words[1] === "Go on");
    await page.click(".listen-act:nth-child(3)");
    await until("the next sentence", async () => (await spoken(page)).length === 2);
    const before = await page.inScripts(() => globalThis.spoken.cancelled);
    await page.click(".listen .close");
    await until("the bar to go", async () => !(await bar(page)));
    assert.ok((await page.inScripts(() => globalThis.spoken.cancelled)) > before);
    assert.equal(await page.reader(`function () { return this.querySelector(".light.spoken"); }`), null);
    await useTool(page, "listen");
    await until("the bar", () => bar(page));
    const open = await page.inScripts(() => globalThis.spoken.cancelled);
    await page.clickAction();
    await page.waitForClosed();
    assert.ok((await page.inScripts(() => globalThis.spoken.cancelled)) > open);
    await page.close();
  });
});
