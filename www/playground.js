// The playground: the extension's engine and view on a text, a piece of HTML or a dropped file.
import initEngine, { Engine } from "./engine/copydesk.js";
import messages from "../extension/_locales/en/messages.json";
import { MODELS } from "../extension/background/models.js";
import { addNames, withNames } from "../extension/background/names.js";
import { capture } from "../extension/content/capture.js";
import { settingsFrom } from "../extension/settings.js";
import * as compare from "../extension/view/compare.js";
import * as more from "../extension/view/more.js";
import { Reader } from "../extension/view/reader.js";
import { use } from "../extension/view/strings.js";
import * as tools from "../extension/view/tools.js";

/** Largest file that is read, in bytes. */
const LIMIT = 64 << 20;

use(messages);

/** What is set holds as long as this page is open. */
let settings = settingsFrom();

const source = document.getElementById("source");
const status = document.getElementById("status");
const say = (text) => (status.textContent = text);

// What is parsed here is only ever read: its scripts do not run and none of it comes to the screen.
const inert = globalThis.trustedTypes?.createPolicy("copydesk-parser", { createHTML: (html) => html });

async function loadModels() {
  const model = async (name) => [name, new Uint8Array(await (await fetch(`engine/${name}.bin`)).arrayBuffer())];
  return Object.fromEntries(await Promise.all(MODELS.map(model)));
}

async function loadEngine() {
  const [models] = await Promise.all([loadModels(), initEngine()]);
  return new Engine(models);
}
let loading = loadEngine();

/** The engine; one that could not be loaded is tried again. */
function ready() {
  loading = loading.catch(loadEngine);
  return loading;
}

/** The module that compares, once it was asked for. */
let comparing = null;

async function loadComparer() {
  const [models, { default: init, Comparer, Engine: Own }] = await Promise.all([loadModels(), import("./engine/comparer.js")]);
  await init();
  const comparer = new Comparer(new Own(models));
  await addNames(comparer, ["en"], fetch);
  return comparer;
}

/** What `question` answers of the module that compares, with the names that it needs. */
async function askComparer(question) {
  comparing ??= loadComparer().catch((error) => {
    comparing = null;
    throw error;
  });
  return withNames(await comparing, question, fetch);
}

/** An address and nothing else. */
const isAddress = (text) => /^\s*(https?:\/\/|www\.)\S+\s*$/i.test(text);

const isHtml = (text) => /^\s*<(!doctype|html|head|body|article|main|section|div|p|h[1-6])\b/i.test(text);

/** What the engine reads, a captured page or plain text, and the page's nodes; throws an error with a `code`. */
function captured(text) {
  if (!isHtml(text)) return { input: text, nodes: [] };
  const page = new DOMParser().parseFromString(inert ? inert.createHTML(text) : text, "text/html");
  const stated = page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
  const { wire, nodes, code } = capture(page, { url: URL.canParse(stated) ? stated : "", rendered: false });
  if (code) throw Object.assign(new Error(code), { code });
  return { input: wire, nodes };
}

/** The reports that are kept to be compared, until this page is closed. */
let kept = [];

/** The report of a captured page or text, as the shelf has it. */
async function reportOf(input, id) {
  const { title, outlet, text } = await askComparer((comparer) => comparer.report(input, { keenness: settings.keenness }));
  return { id, title, outlet, text };
}

/** Puts a report on the shelf, in place of an older one of the same text; the oldest of ten goes. */
const shelve = (report) => (kept = [...kept.filter(({ id }) => id !== report.id), report].slice(-10));

/** What the reader asks for about comparing, as background.js of the extension answers it. */
function aboutReports(input, id) {
  const card = ({ id: each, title, outlet }) => ({ id: each, title, outlet });
  return {
    shelf: () => ({ others: kept.filter((each) => each.id !== id).map(card).reverse(), isKept: kept.some((each) => each.id === id), isPrivate: false }),
    keep: async () => shelve(await reportOf(input, id)) && { kept: true },
    emptyShelf: () => (kept = []),
    compare: async ({ ids }) => {
      const texts = [await reportOf(input, id), ...kept.filter((each) => ids.includes(each.id))].map(({ text }) => text);
      return askComparer((comparer) => comparer.compare(texts));
    },
  };
}

/** Puts another report beside the open story. What is wrong with it costs the story nothing. */
async function compareWith(second, reader) {
  try {
    shelve(await reportOf(captured(second).input, second));
    reader.use("compare", [second]);
  } catch (error) {
    // After a trap the engine cannot be used again.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    say("The second text could not be read; nothing is compared.");
  }
}

/** Opens the reader on a text, with another report of the event beside it if there is one. */
export async function read(text, second = "") {
  if (isAddress(text)) return say("That is an address, and this page connects nowhere. Open it, select the story, copy it and paste it here, or save the page and drop the file. The extension reads it where it is, with one click.");
  if (!text.trim()) return say("There is nothing to read yet: paste a story, or try the sample.");
  say("");
  const page = {
    pictures: false,
    host: null,
    text: () => text,
    tools: async (name = "tools") => ({ tools, more, compare })[name],
    settings: async () => settings,
    set: (changes) => (settings = { ...settings, ...changes }),
    isLive: false,
  };
  const reader = new Reader({ page, onClose: () => source.focus() });
  try {
    const [engine, { input, nodes }] = [await ready(), captured(text)];
    const ask = (question) => withNames(engine, question, fetch);
    page.nodes = nodes;
    const { keenness } = settings;
    const answers = aboutReports(input, text);
    page.about = async (type, values) => answers[type](values);
    page.export = (format, corrections) => ask(() => engine.export(input, format, { keenness, corrections }));
    const analyze = typeof input === "string" ? () => engine.analyzeText(input, undefined, { keenness }) : () => engine.analyze(input, { keenness });
    reader.showPlan(await ask(analyze));
    if (second.trim()) await compareWith(second, reader);
  } catch (error) {
    // After a trap the engine cannot be used again.
    if (error instanceof WebAssembly.RuntimeError) location.reload();
    reader.showMessage(error.code);
  }
  return undefined;
}

/** Opens the reader on a file. */
export async function readFile(file) {
  if (file.size > LIMIT) return void say("This file is too large to be read.");
  source.value = await file.text();
  await read(source.value);
}
