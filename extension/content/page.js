// The page, and the background behind it: what the reader asks of them.
import { capture } from "./capture.js";

/** Where the script of the tools leaves them. */
const TOOLS = Symbol.for("copydesk.tools");

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

  #follow = null;
  #keeping = 0;

  constructor() {
    // Those of a reader that was open before share nothing with this one.
    globalThis[TOOLS] = null;
  }

  /** What is set; `onChange(settings)` is called when that changes elsewhere. */
  async settings(onChange) {
    // What this reader has just changed itself comes back too, perhaps behind a later change.
    this.#follow = (message) => {
      if (message.type === "settings" && this.#keeping === 0) onChange(message.settings);
    };
    chrome.runtime.onMessage.addListener(this.#follow);
    const { settings, quiet } = await ask({ type: "settings" });
    this.quiet = quiet;
    return settings;
  }

  /** Keeps settings. The answer says whether they are `kept`, and in `code` what was in the way. */
  set(changes) {
    this.#keeping += 1;
    return ask({ type: "set", changes }).finally(() => (this.#keeping -= 1));
  }

  /** Looks a name up in the Wikipedia of a language; see background/wikipedia.js. */
  lookup(name, lang) {
    return ask({ type: "lookup", name, lang });
  }

  /** Opens the page with all settings, at the question about this site if `site` is true. */
  options({ site = false } = {}) {
    ask({ type: "options", site }).catch(() => {});
  }

  /** The site that settings are kept for, or null. */
  get host() {
    return /^https?:$/.test(location.protocol) ? location.hostname : null;
  }

  /** All text that the page shows, line by line. */
  text() {
    return document.body?.innerText ?? "";
  }

  /** Captures the page and asks the background for its plan: its answer, or `{ ok: false, code }`. */
  async plan() {
    if (document.contentType === "application/pdf") return { ok: false, code: "pdf" };
    const { wire, nodes, code } = capture(document);
    if (code) return { ok: false, code };
    this.nodes = nodes;
    this.#wire = { ...wire, ints: new Uint8Array(wire.ints.buffer).toBase64() };
    try {
      return (await ask({ type: "analyze", wire: this.#wire })) ?? { ok: false };
    } catch {
      return { ok: false };
    }
  }

  /** The tools; the background puts their script into the page. */
  async tools() {
    globalThis[TOOLS] ?? (await ask({ type: "tools" }));
    return globalThis[TOOLS];
  }

  /** The article as a file, `{ name, text }`: `format` is `markdown`, `html` or `json`. */
  export(format, corrections) {
    return ask({ type: "export", wire: this.#wire, format, corrections });
  }

  /**
   * Has the background keep, for the page's site, whether blocks that look `like` this belong to its
   * stories; `belongs: null` forgets it. Its answer says whether it was `kept`.
   */
  correct({ like, belongs, label }) {
    return ask({ type: "correct", like, belongs, label });
  }

  /** The reader was closed. */
  closed() {
    // After an update of the extension there is nobody left to tell.
    if (!chrome.runtime?.id) return;
    chrome.runtime.onMessage.removeListener(this.#follow);
    ask({ type: "closed" }).catch(() => {});
  }
}

const ask = (message) => chrome.runtime.sendMessage(message);
