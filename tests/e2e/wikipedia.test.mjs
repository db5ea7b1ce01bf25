// What is sent to Wikipedia, and when, without a browser: what stands for `fetch` writes down each request.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

const kept = {};
let allowed;
let asked;
let answer;
globalThis.chrome = {
  storage: {
    local: { get: async () => kept },
    session: { get: async () => ({}) },
    onChanged: { addListener() {} },
  },
  permissions: { contains: async ({ origins }) => allowed && origins.join() === "https://*.wikipedia.org/*" },
};
globalThis.fetch = async (address, init) => {
  asked.push({ address, init });
  return answer();
};
// Node's own came later than the browsers'.
URL.parse ??= (address, base) => (URL.canParse(address, base) ? new URL(address, base) : null);
const { canLookUp, lookup } = await import("../../extension/background/wikipedia.js");

const OPEN = { tab: { id: 1, incognito: false }, url: "https://news.example.org/2026/a-story?x=1" };
const PRIVATE = { ...OPEN, tab: { id: 2, incognito: true } };
const found = (body) => ({ status: 200, ok: true, json: async () => body });
const entry = (parts) => ({
  title: "Tarn", extract: "A harbour town.", content_urls: { desktop: { page: "https://en.wikipedia.org/wiki/Tarn" } }, ...parts,
});
const ask = (parts = {}, sender = OPEN) => lookup({ name: "Ingrid Solheim", lang: "en", ...parts }, sender);

beforeEach(() => {
  kept["setting:wikipedia"] = true;
  allowed = true;
  asked = [];
  answer = () => found(entry());
});

describe("nothing is sent", () => {
  const refuses = async (parts, sender) => {
    assert.deepEqual(await ask(parts, sender), { ok: false, code: "off" });
    assert.deepEqual(asked, []);
  };

  test("while it is off, though the browser would allow it", async () => {
    kept["setting:wikipedia"] = false;
    assert.equal(await canLookUp(OPEN), false);
    await refuses();
  });

  test("where the browser's permission was taken back", async () => {
    allowed = false;
    assert.equal(await canLookUp(OPEN), false);
    await refuses();
  });

  test("from a private window", async () => {
    assert.equal(await canLookUp(PRIVATE), false);
    await refuses({}, PRIVATE);
  });

  test("that is no name, or longer than one", async () => {
    for (const name of ["", "   ", 7, null, undefined, ["Tarn"], "..", "x".repeat(121)]) await refuses({ name });
  });
});

describe("what is sent", () => {
  test("is the name alone, without cookies and without the page's address", async () => {
    await ask({ name: " Ingrid Solheim " });
    const [{ address, init }] = asked;
    assert.equal(asked.length, 1);
    assert.equal(address, "https://en.wikipedia.org/api/rest_v1/page/summary/Ingrid_Solheim");
    const { signal, ...plain } = init;
    assert.deepEqual(plain, { credentials: "omit", referrerPolicy: "no-referrer", headers: { accept: "application/json" } });
    assert.ok(signal instanceof AbortSignal);
  });

  test("goes to the Wikipedia of the text's language, whatever a page calls its language", async () => {
    const hosts = { "de-AT": "de", en: "en", "": "en", "evil.example/": "en", "x@evil.example#": "en", "no such": "en", 7: "en" };
    for (const [lang, host] of Object.entries(hosts)) {
      await ask({ lang });
      assert.equal(new URL(asked.at(-1).address).hostname, `${host}.wikipedia.org`, lang);
    }
  });

  test("stays one part of a path, whatever the name holds", async () => {
    for (const name of ["../../../evil", "a/b", "a?b=c", "a#b", "a\\b", "50 % more"]) {
      await ask({ name });
      const { pathname, search, hash, host } = new URL(asked.at(-1).address);
      assert.deepEqual([host, search, hash], ["en.wikipedia.org", "", ""], name);
      assert.equal(pathname.split("/").length, 6, name);
    }
  });
});

describe("what comes back", () => {
  test("is text, cut to a length, with a link into that Wikipedia only", async () => {
    answer = () => found(entry({ title: "t".repeat(500), extract: "e".repeat(5000) }));
    const { ok, title, text, page, several } = await ask();
    assert.deepEqual([ok, title.length, text.length, page, several], [true, 120, 1200, "https://en.wikipedia.org/wiki/Tarn", false]);
    for (const page of ["https://evil.example/wiki/Tarn", "http://en.wikipedia.org/wiki/Tarn", "javascript:alert(1)", "", undefined, 7]) {
      answer = () => found(entry({ content_urls: { desktop: { page } } }));
      assert.deepEqual(await ask(), { ok: false, code: "none" }, String(page));
    }
  });

  test("is refused where it is nothing that can be shown, and said", async () => {
    const cases = [
      [() => found(null), "none"],
      [() => found(entry({ extract: 7 })), "none"],
      [() => ({ status: 404, ok: false }), "none"],
      [() => ({ ...found(entry()), status: 503, ok: false }), "failed"],
      [() => Promise.reject(new TypeError("network")), "failed"],
      [() => ({ status: 200, ok: true, json: () => Promise.reject(new SyntaxError("no JSON")) }), "failed"],
    ];
    for (const [given, code] of cases) {
      answer = given;
      assert.deepEqual(await ask(), { ok: false, code });
    }
  });
});
