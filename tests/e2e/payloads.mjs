// The tables of tests/security as pages for a browser, and what may stand in the reader on them. In the tables
// nothing of `evil.example` is ever shown, and `pics.example` has the pictures that are.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { ROOT } from "./stage.mjs";

const FOLDER = join(ROOT, "tests/security");

/** Cases on one page, where they do not disturb each other. */
const TOGETHER = 60;

/** All tables: `{ pages, data, links, pictures }`. */
export function tables() {
  const all = { pages: [], data: [], links: [], pictures: [] };
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".toml")).sort()) {
    for (const [key, rows] of Object.entries(parse(readFileSync(join(FOLDER, file), "utf8")))) all[key].push(...rows);
  }
  return all;
}

/** As text of a script: nothing in it ends the script. */
const literal = (value) => JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/**
 * In the page, before all else: notes on the root element what runs after the event `arm`, unless the page's
 * own document runs it: a script in a shadow tree has no `currentScript`, a handler there no `event`.
 */
function guard() {
  const { contains } = Node.prototype;
  const { setAttribute } = Element.prototype;
  const root = document.documentElement;
  const script = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get;
  let armed = false;
  addEventListener("arm", () => (armed = true));
  const note = (what) => () => {
    const at = window.event?.currentTarget;
    const own = script.call(document) || at === window || (at instanceof Node && contains.call(document, at));
    if (armed && !own) setAttribute.call(root, "data-ran", what);
  };
  for (const name of ["alert", "confirm", "prompt"]) window[name] = note(name);
}

/** In the page: puts each case into a section of its own, parsed by itself, shadow trees and all. */
function place(cases) {
  const { createElement, querySelector } = Document.prototype;
  const { appendChild } = Node.prototype;
  const room = querySelector.call(document, "main");
  for (const html of cases) {
    const section = appendChild.call(room, createElement.call(document, "section"));
    section.setHTMLUnsafe(html);
  }
}

/** In the page: links and pictures whose addresses no parser has touched. */
function address(links, pictures) {
  const main = document.querySelector("main");
  const add = (tag, attributes) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  for (const [number, href] of links.entries()) {
    const link = add("a", { href });
    link.textContent = `link${number}`;
    const paragraph = add("p", {});
    paragraph.append("The harbour office says more of it under ", link, " and nothing elsewhere.");
    main.append(paragraph);
  }
  for (const [number, src] of pictures.entries()) {
    const figure = add("figure", {});
    figure.append(add("img", { src, width: "600", height: "400", alt: `picture${number}` }));
    main.append(figure);
  }
}

const PROSE = "The harbour master of Aldermouth, Greta Lund, said on Friday that the tide tables had been misprinted and that every boat would be told before the evening.";

function page({ head = "", body = "", script = "" }) {
  return `<!doctype html><html lang="en"><head><script>(${guard})();</script><title>Tide tables of Aldermouth misprinted</title>${head}</head><body>
<article><h1>Tide tables of Aldermouth misprinted</h1><p>${PROSE}</p><p>${PROSE.replace("Friday", "Sunday")}</p><main>${body}</main><p>${PROSE.replace("Friday", "Monday")}</p></article>
<script>${script}</script></body></html>`;
}

/** `list` in pieces of at most `size`. */
const pieces = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** The pages that hold all cases: `{ title, html, texts }`, where `texts` must be read on them. */
export function pages({ pages: rows, data } = tables()) {
  const seen = (list) => list.filter(({ text, hidden }) => text && !hidden).map(({ text }) => text);
  const bodies = rows.filter(({ alone, head }) => !alone && !head);
  const heads = rows.filter(({ alone, head }) => !alone && head);
  const script = ({ open = "", data, close = "", repeat = 0 }) => `<script type="application/ld+json">${open.repeat(repeat)}${data}${close.repeat(repeat)}</script>`;
  return [
    ...pieces(bodies, TOGETHER).map((list, i) => ({
      title: `pieces ${i + 1}: ${list[0].name} …`,
      html: page({ script: `(${place})(${literal(list.map(({ html }) => html))});` }),
      texts: seen(list),
    })),
    ...pieces(heads, TOGETHER / 2).map((list) => ({ title: `heads: ${list[0].name} …`, html: page({ head: list.map(({ head }) => head).join("\n") }), texts: [] })),
    { title: "structured data", html: page({ head: data.map(script).join("\n") }), texts: [] },
    ...rows.filter(({ alone }) => alone).map(({ name, head, html, text }) => ({ title: name, html: page({ head, body: html }), texts: html ? seen([{ text }]) : [] })),
  ];
}

