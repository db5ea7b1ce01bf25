// Looking a name up: off until it is switched on, nothing sent before a click, and what comes back is text.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { standIn } from "../browser/stand-in.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const HOST = "en.wikipedia.org";
const page = (title, more) => ({
  body: {
    type: "standard",
    title,
    extract: `${title} is a harbour <b>town</b> & nothing else.`,
    content_urls: { desktop: { page: `https://${HOST}/wiki/${title}` } },
    ...more,
  },
});

/** What the stand-in says next. */
let answer;

/** On the shadow root: opens the card of the first name of a person with the keyboard's focus. */
function openCard() {
  const name = this.querySelector("article p .name[data-kind=PER]");
  name.scrollIntoView({ block: "center", behavior: "instant" });
  name.focus();
}
const card = (tab, selector) =>
  tab.reader(`function (selector) { return this.querySelector(selector)?.textContent.replace(/\\s+/g, " ").trim() ?? null; }`, selector);

inEachBrowser("looking a name up", (all, browser) => {
  let wikipedia;
  before(async () => {
    wikipedia = await standIn(all.server, HOST, (path) => answer(path));
  });
  after(() => wikipedia?.stop());

  const read = async () => {
    const tab = await all.read(story());
    await tab.press("Tab");
    await tab.reader(openCard);
    await until("the card", () => card(tab, ".card-name"));
    return tab;
  };

  test("is not offered before it was switched on", async () => {
    const tab = await read();
    assert.equal(await card(tab, ".card-lookup"), null);
    await tab.close();
    assert.equal(wikipedia.asked.length, 0);
  });

  test("switched on: the card says what is sent and where, sends it on the click only, and shows text", async () => {
    await all.browser.consent("*.wikipedia.org");
    const options = await all.browser.open(all.browser.address("pages/options.html"));
    await until("the switch", () => options.look(() => document.querySelector("[data-name=wikipedia] input") !== null));
    await options.click("[data-name=wikipedia] input");
    await until("the switch to hold", () => options.look(() => document.querySelector("[data-name=wikipedia] input").matches(":checked:enabled")));
    await options.close();

    answer = () => page("Somebody");
    const tab = await read();
    const name = await card(tab, ".card-name");
    assert.match(await card(tab, ".card-lookup .card-note"), new RegExp(`“${name}” to ${HOST.replaceAll(".", "\\.")}`));
    assert.equal(wikipedia.asked.length, 0);
    await tab.click(".card-lookup button");
    await until("the answer", () => card(tab, ".card-found"));
    assert.equal(await card(tab, ".card-found"), "Somebody is a harbour <b>town</b> & nothing else.");
    assert.match(await card(tab, ".card-lookup .card-note"), /Wikipedia: Somebody · text under CC BY-SA/);
    const link = await tab.reader(`function () { const a = this.querySelector(".card-lookup a"); return [a.href, a.rel]; }`);
    assert.deepEqual(link, [`https://${HOST}/wiki/Somebody`, "noopener noreferrer"]);

    assert.equal(wikipedia.asked.length, 1);
    const [{ path, headers }] = wikipedia.asked;
    assert.equal(path, `/api/rest_v1/page/summary/${encodeURIComponent(name.replaceAll(" ", "_"))}`);
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    await tab.close();
  });

  const answers = {
    "no such page": [() => ({ status: 404, body: {} }), /no page of this name/],
    "an error": [() => ({ status: 500, body: "" }), /did not answer/],
    "no JSON": [() => ({ body: "<html>" }), /did not answer/],
    "a link that leads elsewhere": [() => page("X", { content_urls: { desktop: { page: "https://evil.example/wiki/X" } } }), /no page of this name/],
    "a script for a link": [() => page("X", { content_urls: { desktop: { page: "javascript:alert(1)" } } }), /no page of this name/],
    "a page of several meanings": [() => page("X", { type: "disambiguation" }), /several things.*Wikipedia: X/],
  };
  for (const [name, [given, words]] of Object.entries(answers)) {
    test(`${name}: said in words`, async () => {
      answer = given;
      const tab = await read();
      await tab.click(".card-lookup button");
      await until("the words", async () => words.test((await card(tab, ".card-lookup")) ?? ""));
      await tab.close();
    });
  }

  test("switched off again, the card offers nothing", async () => {
    const options = await all.browser.open(all.browser.address("pages/options.html"));
    await until("the switch", () => options.look(() => document.querySelector("[data-name=wikipedia] input")?.checked));
    await options.click("[data-name=wikipedia] input");
    await until("the switch to hold", () => options.look(() => document.querySelector("[data-name=wikipedia] input").matches(":enabled:not(:checked)")));
    // What Chromium's own page of extensions has given stays.
    if (browser === "firefox") {
      const allowed = await options.look(() => Cu.waiveXrays(window).browser.permissions.contains(Cu.cloneInto({ origins: ["https://*.wikipedia.org/*"] }, window)));
      assert.equal(allowed, false, "the browser's permission is given back");
    }
    await options.close();
    const tab = await read();
    assert.equal(await card(tab, ".card-lookup"), null);
    await tab.close();
  });
}, { insecure: true });
