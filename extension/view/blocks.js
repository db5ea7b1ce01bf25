// Items as elements: paragraphs, headings, lists, tables, figures.

/** @import { Element, Item, Node, Picture } from "../engine" */
import { make, put, link, pictureAddress } from "./dom.js";
import { fill } from "./inline.js";
import { say } from "./strings.js";

/** @type {Partial<Record<Element, "p" | "h2" | "h3" | "h4" | "li" | "blockquote" | "pre" | "figcaption">>} */
const TEXT = {
  paragraph: "p",
  heading2: "h2",
  heading3: "h3",
  heading4: "h4",
  bullet: "li",
  numbered: "li",
  quote: "blockquote",
  preformatted: "pre",
  cell: "p",
  "header-cell": "p",
  caption: "figcaption",
};

const marks = (item, index) => ({ "data-item": index, "data-group": item.group, "data-label": item.label });

/**
 * A picture in a button that enlarges it; one that does not come leaves its description in its place.
 * @param {Picture} picture
 */
export function picture({ src, alt, width, height }, attributes = {}) {
  const address = pictureAddress(src);
  if (!address) return alt ? make("p", { ...attributes, class: "no-picture" }, alt) : null;
  const words = say("enlarge", alt || say("pictureAlone"));
  const image = make("img", {
    ...attributes,
    src: address,
    alt: alt ?? "",
    width: width || null,
    height: height || null,
    loading: "lazy",
    decoding: "async",
    referrerpolicy: "no-referrer",
  });
  const opener = make("button", { type: "button", class: "zoom", "aria-label": words, title: say("enlargeHint") }, image);
  image.addEventListener("error", () => {
    // A caption in or under the figure that says it already is enough, and so is the headline.
    const figure = opener.closest("figure");
    const said = [figure, figure?.nextSibling, opener.closest("article").querySelector("h1")];
    const isSaid = said.some((each) => each?.textContent.includes(alt));
    opener.replaceWith(alt && !isSaid ? make("p", { ...attributes, class: "no-picture" }, alt) : make("span", attributes));
  });
  return opener;
}

/** A video, player or post: a link to it, never a frame; rest.js adds what the page shows of it. */
function embed(media, attributes) {
  const host = URL.parse(media.src)?.hostname.replace(/^www\./, "");
  if (!host) return null;
  const words = make("span", null, make("strong", { dir: "auto" }, media.alt), make("small", null, say("embed", host)));
  return make("p", { ...attributes, class: "embed" }, link(media.src, words));
}

function element(item, index, inFigure) {
  const attributes = marks(item, index);
  if (item.element === "image") return item.media ? picture(item.media, attributes) : null;
  if (item.element === "embed") return item.media ? embed(item.media, attributes) : null;
  if (!item.text) return null;
  if (item.element === "caption" && !inFigure) return fill(make("p", { ...attributes, class: "caption" }), item);
  if (item.label === "caption" && item.element === "paragraph") attributes.class = "caption";
  if (item.label === "pullquote") attributes.class = "pullquote";
  return fill(make(TEXT[item.element] ?? "p", attributes), item);
}

/**
 * Draws the nodes of a plan into `parent`, and notes each item's element in `drawn`.
 * @param {HTMLElement} parent @param {Item[]} items @param {Node[]} nodes @param {Map<number, HTMLElement>} drawn
 */
export function draw(parent, items, nodes, drawn) {
  const one = (index, inFigure = false) => {
    const node = element(items[index], index, inFigure);
    if (node) drawn.set(index, node);
    return node;
  };

  const all = (tag, children, attributes = null) => {
    const made = children.filter(Boolean);
    return made.length > 0 ? make(tag, attributes, made) : null;
  };

  const list = ({ ordered, entries }) => all(ordered ? "ol" : "ul", entries.map(entry));

  function entry({ item, lists = [] }) {
    const own = item === undefined ? null : one(item);
    const inner = lists.map(list).filter(Boolean);
    return own || inner.length > 0 ? put(own ?? make("li"), inner) : null;
  }

  const cell = ({ header, columns, rows, items: own }) =>
    all(header ? "th" : "td", own.map((index) => one(index)), { colspan: columns > 1 && columns, rowspan: rows > 1 && rows });

  function table({ rows }) {
    const body = all("tbody", rows.map((row) => all("tr", row.map(cell))));
    return body && make("div", { class: "table", tabindex: 0, role: "group", "aria-label": say("table") }, make("table", null, body));
  }

  const figure = (own) => all("figure", own.map((index) => one(index, true)));

  function top(node) {
    if (typeof node === "number") return items[node].element === "image" ? figure([node]) : one(node);
    if (node.figure) return figure(node.figure);
    return node.rows ? table(node) : list(node);
  }

  put(parent, nodes.map(top));
}
