// The schema of the settings, without a browser: defaults, what is valid, what an import may hold.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SCHEMA, exported, hostOf, imported, isCorrection, isValid, settingsFrom } from "../../extension/settings.js";

const DEFAULTS = settingsFrom(undefined);

describe("settings", () => {
  test("every default is valid, and stands on a step of its range", () => {
    for (const [name, entry] of Object.entries(SCHEMA)) {
      assert.ok(isValid(name, DEFAULTS[name]), name);
      if (entry.kind !== "range") continue;
      const steps = (entry.initial - entry.min) / entry.step;
      assert.ok(Math.abs(steps - Math.round(steps)) < 1e-9, name);
    }
  });

  test("what is stored wrongly has its default, the rest is kept", () => {
    const stored = { theme: "neon", size: "150", width: 900, lineHeight: Number.NaN, font: "sans", names: 1, extra: true };
    assert.deepEqual(settingsFrom(stored), { ...DEFAULTS, font: "sans" });
    for (const broken of [null, 7, "x", []]) assert.deepEqual(settingsFrom(broken), DEFAULTS);
  });

  test("what was a switch means the same as a choice, in the store and in a file", () => {
    assert.deepEqual([settingsFrom({ names: false }).names, settingsFrom({ names: true }).names], ["none", "main"]);
    const file = JSON.stringify({ format: "copydesk-settings", version: 1, settings: { names: false }, sites: {} });
    assert.equal(imported(file).settings.names, "none");
  });

  test("no name of an object's own is a setting", () => {
    for (const name of ["constructor", "__proto__", "toString", "nothing"]) assert.equal(isValid(name, true), false, name);
  });

  test("the spacing that WCAG 1.4.12 asks for can be set", () => {
    for (const [name, value] of [["lineHeight", 1.5], ["paragraphSpacing", 2], ["letterSpacing", 0.12], ["wordSpacing", 0.16]]) {
      assert.ok(isValid(name, value), name);
      const { min, step } = SCHEMA[name];
      const steps = (value - min) / step;
      assert.ok(Math.abs(steps - Math.round(steps)) < 1e-9, name);
    }
  });
});

describe("sites", () => {
  test("a site is kept by its host; a page of no site is not", () => {
    assert.equal(hostOf("https://news.example.org:8443/a/b?c#d"), "news.example.org");
    for (const none of ["file:///home/page.html", "about:blank", "chrome://settings", "", undefined, "no address"]) {
      assert.equal(hostOf(none), null, String(none));
    }
  });

  test("a page cannot fill the store: corrections are short", () => {
    assert.equal(isCorrection({ like: "x".repeat(5000), belongs: true }), false);
    assert.equal(isCorrection({ like: "x", belongs: "yes" }), false);
    assert.equal(isCorrection({ like: "x", belongs: true, label: {} }), false);
  });
});

describe("export and import", () => {
  const sites = { "news.example.org": { autoOpen: true, corrections: [{ like: "p:read more", belongs: true, label: "related-link" }] } };

  test("what was exported can be imported", () => {
    const settings = { ...DEFAULTS, theme: "sepia", size: 140 };
    assert.deepEqual(imported(exported(settings, sites)), { settings, sites });
  });

  const file = (parts) => JSON.stringify({ format: "copydesk-settings", version: 1, ...parts });
  const wrong = {
    "no JSON": ["{", "importNotJson", ""],
    "a list": ["[]", "importOther", ""],
    "a file of something else": [`{"format":"other"}`, "importOther", ""],
    "a later version": [file({ version: 2 }), "importVersion", "2"],
    "a value out of range": [file({ settings: { size: 5000 } }), "importValue", "size"],
    "a setting that is none": [file({ settings: { constructor: true } }), "importValue", "constructor"],
    "sites that are a list": [file({ sites: [] }), "importValue", "sites"],
    "a host that is none": [file({ sites: { "news.example.org/path": {} } }), "importValue", "news.example.org/path"],
    "a host with a port": [file({ sites: { "news.example.org:8443": {} } }), "importValue", "news.example.org:8443"],
    "a host that is a part of an address": [file({ sites: { "user@news.example.org": {} } }), "importValue", "user@news.example.org"],
    "a correction without a key": [file({ sites: { "a.example": { corrections: [{ belongs: true }] } } }), "importValue", "a.example"],
    "corrections that are no list": [file({ sites: { "a.example": { corrections: 7 } } }), "importValue", "a.example"],
  };
  for (const [name, [text, code, value]] of Object.entries(wrong)) {
    test(`${name} is refused, and the place is named`, () => {
      assert.throws(() => imported(text), (error) => error.code === code && error.value === value);
    });
  }
});
