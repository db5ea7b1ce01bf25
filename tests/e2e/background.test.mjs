// What the background answers, and whom; what the toolbar button says. Without a browser.

import assert from "node:assert/strict";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { ID, StandIn } from "../browser/background.mjs";

const URL_ = "https://news.example/story";
const TAB = { id: 7, url: URL_, incognito: false };
const sender = (more = {}) => ({ id: ID, frameId: 0, tab: TAB, url: URL_, ...more });
const WIRE = { url: URL_, names: "html", text: "", ints: Buffer.from(new Uint8Array(12)).toString("base64") };
const CORRECTION = { like: "p.more", belongs: true };
const NOT_ASKED = { ok: false, code: "not-asked" };

const unhandled = [];
process.on("unhandledRejection", (error) => unhandled.push(error));

let browser;
beforeEach(async () => {
  browser = new StandIn();
  await browser.start();
});
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await browser.end();
  assert.deepEqual(unhandled.splice(0), []);
});

const ask = (message, from = sender()) => browser.send(message, from);

/** A click, and a reader that opens under a number. */
async function open(opening = 100) {
  const clicked = browser.click(TAB);
  assert.ok((await ask({ type: "settings", opening })).settings);
  await clicked;
}

describe("names", () => {
  const analyze = (more) => ask({ type: "analyze", opening: 100, wire: WIRE, ...more });

  beforeEach(async () => {
    const { engine } = browser;
    engine.analyze = () => ({ status: "article", flow: [], ...(engine.added.includes("en") ? { actors: [{ name: "Ada Lund" }] } : { needs: ["en"], actors: [] }) });
    await open();
  });

  test("an article does not wait for them; who asks for them gets them when they can be read", async () => {
    const { file } = browser;
    const coming = [];
    browser.file = (address) => (address.includes("/names/") ? new Promise((come) => coming.push(() => come(file()))) : file());
    assert.deepEqual((await analyze()).plan.actors, []);
    const second = analyze({ named: true });
    assert.equal(await Promise.race([second, new Promise((done) => setTimeout(done, 30, "waits"))]), "waits");
    for (const come of coming) come();
    assert.deepEqual((await second).plan.actors, [{ name: "Ada Lund" }]);
    assert.deepEqual(browser.engine.added, ["en"], "read once");
    assert.deepEqual((await analyze()).plan.actors, [{ name: "Ada Lund" }], "from then on at once");
  });

  test("a pack that is not there is asked for once, and the article stays", async () => {
    let asked = 0;
    const { file } = browser;
    browser.file = (address) => (address.includes("/names/") ? { ok: ++asked === 0 } : file());
    const coming = [];
    for (const named of [false, true, true, false]) {
      const answer = await analyze({ named });
      assert.deepEqual(answer.plan.needs, ["en"]);
      coming.push(answer.coming);
    }
    assert.equal(asked, 2, "its two files");
    assert.deepEqual(coming, [true, false, false, false], "what is lost is not waited for");
  });
});

