// The only way to make an element: a fixed table of tags and attributes, text as text nodes.

/** Attributes that any element may have: none that loads, runs or goes anywhere. */
const COMMON = /^(class|dir|hidden|id|lang|role|tabindex|title|(aria|data)-[a-z]+)$/;

/**
 * The tags there are, and what each may have beyond the common attributes.
 * @type {Record<string, string[]>}
 */
const TAGS = {
  a: ["download", "href", "rel"], article: [], bdi: [], blockquote: [], button: ["type"], code: [], del: [], dialog: [],
  div: [], em: [], fieldset: [], figcaption: [], figure: [], footer: [], h1: [], h2: [], h3: [], h4: [], header: [],
  img: ["alt", "decoding", "height", "loading", "referrerpolicy", "src", "width"],
  input: ["checked", "max", "min", "name", "placeholder", "step", "type", "value"], label: ["for"], legend: [],
  li: [], mark: [], nav: [], ol: [], output: ["for"], p: [], pre: [], q: [], section: [], small: [], span: [], strong: [], sub: [], sup: [],
  table: [], tbody: [], td: ["colspan", "rowspan"], th: ["colspan", "rowspan"], time: ["datetime"], tr: [], ul: [],
};

const LINKS = ["http:", "https:", "mailto:"];
const PICTURES = ["http:", "https:", "data:"];
const RASTER = /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i;

/** The namespace of every element of the reader, whatever document it stands in. */
export const XHTML = "http://www.w3.org/1999/xhtml";

// A page can lay its own properties over `document` by naming its images and forms.
const { createElementNS, createTextNode, createTreeWalker } = Document.prototype;
/** @param {string} data @returns {Text} */
export const text = (data) => createTextNode.call(document, data);

/** A property of a document or a node as the browser defines it: `getter(Document, "documentElement")(document)`. */
export const getter = (type, name) => {
  const { get } = Object.getOwnPropertyDescriptor(type.prototype, name);
  return (object) => get.call(object);
};

/** Walks the text nodes of an element. @param {Node} element @returns {TreeWalker} */
export const textNodes = (element) => createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);

/**
 * Makes an element. Attributes that are null, undefined or false are left out, true becomes "".
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, unknown> | null} [attributes] @param {unknown[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes, ...children) {
  const own = Object.hasOwn(TAGS, tag) ? TAGS[tag] : null;
  if (!own) throw new TypeError(`no such element in the reader: ${tag}`);
  const element = /** @type {HTMLElementTagNameMap[T]} */ (createElementNS.call(document, XHTML, tag));
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (!COMMON.test(name) && !own.includes(name)) throw new TypeError(`no such attribute in the reader: ${name}`);
    element.setAttribute(name, value === true ? "" : String(value));
  }
  put(element, children);
  return element;
}

/**
 * Puts nodes and strings at the end of an element; null and the like are left out.
 * @template {Node} T @param {T} element @param {unknown[]} children @returns {T}
 */
export function put(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.appendChild(typeof child === "object" ? /** @type {Node} */ (child) : text(String(child)));
  }
  return element;
}

const parsed = (address, schemes) => {
  const url = URL.parse(address);
  return url && schemes.includes(url.protocol) ? url : null;
};

/** A link, or only its content where the address is not one that a reader may follow. */
export function link(address, ...children) {
  const url = parsed(address, LINKS);
  if (!url) return make("span", null, ...children);
  return make("a", { href: url.href, rel: "noopener noreferrer" }, ...children);
}

/** The address of a picture, or null. */
export function pictureAddress(address) {
  const url = parsed(address, PICTURES);
  if (!url || (url.protocol === "data:" && !RASTER.test(url.href))) return null;
  return url.href;
}

/** A button with a listener for clicks that a person made. */
export function button(attributes, onClick, ...children) {
  const element = make("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", (event) => event.isTrusted && onClick(event));
  return element;
}

/** A button that opens something, closed as yet. */
export const disclosure = (attributes, ...rest) => button({ ...attributes, "aria-expanded": "false" }, ...rest);

/** Adds an element to a line of facts, a dot before it if it is not the first. */
export function dotted(line, child) {
  return put(line, [line.firstChild ? " · " : null, child]);
}

/** A language tag if it is one, for the `lang` attribute. */
export const language = (tag) => (/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag ?? "") ? tag : null);