/** One page with every spelling of an address. */
export const addressPage = ({ links, pictures } = tables()) =>
  page({ script: `(${address})(${literal(links.map(({ href }) => href))}, ${literal(pictures.map(({ href }) => href))});` });

/** All cases as one piece of HTML for a parser, as someone might paste it. */
export function pasted({ pages: rows, data } = tables()) {
  const own = rows.filter(({ alone, open }) => !alone && !open);
  const scripts = data.map(({ data }) => `<script type="application/ld+json">${data}</script>`).join("\n");
  return pieces(own, 3 * TOGETHER).map((list) => `<!doctype html><html><head>${list.map(({ head = "" }) => head).join("\n")}${scripts}</head><body><article>
<h1>Tide tables of Aldermouth misprinted</h1><p>${PROSE}</p>${list.map(({ html = "" }) => `<section>${html}</section>`).join("\n")}<p>${PROSE}</p></article></body></html>`);
}

/** On the shadow root: every node, attribute and address that is not allowed there, in words. */
export function strange() {
  const common = /^(class|dir|hidden|id|lang|role|tabindex|title|aria-[a-z]+|data-[a-z]+(-[a-z]+)*)$/;
  const own = {
    a: /^(href|rel|download)$/, button: /^(type|disabled)$/, dialog: /^(open|style)$/, div: /^style$/, img: /^(alt|decoding|height|loading|referrerpolicy|src|width)$/,
    input: /^(checked|max|min|name|step|type|value)$/, label: /^for$/, output: /^for$/, td: /^(colspan|rowspan)$/, th: /^(colspan|rowspan)$/, time: /^datetime$/,
  };
  const tags = new Set(
    ("a article bdi blockquote button code del dialog div em fieldset figcaption figure footer h1 h2 h3 h4 header img input label legend " +
      "li mark nav ol output p pre q section small span strong sub sup table tbody td th time tr ul").split(" "),
  );
  const values = {
    href: /^(https?:\/\/[^/]|mailto:.|blob:)/, src: /^(https?:\/\/[^/]|data:image\/(png|jpeg|gif|webp|avif)[;,][^<>"\s]*$)/i, rel: /^noopener noreferrer$/,
    referrerpolicy: /^no-referrer$/, dir: /^(ltr|rtl|auto)$/, lang: /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i, colspan: /^\d+$/, rowspan: /^\d+$/,
    width: /^\d+$/, height: /^\d+$/, datetime: /^([+-]?\d[\dT:.-]*Z|\d{4}-\d\d-\d\d)$/, type: /^(button|radio|checkbox|range)$/,
  };
  const spoken = /^(alt|title|aria-label|href|src|value|aria-valuetext|download)$/;
  const found = [];
  for (const element of this.querySelectorAll("*")) {
    const { localName: tag } = element;
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" || !tags.has(tag)) found.push(`<${tag}>`);
    if (element.shadowRoot) found.push(`a shadow tree in <${tag}>`);
    if (tag === "a" && element.hasAttribute("href") && !element.hasAttribute("rel")) found.push("a link without rel");
    if (tag === "img" && !element.hasAttribute("referrerpolicy")) found.push("a picture that tells where it is");
    for (const { name, value } of element.attributes) {
      if (tag === "div" && name === "style" && !/^--read: [\d.]+;$/.test(value)) found.push(`<div style="${value.slice(0, 80)}">`);
      if (!common.test(name) && !own[tag]?.test(name)) found.push(`<${tag} ${name}>`);
      if (values[name] && !values[name].test(value)) found.push(`<${tag} ${name}="${value.slice(0, 80)}">`);
      if (!spoken.test(name) && /evil|[<>]/i.test(value)) found.push(`<${tag} ${name}="${value.slice(0, 80)}">`);
    }
  }
  return [...new Set(found)];
}

/** On the shadow root: everything that can be read, pictures' words too. */
export function readable() {
  const words = [...this.querySelectorAll("img")].map((image) => image.alt);
  return [this.querySelector("dialog").textContent, ...words].join("\n");
}

/** Tags and addresses in rendered Markdown that our files never hold, in words. */
export function strangeInMarkdown(html) {
  const allowed = /^<(\/?(h[1-4]|p|em|strong|s|del|code|ul|li|blockquote|table|thead|tbody|tr|td|th)|pre|\/pre|\/a|\/ol|ol( start="\d+")?|br ?\/?|hr ?\/?|a href="(https?:\/\/|mailto:)[^"]*"|img src="(https?:\/\/|data:image\/(png|jpeg|gif|webp|avif)[;,])[^"]*" alt="[^"]*" ?\/?)>$/i;
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => !allowed.test(tag));
}