describe("who is answered", () => {
  test("nobody but the extension's own script in the page itself", async () => {
    await open();
    const strangers = [{ id: "another" }, { id: undefined }, { frameId: 3 }, { frameId: undefined }, { tab: undefined }];
    for (const stranger of strangers) {
      assert.equal(await ask({ type: "analyze", opening: 100, wire: WIRE }, sender(stranger)), "none", JSON.stringify(stranger));
    }
    for (const message of [null, undefined, "analyze", {}, { type: "nothing" }, { type: "__proto__" }, { type: "toString" }, { type: "constructor" }]) {
      assert.equal(await ask(message), "none");
    }
    assert.equal(browser.engine.analyzed.length, 0);
  });

  const everything = {
    analyze: { wire: WIRE },
    export: { wire: WIRE, format: "markdown" },
    script: { name: "tools" },
    set: { changes: { theme: "dark" } },
    correct: CORRECTION,
    lookup: { name: "Greta Lund", lang: "en" },
    options: {},
    settings: {},
  };

  for (const [type, more] of Object.entries(everything)) {
    test(`'${type}' only for the reader that is open in a tab that was clicked on`, async () => {
      assert.deepEqual(await ask({ type, opening: 100, ...more }), NOT_ASKED, "nobody clicked");
      await open(100);
      const before = structuredClone([browser.done, [...browser.local], browser.engine.analyzed.length, browser.engine.exported.length]);
      const another = sender({ tab: { ...TAB, id: 8 } });
      for (const [opening, from] of [[99, sender()], [101, sender()], [undefined, sender()], ["100", sender()], [NaN, sender()], [100, another]]) {
        assert.deepEqual(await ask({ type, opening, ...more }, from), NOT_ASKED, `opening ${opening} in tab ${from.tab.id}`);
      }
      assert.deepEqual([browser.done, [...browser.local], browser.engine.analyzed.length, browser.engine.exported.length], before);
      assert.notDeepEqual(await ask({ type, opening: 100, ...more }), NOT_ASKED);
      await ask({ type: "closed", opening: 100 });
      assert.deepEqual(await ask({ type, opening: 100, ...more }), NOT_ASKED, "the reader was closed");
    });
  }

  test("one request of a reader at a time", async () => {
    await open();
    const [first, second] = await Promise.all([1, 2].map(() => ask({ type: "analyze", opening: 100, wire: WIRE })));
    assert.equal(first.ok, true);
    assert.deepEqual(second, NOT_ASKED);
    assert.equal((await ask({ type: "analyze", opening: 100, wire: WIRE })).ok, true);
  });

  test("a background that was stopped answers the reader that is still open", async () => {
    await open();
    await browser.start();
    assert.equal((await ask({ type: "analyze", opening: 100, wire: WIRE })).ok, true);
    assert.deepEqual(await ask({ type: "analyze", opening: 101, wire: WIRE }), NOT_ASKED);
  });

  test("a site opens by itself only where that was allowed", async () => {
    await ask({ type: "auto" });
    assert.deepEqual(browser.done.injected, []);
  });
});

describe("what is taken", () => {
  const asked = (wire) => ask({ type: "analyze", opening: 100, wire });

  test("a captured page, and nothing of another shape", async () => {
    await open();
    const bad = [undefined, null, "", [], {}, { ...WIRE, url: 1 }, { ...WIRE, names: null }, { ...WIRE, text: {} }, { ...WIRE, ints: [1] }, { ...WIRE, ints: "!" }, { ...WIRE, ints: "AAAA" }];
    for (const wire of bad) assert.equal((await asked(wire)).code, "wire-layout", JSON.stringify(wire));
    assert.equal(browser.engine.analyzed.length, 0);
    assert.equal((await asked(WIRE)).ok, true);
    const [{ wire }] = browser.engine.analyzed;
    assert.deepEqual([wire.url, wire.ints], [URL_, new Uint32Array(3)]);
  });

  test("no page over eight million characters", async () => {
    await open();
    assert.equal((await asked({ ...WIRE, text: "x".repeat((8 << 20) + 1) })).code, "page-too-large");
    assert.equal(browser.engine.analyzed.length, 0);
    assert.equal((await asked({ ...WIRE, text: "x".repeat(7 << 20) })).ok, true);
  });

  test("corrections of this page count over those that are kept, and only those that are corrections", async () => {
    await open();
    await ask({ type: "correct", opening: 100, ...CORRECTION });
    const corrections = [{ like: "p.ad", belongs: false }, { like: 5 }, null, "x", { like: "p.x", belongs: "yes" }];
    for (const [type, calls] of [["analyze", browser.engine.analyzed], ["export", browser.engine.exported]]) {
      await ask({ type, opening: 100, wire: WIRE, format: "json", corrections });
      assert.deepEqual(calls[0].options.corrections, [CORRECTION, { like: "p.ad", belongs: false }]);
      await ask({ type, opening: 100, wire: WIRE, format: "json", corrections: "p" });
      assert.deepEqual(calls[1].options.corrections, [CORRECTION]);
    }
  });
});

