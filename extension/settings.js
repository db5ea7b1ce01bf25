// What can be set: one schema with defaults, what is valid, and what is kept for a site.

/** @template {string} Value @param {Value[]} values */
const choice = (values) => ({ kind: "choice", values, initial: values[0], has: (value) => values.includes(value) });
/** @param {number} min @param {number} max @param {number} step @param {number} initial */
const range = (min, max, step, initial) => ({
  kind: "range", min, max, step, initial,
  has: (value) => typeof value === "number" && value >= min && value <= max,
});
/** @param {boolean} initial */
const flag = (initial) => ({ kind: "flag", initial, has: (value) => typeof value === "boolean" });

/**
 * Everything that can be set. `size` is in percent; `width`, `paragraphSpacing`, `letterSpacing` and
 * `wordSpacing` in em; `lineHeight` in line heights. Every spacing reaches what WCAG 1.4.12 asks for.
 */
export const SCHEMA = {
  theme: choice(["system", "light", "sepia", "dark", "contrast"]),
  font: choice(["serif", "sans", "dyslexia"]),
  size: range(70, 240, 10, 100),
  width: range(20, 60, 1, 31),
  lineHeight: range(1.2, 2.4, 0.1, 1.6),
  paragraphSpacing: range(0.5, 2.5, 0.1, 1),
  letterSpacing: range(0, 0.2, 0.02, 0),
  wordSpacing: range(0, 0.4, 0.04, 0),
  align: choice(["start", "justify"]),
  names: choice(["main", "people", "all", "first", "none"]),
  newTab: flag(false),
  keenness: choice(["cautious", "normal", "keen"]),
  wikipedia: flag(false),
};

/** Longest key and label of a correction, in UTF-16 units. */
const KEY = 256;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && value.length > 0 && value.length <= KEY;

/** Whether a setting may have a value. */
export const isValid = (name, value) => Object.hasOwn(SCHEMA, name) && SCHEMA[name].has(value);

/** A value as it is meant now: whether names are marked was once a switch. */
const meant = (name, value) => (name === "names" && typeof value === "boolean" ? { true: "main", false: "none" }[value] : value);

/**
 * All settings from what was stored: what is missing or not valid has its default.
 * @returns {import("./messages").Settings}
 */
export function settingsFrom(stored) {
  const value = (name) => {
    const own = meant(name, stored?.[name]);
    return isValid(name, own) ? own : SCHEMA[name].initial;
  };
  return /** @type {any} */ (Object.fromEntries(Object.keys(SCHEMA).map((name) => [name, value(name)])));
}

/** Whether something is a correction: what a block looks like, and whether it belongs. */
export const isCorrection = (value) =>
  isObject(value) && isText(value.like) && typeof value.belongs === "boolean" && (value.label === undefined || isText(value.label));

/** What is kept for a site, from what was stored. */
export function siteFrom(stored) {
  const corrections = Array.isArray(stored?.corrections) ? stored.corrections.filter(isCorrection) : [];
  return {
    autoOpen: stored?.autoOpen === true,
    corrections: corrections.map(({ like, belongs, label }) => ({ like, belongs, label })),
  };
}

/** The name under which a page's site is kept, or null for a page of no site. */
export function hostOf(address) {
  const url = URL.parse(address ?? "");
  return url && /^https?:$/.test(url.protocol) ? url.hostname : null;
}

/** What the browser is asked for, so that a site may open by itself. */
export const originsOf = (host) => ["http", "https"].map((scheme) => `${scheme}://${host}/*`);

/** What it is asked for, so that names can be looked up: the one place that is ever connected to. */
export const WIKIPEDIA = ["https://*.wikipedia.org/*"];

/** The Wikipedia for a text's language: the English one where the language is none that a host can name. */
export const wikipediaFor = (tag) => `${/^[a-z]{2,3}(?=-|$)/i.exec(tag ?? "")?.[0].toLowerCase() ?? "en"}.wikipedia.org`;

const FORMAT = "copydesk-settings";
const VERSION = 1;

/** Settings and sites as a file's content. */
export function exported(settings, sites) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings, sites }, null, 2)}\n`;
}

/** What is wrong with a file: `code` names the message, `value` the place. */
export class ImportError extends Error {
  constructor(code, value = "") {
    super(`${code} ${value}`.trim());
    this.code = code;
    this.value = value;
  }
}

/** `{settings, sites}` of a file's content; throws an `ImportError` if there is anything wrong with it. */
export function imported(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new ImportError("importNotJson");
  }
  if (!isObject(data) || data.format !== FORMAT) throw new ImportError("importOther");
  if (data.version !== VERSION) throw new ImportError("importVersion", String(data.version));
  const settings = data.settings ?? {};
  const sites = data.sites ?? {};
  if (!isObject(settings)) throw new ImportError("importValue", "settings");
  if (!isObject(sites)) throw new ImportError("importValue", "sites");
  for (const [name, value] of Object.entries(settings)) {
    if (!isValid(name, meant(name, value))) throw new ImportError("importValue", name);
  }
  for (const [host, site] of Object.entries(sites)) {
    const known = isObject(site) && (site.corrections ?? []).every?.(isCorrection) && ["boolean", "undefined"].includes(typeof site.autoOpen);
    if (!known || hostOf(`https:${host}`) !== host) throw new ImportError("importValue", host);
  }
  return {
    settings: settingsFrom(settings),
    sites: Object.fromEntries(Object.entries(sites).map(([host, site]) => [host, siteFrom(site)])),
  };
}
