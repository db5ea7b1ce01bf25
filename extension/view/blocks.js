// Items as elements: paragraphs, headings, lists, tables, figures.
import { make, put, link, pictureAddress } from "./dom.js";
import { fill } from "./inline.js";
import { say } from "./strings.js";

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

/** A picture in a button that enlarges it; one that does not come leaves its description in its place. */
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
    opener.replaceWith(alt ? make("p", { ...attributes, class: "no-picture" }, alt) : make("span", attributes));
  });
  return opener;
}

/** A video, player or post: a link to it, never a frame. */
function embed(media, attributes) {
  const host = URL.parse(media.src)?.hostname.replace(/^www\./, "");
  if (!host) return null;
  const text = media.alt ? `${host}: ${media.alt}` : host;
  return make("p", { ...attributes, class: "embed" }, link(media.src, say("embed", text)));
}

function element(item, index) {
  const attributes = marks(item, index);
  if (item.element === "image") return item.media ? picture(item.media, attributes) : null;
  if (item.element === "embed") return item.media ? embed(item.media, attributes) : null;
  if (!item.text) return null;
  const inFigure = item.container > 0;
  if (item.element === "caption" && !inFigure) return fill(make("p", { ...attributes, class: "caption" }), item);
  if (item.label === "caption" && item.element === "paragraph") attributes.class = "caption";
  if (item.label === "pullquote") attributes.class = "pullquote";
  return fill(make(TEXT[item.element] ?? "p", attributes), item);
}

/** Collects the items of one list, table or figure. */
const containers = {
  list(first) {
    const root = make(first.element === "numbered" ? "ol" : "ul");
    const open = [root];
    return {
      root,
      add(node, item) {
        const depth = Math.max(item.depth ?? 1, 1);
        while (open.length > depth) open.pop();
        while (open.length < depth) {
          const inner = make(item.element === "numbered" ? "ol" : "ul");
          const last = open[open.length - 1];
          (last.lastElementChild ?? last.appendChild(make("li"))).appendChild(inner);
          open.push(inner);
        }
        open[open.length - 1].appendChild(node);
      },
    };
  },
  table() {
    const body = make("tbody");
    let row = null;
    let cell = null;
    return {
      root: make("div", { class: "table", tabindex: 0, role: "group", "aria-label": say("table") }, make("table", null, body)),
      add(node, { cell: place, element: kind }) {
        if (row?.number !== place.row) {
          row = { number: place.row, element: body.appendChild(make("tr")) };
          cell = null;
        }
        if (cell?.id !== place.id) {
          const spans = { colspan: place.columns > 1 && place.columns, rowspan: place.rows > 1 && place.rows };
          const tag = kind === "header-cell" ? "th" : "td";
          cell = { id: place.id, element: row.element.appendChild(make(tag, spans)) };
        }
        cell.element.appendChild(node);
      },
    };
  },
  figure() {
    const root = make("figure");
    return { root, add: (node) => root.appendChild(node) };
  },
};

const kindOf = (item) => {
  if (item.element === "bullet" || item.element === "numbered") return "list";
  if (item.cell) return "table";
  return item.container || item.element === "image" ? "figure" : null;
};

/** Puts the items into `parent`, grouped, and notes each one's element in `drawn`. */
export function draw(parent, items, indices, drawn) {
  let open = null;
  for (const index of indices) {
    const item = items[index];
    const node = element(item, index);
    if (!node) continue;
    drawn.set(index, node);
    const kind = kindOf(item);
    if (!kind) {
      open = null;
      parent.appendChild(node);
      continue;
    }
    if (!open || open.kind !== kind || open.container !== (item.container ?? 0) || !item.container) {
      open = { kind, container: item.container ?? 0, ...containers[kind](item) };
      put(parent, [open.root]);
    }
    open.add(node, item);
  }
}
