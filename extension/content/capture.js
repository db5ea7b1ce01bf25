// The page as the engine reads it: one pass over the live document, nothing changed, no object a
// node. The layout is described in src/snapshot/wire.rs.

import { ADDRESS, ATTRIBUTES, NODES, UNITS, VERSION } from "./contract.js";
import { getter } from "../view/dom.js";

/** Longest attribute value that is sent: one unit more than the longest address that the engine takes, so that none is taken cut. */
const VALUE = ADDRESS + 1;

const KNOWN = new Set(ATTRIBUTES.split(" "));

/** Never shown and of no use: left out with all that is in them. */
const NOTHING = new Set(["style", "template", "link", "script"]);

/** Shown, but what is inside is no text of the page. */
const SHUT = new Set(["svg", "select", "textarea", "datalist", "iframe", "object", "canvas"]);

/** Without a box of their own, yet read: facts about the page, sources of media. */
const FACTS = new Set(["head", "meta", "title", "base", "noscript", "source"]);

const documentElement = getter(Document, "documentElement");
const localName = getter(Element, "localName");
const attributesOf = getter(Element, "attributes");
const shadowRoot = getter(Element, "shadowRoot");
const nodeType = getter(Node, "nodeType");
const firstChild = getter(Node, "firstChild");
const nextSibling = getter(Node, "nextSibling");
const { checkVisibility, getAttribute, hasAttribute } = Element.prototype;
const { assignedNodes } = HTMLSlotElement.prototype;

const isData = (name, element) =>
  (name === "script" && /^application\/ld\+json\b/i.test(element.type)) ||
  (name === "link" && element.relList.contains("canonical"));

const options = { visibilityProperty: true };

/** What the browser shows; a document that is not on a screen says it by its attributes only. */
function isShown(element, rendered) {
  // An element that is laid out as its children alone has no box, and would pass for hidden.
  if (rendered) return checkVisibility.call(element, options) || getComputedStyle(element).display === "contents";
  if (hasAttribute.call(element, "hidden")) return false;
  return !/(^|;)\s*display\s*:\s*none/i.test(getAttribute.call(element, "style") ?? "");
}

/** What is drawn in an element: the first node of its shadow tree or its own, or the nodes in a slot, last first. */
function inside(element) {
  const shadow = shadowRoot(element);
  if (shadow) return firstChild(shadow);
  const assigned = localName(element) === "slot" ? assignedNodes.call(element) : [];
  return assigned.length > 0 ? [...assigned].reverse() : firstChild(element);
}

/** Numbers for names, in the order in which they come. */
function dictionary() {
  const numbers = new Map();
  return {
    number(name) {
      let number = numbers.get(name);
      if (number === undefined) numbers.set(name, (number = numbers.size));
      return number;
    },
    text: () => [...numbers.keys()].join("\n"),
  };
}

/**
 * Captures a document: `{ wire, nodes }`, where `nodes[i]` is the page's node number i, or
 * `{ code }` if there is nothing to capture or too much. Linear in the number of nodes.
 */
export function capture(page, { url = page.location.href, rendered = true } = {}) {
  const root = documentElement(page);
  if (!root) return { code: "no-text" };
  const names = dictionary();
  const nodes = [];
  const rows = [];
  const attributes = [];
  const texts = [];
  let length = 0;

  // Half a surrogate pair is no text: it goes as what the browser draws for it.
  const cut = (text) => {
    texts.push(text.toWellFormed());
    length += text.length;
    return text.length;
  };
  const addText = (node, parent, text) => {
    nodes.push(node);
    rows.push(parent, 1, cut(text));
  };
  const addElement = (node, name, parent, shown) => {
    const number = nodes.push(node) - 1;
    rows.push(parent, (names.number(name) << 2) | (shown ? 0 : 2), 0);
    for (const attribute of attributesOf(node)) {
      if (!KNOWN.has(attribute.name)) continue;
      attributes.push(number, names.number(attribute.name), cut(attribute.value.slice(0, VALUE)));
    }
    return number;
  };

  /** Adds a node; gives its number if what is below it is wanted too, else -1. */
  const visit = (node, parent) => {
    const type = nodeType(node);
    if (type === Node.TEXT_NODE) addText(node, parent, node.data);
    if (type !== Node.ELEMENT_NODE) return -1;
    const name = localName(node);
    const data = isData(name, node);
    if (NOTHING.has(name) && !data) return -1;
    const shown = data || FACTS.has(name) || isShown(node, rendered);
    const number = addElement(node, name, parent, shown);
    if (data || name === "noscript") {
      if (node.textContent) addText(node.firstChild, number, node.textContent);
      return -1;
    }
    return shown && !SHUT.has(name) ? number : -1;
  };

  // The levels that are open: number of the parent, and the nodes to come: the next sibling, or a
  // list of what the page puts into a slot.
  const parents = [0];
  const next = [[root]];
  while (parents.length > 0) {
    if (nodes.length > NODES || length > UNITS) return { code: "page-too-large" };
    const level = next.at(-1);
    const node = Array.isArray(level) ? level.pop() : level;
    if (!node) {
      parents.pop();
      next.pop();
      continue;
    }
    if (node === level) next[next.length - 1] = nextSibling(node);
    const number = visit(node, parents.at(-1));
    if (number >= 0) {
      parents.push(number);
      next.push(inside(node));
    }
  }

  const ints = new Uint32Array(3 + rows.length + attributes.length);
  ints.set([VERSION, rows.length / 3, attributes.length / 3]);
  ints.set(rows, 3);
  ints.set(attributes, 3 + rows.length);
  return { nodes, wire: { url: url.toWellFormed(), names: names.text().toWellFormed(), text: texts.join(""), ints } };
};
