// The extension's background without a browser: its own sources, with stand-ins for what a browser gives
// it and for the engine. For what a real click does not bring about: messages of strangers, a stop in the
// middle, an engine that traps.

import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const EXTENSION = join(dirname(fileURLToPath(import.meta.url)), "../../extension");
export const ID = "copydesk-itself";

/** The engine's side in JavaScript, as wasm-bindgen writes it. */
const ENGINE = `
export default async function init() {}
export const __wbg_reset_state = () => { globalThis.engine.resets += 1; };
export class Engine {
  constructor() { globalThis.engine.made += 1; }
  analyze(wire, options) { return options === undefined ? null : globalThis.engine.analyze(wire, options); }
  export(wire, format, options) { return globalThis.engine.export(wire, format, options); }
  addNames(language) { globalThis.engine.added.push(language); }
}`;

const COMPARER = `
export default async function init() {}
export { Engine } from "./copydesk.js";
export class Comparer {}`;

// Newer than the Node.js that runs the tests.
Uint8Array.fromBase64 ??= (text) => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new SyntaxError("not base64");
  return new Uint8Array(Buffer.from(text, "base64"));
};
URL.parse ??= (text) => (URL.canParse(text) ? new URL(text) : null);

const event = () => {
  const listeners = [];
  return { addListener: (each) => listeners.push(each), hasListeners: () => listeners.length > 0, fire: (...values) => listeners.map((each) => each(...values)) };
};

/** A storage area in memory. */
function area() {
  const kept = new Map();
  return {
    kept,
    async get(keys) {
      const wanted = keys === undefined || keys === null ? [...kept.keys()] : [keys].flat();
      return structuredClone(Object.fromEntries(wanted.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)])));
    },
    async set(values) {
      for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
    },
    async remove(keys) {
      for (const key of [keys].flat()) kept.delete(key);
    },
    async clear() {
      kept.clear();
    },
  };
}

/** What a browser gives the background; `browser.done` notes what was asked of it. */
export class StandIn {
  badges = new Map();
  done = { injected: [], created: [], refused: [] };
  /** What happens when a script is put into a tab. */
  inject = async () => {};
  /** Tabs that have gone: whatever is asked about them is refused. */
  gone = new Set();
  engine = { made: 0, resets: 0, analyzed: [], exported: [], added: [] };
  /** A file of the package. */
  file = async () => ({ ok: true, arrayBuffer: async () => new ArrayBuffer(0), text: async () => "" });
  #local = area();
  #session = area();
  #folders = [];
  #events = {};

  constructor() {
    const { engine } = this;
    engine.analyze = (wire, options) => {
      engine.analyzed.push({ wire, options });
      return { status: "article", flow: [{ flag: { label: "ad" } }, {}], actors: [] };
    };
    engine.export = (wire, format, options) => {
      engine.exported.push({ wire, format, options });
      return { name: `story.${format}`, text: "" };
    };
  }

  /** Starts a background, in the place of one that was stopped; what is in the session's memory stays. */
  async start() {
    const folder = await mkdtemp(join(tmpdir(), "copydesk-"));
    this.#folders.push(folder);
    await cp(EXTENSION, folder, { recursive: true });
    await mkdir(join(folder, "engine"), { recursive: true });
    await writeFile(join(folder, "engine/copydesk.js"), ENGINE);
    await writeFile(join(folder, "engine/comparer.js"), COMPARER);
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    globalThis.engine = this.engine;
    globalThis.chrome = this.#chrome();
    globalThis.fetch = (address) => this.file(address);
    await import(pathToFileURL(join(folder, "background.js")));
  }

  async end() {
    await Promise.all(this.#folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }

  get local() {
    return this.#local.kept;
  }

  /** A click on the button of a tab. */
  async click(tab) {
    await Promise.all(this.#events.clicked.fire(tab));
  }

  /** A message as the browser hands it on: the answer, or `"none"` where nobody wants to answer. */
  send(message, sender) {
    return new Promise((resolve) => {
      const wanted = this.#events.message.fire(message, sender, resolve);
      if (!wanted.includes(true)) resolve("none");
    });
  }

  close(id) {
    this.gone.add(id);
    this.#events.removed.fire(id);
  }

  badge(id) {
    return this.badges.get(id) ?? { text: "", title: "" };
  }

  #about(id, change) {
    if (this.gone.has(id)) return Promise.reject(new Error(`No tab with id: ${id}.`));
    change();
    return Promise.resolve();
  }

  #chrome() {
    const [clicked, message, removed] = [event(), event(), event()];
    this.#events = { clicked, message, removed };
    const note = (id, what) => this.#about(id, () => this.badges.set(id, { ...this.badge(id), ...what }));
    return {
      action: {
        onClicked: clicked,
        setBadgeText: ({ tabId, text }) => note(tabId, { text }),
        setBadgeBackgroundColor: ({ tabId }) => note(tabId, {}),
        setTitle: ({ tabId, title }) => note(tabId, { title }),
        setPopup: ({ tabId }) => this.#about(tabId, () => this.done.refused.push(tabId)),
        openPopup: () => Promise.reject(new Error("no window")),
      },
      contextMenus: { onClicked: event(), create() {} },
      i18n: { getMessage: (key) => key, getUILanguage: () => "en" },
      permissions: { onRemoved: event(), contains: async () => true },
      runtime: { id: ID, onInstalled: event(), onMessage: message, getURL: (path) => `chrome-extension://${ID}/${path}`, openOptionsPage: async () => this.done.created.push("options") },
      scripting: {
        executeScript: async ({ target: { tabId }, files, ...how }) => {
          if (this.gone.has(tabId)) throw new Error(`No tab with id: ${tabId}.`);
          this.done.injected.push({ tabId, files, ...how });
          await this.inject(tabId, files);
        },
        getRegisteredContentScripts: async () => [],
      },
      storage: { local: this.#local, session: this.#session, onChanged: event() },
      tabs: { onRemoved: removed, query: async () => [], sendMessage: async () => {}, create: async ({ url }) => this.done.created.push(url) },
      windows: { onRemoved: event(), getAll: async () => [] },
    };
  }
}
