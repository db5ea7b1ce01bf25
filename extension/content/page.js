// The page, and the background behind it: what the reader asks of them.
import { getter } from "../view/dom.js";
import { capture } from "./capture.js";

/** The scripts that come later, and where each leaves what it has. */
const LATER = ["tools", "more", "compare"];
const place = (name) => Symbol.for(`copydesk.${name}`);

/** Time (ms) between two looks at whether more of the page has come; the second wait is twice as long, and so on. */
const PAUSE = 250;
const GROWTH = 1_000;
const LONGEST = 8_000;

const readyState = getter(Document, "readyState");
const contentType = getter(Document, "contentType");
const bodyOf = getter(Document, "body");
const { getElementsByTagName } = Document.prototype;

/** The page that was clicked on. */
export class Page {
  /** A picture of the page may be loaded: the page did so too. */
  pictures = true;
  /** The page's nodes by number, as they were captured; they are on the screen. */
  nodes = [];
  isLive = true;
  #wire = null;

  /** Nobody clicked: where there is no article, nothing is said. */
  quiet = false;

  /** Tells this opening from those before it, in this page and in others of the tab: a later one has a larger number. */
  #opening = performance.timeOrigin + performance.now();
  #follow = null;
  #keeping = 0;
  #growth = GROWTH;
  #seen = 0;
  #isOver = false;

  /** The last look asked for: the background makes one at a time. */
  #looking = Promise.resolve();

  #left = () => this.#send({ type: "left" }).catch(() => {});

  constructor() {
    addEventListener("pagehide", this.#left);
    // Those of a reader that was open before share nothing with this one.
    for (const name of LATER) globalThis[place(name)] = null;
  }

  /** What is set; `onChange(settings)` is called when that changes elsewhere. */
  async settings(onChange) {
    // What this reader has just changed itself comes back too, perhaps behind a later change.
    this.#follow = (message) => {
      if (message.type === "settings" && this.#keeping === 0) onChange(message.settings);
    };
    chrome.runtime.onMessage.addListener(this.#follow);
    const { settings, quiet } = await this.#ask({ type: "settings" });
    this.quiet = quiet;
    return settings;
  }

  /** Keeps settings. The answer says whether they are `kept`, and in `code` what was in the way. */
  set(changes) {
    this.#keeping += 1;
    return this.#ask({ type: "set", changes }).finally(() => (this.#keeping -= 1));
  }

  /** Looks a name up in the Wikipedia of a language; see background/wikipedia.js. */
  lookup(name, lang) {
    return this.#send({ type: "lookup", name, lang });
  }

  /** Opens the page with all settings, at the question about this site if `site` is true. */
  options({ site = false } = {}) {
    this.#send({ type: "options", site }).catch(() => {});
  }

  /** The site that settings are kept for, or null. */
  get host() {
    return /^https?:$/.test(location.protocol) ? location.hostname : null;
  }

  /** All text that the page shows, line by line. */
  text() {
    return bodyOf(document)?.innerText ?? "";
  }

  /** How far the page has come: `loading`, `interactive`, `complete`. */
  get state() {
    return readyState(document);
  }

  /** Resolves when the page is no longer in `state`, has grown, or nobody waits any longer. */
  async grown(state) {
    const end = Date.now() + this.#growth;
    do await new Promise((done) => setTimeout(done, PAUSE));
    while (!this.#isOver && this.state === state && (Date.now() < end || this.#size === this.#seen));
    this.#growth = Math.min(2 * this.#growth, LONGEST);
  }

  /** The number of the page's elements: the browser keeps it. */
  get #size() {
    return getElementsByTagName.call(document, "*").length;
  }

  /**
   * Captures the page and asks the background for its plan, read with `corrections` beside those that are
   * kept: `{ answer, nodes, wire }` with its answer, or with `{ ok: false, code }`. Unless `named` is true, the plan
   * may be without names that take longer.
   * @returns {Promise<import("../messages").Look>}
   */
  async look({ corrections = [], named = true } = {}) {
    if (contentType(document) === "application/pdf") return { answer: { ok: false, code: "pdf" }, nodes: [] };
    this.#seen = this.#size;
    const { wire, nodes, code } = capture(document);
    if (code) return { answer: { ok: false, code }, nodes: [] };
    const sent = { ...wire, ints: new Uint8Array(wire.ints.buffer).toBase64() };
    const answer = this.#looking.then(() => this.#ask({ type: "analyze", wire: sent, corrections, named })).catch(() => null);
    this.#looking = answer;
    return { answer: (await answer) ?? { ok: false }, nodes, wire: sent };
  }

  /**
   * Lets a look be what the reader shows: its nodes, and what a file is made from.
   * @param {import("../messages").Look} look
   */
  take({ nodes, wire }) {
    this.nodes = nodes;
    this.#wire = wire;
  }

  /** The tools, or what another later script has: the background puts it into the page. */
  async tools(name = "tools") {
    globalThis[place(name)] ?? (await this.#ask({ type: "script", name }));
    return globalThis[place(name)];
  }

  /**
   * Asks the background; with `values` it is asked about the page as it is shown.
   * @template {import("../messages").Type} T
   * @param {T} type @param {Omit<import("../messages").Carried<T>, "wire">} [values]
   * @returns {Promise<import("../messages").Answer<T>>}
   */
  about(type, values) {
    return this.#ask({ type, ...(values && { wire: this.#wire, ...values }) });
  }

  /** The article as a file, `{ name, text }`: `format` is `markdown`, `html` or `json`. */
  export(format, corrections) {
    return this.about("export", { format, corrections });
  }

  /**
   * Has the background keep, for the page's site, whether blocks that look `like` this belong to its
   * stories; `belongs: null` forgets it. Its answer says whether it was `kept`.
   */
  correct({ like, belongs, label }) {
    return this.#ask({ type: "correct", like, belongs, label });
  }

  /** The reader was closed; `how`, see `onClose` of the reader, or `refused` where it was never opened. */
  closed(how) {
    this.#isOver = true;
    removeEventListener("pagehide", this.#left);
    // After an update of the extension there is nobody left to tell.
    if (!chrome.runtime?.id) return;
    if (this.#follow) chrome.runtime.onMessage.removeListener(this.#follow);
    this.#send({ type: "closed", how }).catch(() => {});
  }

  /**
   * Asks the background, and once more where it was stopped in the middle: that wakes it up again.
   * @template {import("../messages").Type} T
   * @param {import("../messages").Message<T>} message @returns {Promise<import("../messages").Answer<T>>}
   */
  async #ask(message) {
    const answer = await this.#send(message).catch(() => null);
    return answer ?? this.#send(message);
  }

  /**
   * @template {import("../messages").Type} T
   * @param {import("../messages").Message<T>} message @returns {Promise<import("../messages").Answer<T>>}
   */
  #send(message) {
    return chrome.runtime.sendMessage({ ...message, opening: this.#opening });
  }
}
