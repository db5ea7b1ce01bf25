// The landing page: what it shows, that it works without a network and from any folder of any host; and its
// playground, the same engine and view on what is pasted, dropped or taken from the samples.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readReader, useTool } from "../browser/reader.mjs";
import { Server } from "../browser/server.mjs";
import { ROOT, fixture, inEachBrowser, stage } from "./stage.mjs";

const AXE = readFileSync(join(ROOT, "tests/node_modules/axe-core/axe.min.js"), "utf8");
const BUILT = join(ROOT, "target/www");

const all = stage();

describe("the landing page", () => {
  test("says what it does in one screen, with a picture of the real thing", async () => {
    const page = await all.browser.open(new URL("index.html", all.server.folder("www", BUILT)).href);
    await page.resize(1280, 800);
    const seen = await page.inPage(async () => {
      const picture = document.querySelector(".opening img");
      await picture.decode();
      const inSight = (element) => element.getBoundingClientRect().bottom <= innerHeight;
      return [...document.querySelectorAll(".opening h1, .opening li, .opening .button, .opening img")].filter((each) => !inSight(each)).map((each) => each.textContent || each.src);
    });
    assert.deepEqual(seen, []);
    await page.resize(360, 740);
    assert.ok(await page.inPage(() => document.documentElement.scrollWidth <= innerWidth), "nothing to scroll sideways on a telephone");
    await page.close();
  });

  test("asks for nothing but small files until somebody turns to the form", async () => {
    const page = await all.browser.open(new URL("index.html", all.server.folder("www", BUILT)).href);
    // What the page's worker asks for does not stand in the page's own list.
    await page.inPage(() => navigator.serviceWorker.ready.then(() => true));
    const asked = () => all.server.log.map(({ url }) => url).filter((url) => url.includes("/engine/"));
    assert.deepEqual(asked(), []);
    await page.inPage(() => document.getElementById("source").focus());
    await until("the engine", async () => asked().some((url) => url.endsWith("copydesk_bg.wasm")));
    await page.close();
  });

  test("runs no script but its own and asks nobody else, whatever gets into it", async () => {
    const page = await all.browser.open(new URL("index.html", all.server.folder("www", BUILT)).href);
    const seen = await page.inPage(async () => {
      const refused = new Set();
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.add(effectiveDirective));
      try {
        document.head.append(Object.assign(document.createElement("script"), { textContent: "globalThis.ran = true" }));
      } catch {
        // A browser with trusted types takes no text for a script at all.
      }
      const picture = Object.assign(new Image(), { src: "https://elsewhere.example/picture.png" });
      await Promise.allSettled([fetch("https://elsewhere.example/"), picture.decode()]);
      // What was refused is told in a task of its own.
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { ran: globalThis.ran === true, refused: ["connect-src", "img-src"].filter((each) => refused.has(each)) };
    });
    assert.deepEqual(seen, { ran: false, refused: ["connect-src", "img-src"] });
    await page.close();
  });

  test("works without a network once a story was read in it, names too, from a folder of a host", async () => {
    const own = await Server.start();
    const url = new URL("index.html", own.folder("where", BUILT)).href;
    const read = async () => {
      const page = await all.browser.open(url);
      await until("the worker", () => page.inPage(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)));
      await page.inPage(() => document.getElementById("sample").click());
      await page.waitForReader();
      assert.match((await readReader(page)).title, /^Ferry returns to Tarn Sound/);
      await until("the names", () => page.reader(`function () { return this.querySelector("article p .name") !== null; }`));
      await page.close();
    };
    await read();
    await own.stop();
    await read();
  });

  test("names no address but those of its own files", () => {
    const texts = readdirSync(BUILT).filter((file) => /\.(html|css)$/.test(file)).map((file) => readFileSync(join(BUILT, file), "utf8"));
    const addresses = texts.flatMap((text) => [...text.matchAll(/(?:href|src)="([^"#]+)|url\(([^)]+)/g)].map(([, a, b]) => a ?? b));
    assert.ok(addresses.length > 5);
    assert.deepEqual(addresses.filter((address) => /^\/|:/.test(address)), []);
  });
});

inEachBrowser("axe finds nothing on the landing page", (each) => {
  for (const width of [1280, 360]) {
    test(`${width} px wide`, async () => {
      const page = await each.browser.open(new URL("index.html", each.server.folder("www", BUILT)).href);
      await page.resize(width, 800);
      const found = await page.look(`async function () {
        ${AXE}
        const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
        return violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ")).join(" | "));
      }`);
      assert.deepEqual(found, []);
      await page.close();
    });
  }
});

describe("the playground", () => {
  let url;
  before(() => (url = new URL("index.html", all.server.folder("www", join(ROOT, "target/www"))).href));

  /** Puts a text into the field and reads it; gives the tab. */
  async function read(text, state = "article") {
    const page = await all.browser.open(url);
    await page.inPage((value) => {
      document.getElementById("source").value = value;
      document.getElementById("form").requestSubmit();
    }, text);
    await page.waitForReader(state);
    return page;
  }

  test("pasted HTML is read, and nothing in it runs or is asked for", async () => {
    const trap = `<img src="https://elsewhere.example/a.png" onerror="document.title = 'ran'"><script>document.title = 'ran'</script>`;
    const page = await read(fixture("story.html").replace("</article>", () => `${trap}</article>`));
    const shown = await readReader(page);
    assert.match(shown.title, /^Ferry returns to Tarn Sound/);
    assert.ok(shown.blocks.length > 10);
    assert.ok(shown.marks > 5);
    assert.notEqual(await page.inPage(() => document.title), "ran");
    const origin = new URL(url).origin;
    assert.deepEqual(page.requests.filter((request) => new URL(request.url).origin !== origin), []);
    await page.close();
  });

  test("a line of the head is shown where neither the site nor an author is known", async () => {
    const text = [
      "The boat with the mail came in at noon on Monday, three hours late, after a night of wind on the outer banks that had kept it at anchor.",
      "Two men carried the bags up to the office, where the postmistress had kept the stove going since the early morning, for nobody knew when.",
      "The next one is to leave on Thursday. The company says that it will send the larger of its two boats if the wind does not turn before.",
    ];
    const html = `<article><h1>Boat comes in at noon with the mail</h1><p class="byline">Updated on Tuesday</p>${text.map((each) => `<p>${each}</p>`).join("")}</article>`;
    const page = await read(`<!doctype html><html lang="en"><title>Boat comes in at noon with the mail</title>${html}`);
    assert.deepEqual(await page.reader(`function () { return [...this.querySelectorAll(".head .byline")].map((each) => each.textContent); }`), ["Updated on Tuesday"]);
    await page.close();
  });

  test("what was copied from a page is read with its headings, until its text is changed", async () => {
    const read = async (change) => {
      const page = await all.browser.open(url);
      const words = await page.inPage((isChanged) => {
        const field = document.getElementById("source");
        const lines = ["Ferry back at noon", "The mayor spoke on Tuesday of the ferry, which had been away for eleven months while the slipway was built anew after the storm of last winter.", "What comes next", "The council meets again in the spring to say who pays for it, and until then the harbour dues for the fishing boats stay where they are."];
        const data = new DataTransfer();
        data.setData("text/html", `<h1>${lines[0]}</h1><p>${lines[1]}</p><h2>${lines[2]}</h2><p>${lines[3]}</p>`);
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data }));
        field.value = lines.join("\n\n");
        return new Promise((done) => setTimeout(() => {
          if (isChanged) field.value += " So it is said.";
          const words = document.getElementById("status").textContent;
          document.getElementById("form").requestSubmit();
          done(words);
        }, 50));
      }, change);
      await page.waitForReader();
      const shown = await readReader(page);
      await page.close();
      return { words, kinds: shown.blocks.map((block) => block.kind), title: shown.title };
    };
    const copied = await read(false);
    assert.match(copied.words, /with its headings/);
    assert.equal(copied.title, "Ferry back at noon");
    assert.ok(copied.kinds.includes("h2"), copied.kinds.join());
    assert.ok(!(await read(true)).kinds.includes("h2"));
  });

  test("a pasted address is said to be one, with what to do", async () => {
    const page = await all.browser.open(url);
    await page.inPage(() => {
      document.getElementById("source").value = " https://news.example/story.html ";
      document.getElementById("form").requestSubmit();
    });
    await until("the words", () => page.inPage(() => /That is an address/.test(document.getElementById("status").textContent)));
    assert.equal(await page.reader("function () { return true; }"), null);
    await page.close();
  });

  test("a second text that cannot be read leaves the first story open and says so", async () => {
    const page = await all.browser.open(url);
    await page.inPage(() => {
      document.getElementById("source").value = "The mayor spoke on Tuesday.\n\nShe said that the pier would stay.";
      document.getElementById("other").value = `<div>${"<b>x</b>".repeat(210_000)}</div>`;
      document.getElementById("form").requestSubmit();
    });
    await page.waitForReader();
    await until("the words", () => page.inPage(() => /second text could not be read/.test(document.getElementById("status").textContent)));
    assert.match((await readReader(page)).blocks.map((block) => block.text).join(" "), /pier would stay/);
    await page.close();
  });

  test("pasted text is read line by line", async () => {
    const page = await read("The mayor spoke on Tuesday.\n\nRead more: Five things about the harbour");
    const shown = await readReader(page);
    assert.deepEqual(shown.blocks.map((block) => block.text), ["The mayor spoke on Tuesday."]);
    assert.equal(shown.flags[0].label, "related-link");
    await page.close();
  });

  test("a text in another language is read with the pack of its names, one without a pack says so", async () => {
    const names = `function () { return [...this.querySelectorAll(".who-full, .who-note")].map((part) => part.textContent).filter(Boolean).join(); }`;
    const found = async (text) => {
      const page = await read(text);
      await useTool(page, "who");
      const said = await until("the panel", () => page.reader(names));
      await page.close();
      return said;
    };
    assert.match(await found("La alcaldesa de Zaragoza, Carmen Ibáñez, anunció el lunes que el puente sobre el Ebro seguirá cerrado al menos dos años, hasta que terminen las obras."), /Carmen Ibáñez/);
    assert.equal(await found("Η δήμαρχος Πάτρας ανακοίνωσε τη Δευτέρα ότι η παλιά γέφυρα θα παραμείνει κλειστή για δύο χρόνια, μέχρι να ολοκληρωθούν τα έργα."), "Names in Greek are not recognised yet.");
  });

  test("the tools are there: who is in it, and the text as a file; not what needs a page", async () => {
    const page = await read(fixture("story.html"));
    assert.equal(await page.reader(`function () { return this.querySelector('[data-tool="page"]'); }`), null);
    await useTool(page, "who");
    await until("the panel", () => page.reader(`function () { return this.querySelectorAll("li.who").length > 5; }`));
    await page.press("Escape");
    await useTool(page, "save");
    await until("the panel", () => page.reader(`function () { return this.querySelector(".save-act") !== null; }`));
    await page.click(".save-list li:first-child button");
    await until("the copy", () => page.reader(`function () { return this.querySelector(".save-result").textContent === "Copied"; }`));
    assert.match(await all.browser.clipboard(page), /^# Ferry returns to Tarn Sound/);
    await page.close();
  });

  test("Esc goes back to the field", async () => {
    const page = await read("The mayor spoke on Tuesday.");
    await page.press("Escape");
    await page.waitForClosed();
    assert.equal(await page.inPage(() => document.activeElement.id), "source");
    await page.close();
  });

  test("a page without text gets a message", async () => {
    const page = await read("<html><body><script>1</script></body></html>", "message");
    await page.close();
  });
});
