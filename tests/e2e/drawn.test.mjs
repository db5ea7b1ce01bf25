// What the view makes of a plan that lies: its own tables of elements, attributes and addresses, without a
// browser. The engine filters first; this is the second lock.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

/** As much of a document as the view needs to make elements. */
class Node {
  parentNode = null;
  children = [];
  appendChild(child) {
    this.children.push(child);
    child.parentNode = this;
    return child;
  }
  append(...all) {
    for (const each of all) this.appendChild(each);
  }
  replaceWith(other) {
    const { children } = this.parentNode;
    children[children.indexOf(this)] = other;
  }
  get textContent() {
    return this.data ?? this.children.map((child) => child.textContent).join("");
  }
}
class Element extends Node {
  attributes = {};
  listeners = {};
  constructor(space, name) {
    super();
    Object.assign(this, { space, localName: name, nodeType: 1 });
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }
}
class Document extends Node {
  createElementNS(space, name) {
    return new Element(space, name);
  }
  createTextNode(data) {
    return Object.assign(new Node(), { data, nodeType: 3 });
  }
  createTreeWalker() {}
}
Object.assign(globalThis, { Node, Element, Document, document: new Document(), chrome: { i18n: { getMessage: (key) => key, getUILanguage: () => "en" } } });
URL.parse ??= (text) => (URL.canParse(text) ? new URL(text) : null);

const { make, link, pictureAddress, language } = await import("../../extension/view/dom.js");
const { picture } = await import("../../extension/view/blocks.js");

describe("elements", () => {
  const NEVER = ["script", "style", "iframe", "object", "embed", "form", "svg", "math", "template", "meta", "base", "link", "textarea", "select", "video", "audio", "source", "slot", "x-y", "SCRIPT", "constructor", "toString"];
  for (const tag of NEVER) test(`no ${tag}`, () => assert.throws(() => make(tag), /no such element/));

  const FORBIDDEN = ["onclick", "onerror", "style", "srcdoc", "srcset", "ping", "target", "action", "formaction", "is", "slot", "name", "popovertarget", "commandfor", "nonce", "xlink:href", "autofocus", "contenteditable", "ONCLICK", "constructor"];
  for (const name of FORBIDDEN) test(`no attribute ${name}`, () => assert.throws(() => make("p", { [name]: "x" }), /no such attribute/));

  test("attributes belong to their own elements", () => {
    for (const [tag, name] of [["p", "href"], ["p", "src"], ["a", "src"], ["img", "href"], ["div", "type"], ["time", "cite"], ["button", "value"]]) {
      assert.throws(() => make(tag, { [name]: "x" }), /no such attribute/, `${tag} ${name}`);
    }
  });

  test("they are of the one kind, and text is text", () => {
    const made = make("p", { lang: "en", title: null, hidden: true, dir: undefined, role: false }, "<b>", make("em", null, 5), null, false, "");
    assert.equal(made.space, "http://www.w3.org/1999/xhtml");
    assert.deepEqual(made.attributes, { lang: "en", hidden: "" });
    assert.deepEqual(made.children.map((child) => child.data ?? child.localName), ["<b>", "em"]);
    assert.equal(made.textContent, "<b>5");
  });

  test("a language tag is one, or none", () => {
    assert.deepEqual(["en", "pt-BR", "zh-hant-tw", "x", "en us", 'en"onclick', "", null, "e".repeat(9)].map(language), ["en", "pt-BR", "zh-hant-tw", null, null, null, null, null, null]);
  });
});

describe("links", () => {
  const BAD = ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "blob:https://a.example/1", "file:///etc/passwd", "about:blank", "ftp://a.example/", "filesystem:https://a.example/x", "view-source:https://a.example/", "chrome://settings", "moz-extension://x/y", "intent:x", "tel:1", "//a.example/x", "/x", "", null, undefined];
  for (const address of BAD) {
    test(`${JSON.stringify(address)} leads nowhere`, () => {
      const made = link(address, "words");
      assert.deepEqual([made.localName, made.attributes, made.textContent], ["span", {}, "words"]);
    });
  }
  for (const address of ["https://a.example/x?y#z", "http://a.example/", "mailto:a@b.example"]) {
    test(`${address} tells nothing of where it comes from`, () => {
      const made = link(address, "words");
      assert.deepEqual([made.localName, made.attributes], ["a", { href: address, rel: "noopener noreferrer" }]);
    });
  }
});

describe("pictures", () => {
  const BAD = ["javascript:alert(1)", "data:text/html,x", "data:image/svg+xml,<svg/>", "data:image/svg+xml;base64,PHN2Zy8+", "DATA:IMAGE/SVG+XML,x", "data:image/png+xml,x", "data:,x", "blob:https://a.example/1", "file:///x.png", "mailto:a@b.example", "x.png", null];
  for (const address of BAD) {
    test(`${JSON.stringify(address)} is none; its description stands there`, () => {
      assert.equal(pictureAddress(address), null);
      const made = picture({ src: address, alt: "A ferry" });
      assert.deepEqual([made.localName, made.textContent], ["p", "A ferry"]);
      assert.equal(picture({ src: address }), null);
    });
  }
  for (const address of ["https://a.example/x.png", "http://a.example/x", "data:image/png;base64,AAAA", "data:image/webp,x", "data:image/avif,x", "data:image/gif,x", "data:image/jpeg,x"]) {
    test(`${address} is one, and its server learns nothing`, () => {
      assert.equal(pictureAddress(address), address);
      const [image] = picture({ src: address, alt: "A ferry", width: 3, height: 0 }).children;
      assert.deepEqual(image.attributes, { src: address, alt: "A ferry", width: "3", loading: "lazy", decoding: "async", referrerpolicy: "no-referrer" });
    });
  }
});
