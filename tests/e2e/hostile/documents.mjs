// Documents of other kinds, and text that is no good text.

import { script } from "./page.mjs";

const PARAGRAPH = "The harbour master of Aldermouth, Greta Lund, said on Friday that the tide tables had been misprinted. ";
const TEXT = `<p>${PARAGRAPH.repeat(4)}</p>`.repeat(6);
const whole = (name, html, more = {}) => ({ name, html, expect: "either", ...more });
const type = (value) => ({ headers: { "content-type": value } });

export const DOCUMENTS = [
  { name: "pairs of surrogates are cut between two nodes", body: script(`for (const p of document.querySelectorAll("main p")) p.append("\\ud83d", document.createElement("b"), "\\ude00", "\\udfff\\ud800");`) },
  { name: "halves of surrogates stand in attributes", body: script(`document.title += "\\ud83d"; for (const a of document.querySelectorAll("a, img, main p")) { a.setAttribute("title", "\\udc00x"); a.setAttribute("alt", "\\ud800"); a.setAttribute("class", a.className + " \\ud801"); }`) },
  { name: "a pair is cut by the limit of an attribute", body: script(`document.querySelector("main p").setAttribute("class", "x".repeat(4095) + "\\ud83d\\ude00");`) },
  { name: "elements and facts have half a pair in their name", head: `<meta name="author" content="x">`, body: script(`try { document.querySelector("main").append(document.createElement("x-\\ud83d")); } catch {} document.querySelector("meta[name=author]").content = "\\ud83d Edda";`) },
  { name: "the text has NUL, BEL and other controls", body: script(`document.querySelector("main p").append("\\u0000\\u0007\\u001b[31m\\u0085\\u200b\\ufeff");`) },
  { name: "the text turns its direction and never turns back", body: script(`for (const p of document.querySelectorAll("main p")) p.prepend("\\u202e\\u2066");`) },
  whole("XHTML", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Tide tables</title></head><body><main><h1>Tide tables</h1>${TEXT}</main></body></html>`, { ...type("application/xhtml+xml"), expect: "article" }),
  whole("a drawing", `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><title>Tides</title><text x="9" y="20">${PARAGRAPH}</text></svg>`, { ...type("image/svg+xml"), expect: "refused" }),
  whole("a feed", `<?xml version="1.0"?><rss version="2.0"><channel><title>Tides</title><item><title>Tide tables</title><description>${PARAGRAPH}</description></item></channel></rss>`, type("application/xml")),
  whole("MathML", `<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>`, { ...type("application/xml"), expect: "refused" }),
  whole("XML that is not well formed", `<a><b></a>`, { ...type("application/xml") }),
  whole("plain text", PARAGRAPH.repeat(30), type("text/plain")),
  whole("JSON", `{"title": "${PARAGRAPH}"}`, type("application/json")),
  whole("a picture", `not really`, type("image/png")),
  whole("nothing at all", "", { expect: "message" }),
  whole("frames", `<!doctype html><frameset cols="*,*"><frame srcdoc="x"><frame srcdoc="y"></frameset>`),
  whole("a frame with everything in it", `<!doctype html><title>x</title><iframe srcdoc="${TEXT.replaceAll('"', "&quot;")}"></iframe>`),
  whole("no doctype", `<title>Tide tables</title><main><h1>Tide tables misprinted, says the harbour master</h1>${TEXT}`, { expect: "article" }),
  { name: "a policy that allows nothing", headers: { "content-security-policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts" } },
  { name: "a sandbox", headers: { "content-security-policy": "sandbox" } },
  { name: "a permissions policy that forbids everything", headers: { "permissions-policy": "fullscreen=(), clipboard-write=(), clipboard-read=(), autoplay=()", "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" } },
  { name: "a document with rules for reading it by machine", head: `<meta http-equiv="Content-Security-Policy" content="script-src 'none'; style-src 'none'; img-src 'none'">` },
];