describe("an engine that traps", () => {
  test("is said, thrown away and made anew", async () => {
    await open();
    const { analyze } = browser.engine;
    browser.engine.analyze = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
    assert.equal((await ask({ type: "analyze", opening: 100, wire: WIRE })).code, "engine-failed");
    browser.engine.analyze = analyze;
    assert.equal((await ask({ type: "analyze", opening: 100, wire: WIRE })).ok, true);
    assert.deepEqual([browser.engine.resets, browser.engine.made], [1, 2]);
  });
});

describe("the toolbar button", () => {
  const analyze = (opening = 100) => ask({ type: "analyze", opening, wire: WIRE });

  test("counts, and is clean after closing", async () => {
    await open();
    await analyze();
    assert.deepEqual(browser.badge(7), { text: "1", title: "actionFlags_one" });
    await ask({ type: "closed", opening: 100 });
    assert.deepEqual(browser.badge(7), { text: "", title: "actionOpen" });
  });

  test("counts nothing for a reader that was closed meanwhile", async () => {
    await open();
    const answer = analyze();
    await ask({ type: "closed", opening: 100, how: "click" });
    await answer;
    assert.equal(browser.badge(7).text, "");
  });

  test("what an older reader says last changes nothing for the one that is open", async () => {
    await open(100);
    await open(200);
    await analyze(200);
    await ask({ type: "closed", opening: 100 });
    assert.equal(browser.badge(7).text, "1");
    assert.equal((await analyze(200)).ok, true);
    assert.deepEqual(await analyze(100), NOT_ASKED);
  });

  test("as many clicks as one likes: an even number leaves nothing, an odd one a reader", async () => {
    for (const clicks of [2, 3, 20, 21]) {
      let opening = 0;
      let number = clicks * 1000;
      // What content/main.js does: opens, or closes what is open.
      browser.inject = async () => {
        if (opening) {
          ask({ type: "closed", opening, how: "click" });
          opening = 0;
        } else {
          opening = number += 1;
          ask({ type: "settings", opening }).then(() => analyze(number));
        }
      };
      await Promise.all(Array.from({ length: clicks }, () => browser.click(TAB)));
      await new Promise((resolve) => setTimeout(resolve, 30));
      assert.equal(browser.badge(7).text, clicks % 2 ? "1" : "", `${clicks} clicks`);
      if (clicks % 2) await browser.click(TAB);
    }
  });

  for (const [how, title] of [["taken", "actionTaken"], ["failed", "actionFailed"]]) {
    test(`says that the reader was ${how}`, async () => {
      await open();
      await ask({ type: "closed", opening: 100, how });
      assert.deepEqual(browser.badge(7), { text: "!", title });
    });
  }

  test("says that a document is none that can be read", async () => {
    const clicked = browser.click(TAB);
    await ask({ type: "closed", opening: 100, how: "refused" });
    await clicked;
    assert.deepEqual([browser.badge(7), browser.done.refused], [{ text: "!", title: "actionRefused" }, [7]]);
  });

  test("says that no script may run, and does so for a page of the browser's own at once", async () => {
    browser.inject = async () => {
      throw new Error("Cannot access contents of the page");
    };
    await browser.click(TAB);
    await browser.click({ id: 9, url: "chrome://version" });
    assert.deepEqual([7, 9].map((id) => browser.badge(id).title), ["actionRefused", "actionRefused"]);
    browser.inject = async () => {};
    await open();
  });

  test("says that nothing came of a click", async () => {
    await browser.click(TAB);
    assert.deepEqual(browser.badge(7), { text: "!", title: "actionFailed" });
  });

  test("says that the page went away while it was read", async () => {
    await open();
    const answer = analyze();
    await ask({ type: "left", opening: 100 });
    await answer;
    assert.deepEqual(browser.badge(7), { text: "!", title: "actionFailed" });
  });

  test("a tab that closes in the middle is no error", async () => {
    await open();
    const answer = analyze();
    browser.close(7);
    await answer;
    await browser.click(TAB);
    browser.inject = async (id) => browser.close(id);
    await browser.click({ ...TAB, id: 8 });
    await browser.click({ id: 8, url: "about:blank" });
  });
});

after(() => process.removeAllListeners("unhandledRejection"));
