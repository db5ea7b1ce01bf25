// The extension's own pages: all settings, what is kept for sites, sites that open by themselves, the
// first-run page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { fixture, inEachBrowser, stage, story } from "./stage.mjs";

const HOST = "127.0.0.1";
const text = (page, selector) =>
  page.look(`(selector) => document.querySelector(selector)?.textContent.replace(/\\s+/g, " ").trim() ?? null`, selector);
const status = (page, pattern) =>
  until(`the status ${pattern}`, async () => pattern.test((await text(page, "#status")) ?? "") && text(page, "#status"));
const theme = (page) => page.reader(`function () { return this.querySelector("dialog")?.dataset.theme; }`);

/** What the browser lets the extension see. */
const origins = (all) => all.browser.background(async () => (await chrome.permissions.getAll()).origins ?? []);

/** Hands a file to the page as the file dialog would. */
function choose(content) {
  const files = new DataTransfer();
  files.items.add(new File([content], "settings.json", { type: "application/json" }));
  const picker = document.querySelector("input[type=file]");
  picker.files = files.files;
  picker.dispatchEvent(new Event("change"));
}

inEachBrowser("the page of all settings", (all, name) => {
  const options = async (hash = "") => {
    const page = await all.browser.open(all.browser.address(`pages/options.html${hash}`));
    await until("the page", async () => (await text(page, "#sites")) && (await text(page, "#data")));
    return page;
  };
  const file = (parts) => JSON.stringify({ format: "copydesk-settings", version: 1, ...parts });

  test("installing opens the first-run page", () => {
    assert.equal(all.browser.greeting, all.browser.address("pages/welcome.html"));
  });

  test("the first-run page says three things with a picture each, and leads to the settings", async () => {
    const page = await all.browser.open(all.browser.address("pages/welcome.html"));
    await until("the words", () => text(page, "#keys"));
    const steps = await page.look(() =>
      [...document.querySelectorAll(".steps li")].map((step) => [
        step.querySelector("svg").getBoundingClientRect().height > 80,
        step.querySelector("h2").textContent.length > 5,
        step.querySelector("p").textContent.length > 20,
      ]),
    );
    assert.deepEqual(steps, [[true, true, true], [true, true, true], [true, true, true]]);
    assert.match(await text(page, "#keys"), /Shift\+Y/);
    assert.match(await text(page, "#pin"), name === "firefox" ? /gear/ : /pin/);
    await page.click("#more button");
    await until("the settings", async () => (await all.browser.addresses()).some((url) => url.endsWith("pages/options.html")));
    await page.close();
  });

  test("the first-run page leads to a sample story, and there the button of the toolbar and the one on the page open the reader", async () => {
    const welcome = await all.browser.open(all.browser.address("pages/welcome.html"));
    await until("the way there", () => text(welcome, "a.try"));
    assert.match(await welcome.look(() => document.querySelector("a.try").href), /pages\/sample\.html$/);
    await welcome.close();
    const page = await all.browser.open(all.browser.address("pages/sample.html"));
    await until("the button", () => text(page, ".try"));
    await page.click(".try");
    await page.waitForReader();
    assert.match(await page.reader(`function () { return this.querySelector("h1.title").textContent; }`), /^Ferry returns to Tarn Sound/);
    await page.click('.tool[data-tool="who"]');
    await until("the tools", () => page.reader(`function () { return this.querySelector("li.who") !== null; }`));
    await page.press("Escape");
    await page.press("Escape");
    await page.waitForClosed();
    await page.clickAction();
    await page.waitForReader();
    await page.clickAction();
    await page.waitForClosed();
    assert.deepEqual(page.problems ?? [], []);
    await page.close();
  });

  test("what is set here holds in the reader, an open one included", async () => {
    const reader = await all.read(story());
    const page = await options();
    await page.click('.choice-theme [data-value="sepia"] input');
    await until("the open reader to follow", async () => (await theme(reader)) === "sepia");
    assert.equal(await page.look(() => getComputedStyle(document.body).backgroundColor), "rgb(245, 236, 217)");
    await page.close();
    await reader.close();
    const next = await all.read(story());
    assert.equal(await theme(next), "sepia");
    await next.close();
  });

  test("the preview shows what each setting does, names and lines too, and every measure has its unit", async () => {
    const page = await options();
    const seen = () => page.look(() => {
      const lines = [...document.querySelectorAll("#sample .name")].map((each) => getComputedStyle(each).textDecorationLine);
      return { marked: lines.filter((line) => line === "underline").length, names: lines.length, flags: document.querySelectorAll("#sample .flag").length };
    });
    const before = await seen();
    assert.deepEqual(before, { marked: 2, names: 4, flags: 1 });
    await page.click('.choice-names [data-value="all"] input');
    await until("all names", async () => (await seen()).marked === 4);
    await page.click('.choice-keenness [data-value="keen"] input');
    await until("another line", async () => (await seen()).flags === 2);
    const units = await page.look(() => [...document.querySelectorAll("output")].map((each) => each.textContent));
    assert.deepEqual(units, ["100%", "about 65 characters", "160%", "100%", "0%", "0%"]);
    await page.click('.choice-names [data-value="main"] input');
    await page.click('.choice-keenness [data-value="cautious"] input');
    await until("the defaults", async () => (await seen()).flags === 1);
    await page.close();
  });

  test("what is flagged, once chosen, stays chosen", async () => {
    const page = await options();
    await page.click('.choice-keenness [data-value="keen"] input');
    await page.close();
    const next = await options();
    assert.equal(await next.look(() => document.querySelector(".choice-keenness :checked").value), "keen");
    await next.close();
  });

  test("a correction made in the reader is listed by its site and can be taken away", async () => {
    const reader = await all.read(story());
    await reader.click("section.flag .flag-show");
    await until("the buttons", () => reader.reader(`function () { return this.querySelectorAll(".verdict-act").length > 1; }`));
    await reader.click(".verdict-act:nth-child(2)");
    await until("the answer", () => reader.reader(`function () { return this.querySelector("[data-verdict]") !== null; }`));
    await reader.close();
    const page = await options();
    await until("the site", async () => (await text(page, `[data-name="${HOST}"] .corrections`)) !== null);
    assert.match(await text(page, `[data-name="${HOST}"] .corrections li`), /^Always kept: /);
    await page.click(".corrections .link");
    await until("the list to empty", async () => /Nothing is set/.test(await text(page, "#sites")));
    await page.close();
  });

  test("settings from a file are taken over; a wrong file changes nothing and says why", async () => {
    const page = await options();
    const load = (content) => page.look(choose, content);
    await load("{");
    assert.match(await status(page, /cannot be read/), /Nothing was changed/);
    await load(`{"format":"other"}`);
    await status(page, /does not hold Copydesk settings/);
    await load(file({ version: 9 }));
    await status(page, /version 9/);
    await load(file({ settings: { theme: "dark", size: 7 } }));
    await status(page, /“size”/);
    assert.notEqual(await page.look(() => document.body.dataset.theme), "dark");
    const sites = { "news.example.org": { autoOpen: true, corrections: [{ like: "a|b", belongs: false, label: "ad" }] } };
    await load(file({ settings: { theme: "dark", wikipedia: true }, sites }));
    await status(page, /Loaded, with 1 site/);
    assert.equal(await page.look(() => document.body.dataset.theme), "dark");
    await until("the site", () => text(page, '[data-name="news.example.org"]'));
    // What needs the browser's permission does not come out of a file.
    const on = await page.look(() => [...document.querySelectorAll('[data-name="wikipedia"] input, #sites [role=switch]')].map((input) => input.checked));
    assert.deepEqual(on, [false, false]);
    const kept = await all.browser.kept();
    assert.deepEqual([kept["setting:wikipedia"], kept["opens:news.example.org"]].filter(Boolean), []);
    await page.close();
  });

  test("a site opens by itself once it was allowed, says nothing where there is no article, and stops when it is switched off", async () => {
    const before = await all.open(story());
    await before.clickAction();
    await before.waitForReader();
    await before.click('button.tool[data-tool="settings"]');
    await until("the sheet", () => before.reader(`function () { return this.querySelector(".sheet-more") !== null; }`));
    await before.click(".sheet-more");
    const question = all.browser.address(`pages/options.html#${HOST}`);
    await until("the question", async () => (await all.browser.addresses()).includes(question));
    await before.close();

    await all.browser.consent(HOST);
    const page = await options(`#${HOST}`);
    assert.match(await text(page, "#ask-title"), /127\.0\.0\.1/);
    await page.click("#ask .primary");
    await status(page, /open in the reader from now on/);
    await until("its switch", () => page.look((host) => document.querySelector(`[data-name="${host}"] [role=switch]`)?.checked, HOST));

    const article = await all.open(story());
    await article.waitForReader();
    await article.press("Escape");
    await article.waitForClosed();
    await article.close();
    const front = await all.open(fixture("front.html"));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await front.look(() => document.querySelector("copydesk-reader")), null);
    await front.clickAction();
    await front.waitForReader("message");
    await front.close();

    await page.click(`[data-name="${HOST}"] [role=switch]`);
    await until("the site to go", async () => /Nothing is set|news\.example/.test(await text(page, "#sites")) && !(await text(page, `[data-name="${HOST}"]`)));
    if (name === "chromium") {
      const scripts = () => all.browser.background(() => chrome.scripting.getRegisteredContentScripts());
      await until("the script to go", async () => (await scripts()).length === 0);
      assert.deepEqual(await origins(all), []);
    }
    const after = await all.open(story());
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(await after.look(() => document.querySelector("copydesk-reader")), null);
    await after.close();
    await page.close();
  });

  test("reset asks again, and gives every setting its default; 'forget everything' leaves nothing", async () => {
    const page = await options();
    await page.click('.choice-font [data-value="sans"] input');
    await page.click("#data > .danger");
    await page.click(".twice .secondary");
    assert.equal(await page.look(() => document.querySelector(".choice-font :checked").value), "sans");
    await page.click("#data > .danger");
    await page.click(".twice .primary");
    await status(page, /defaults again/);
    assert.equal(await page.look(() => document.querySelector(".choice-font :checked").value), "serif");
    await page.click("#data > .danger:last-child");
    await page.click(".twice .primary");
    await status(page, /Nothing is kept any more/);
    await until("the sites to go", async () => /Nothing is set/.test(await text(page, "#sites")));
    await page.close();
  });
});

describe("what is set on the page of all settings is not lost", () => {
  const all = stage();
  const options = async () => {
    const page = await all.browser.open(all.browser.address("pages/options.html"));
    await until("the page", async () => (await text(page, "#sites")) && (await text(page, "#data")));
    return page;
  };
  const chosen = (page, name) => page.look((name) => document.querySelector(`.choice-${name} :checked`).value, name);

  /** In a page of the extension: reading what is kept takes a second, as on a machine that is busy. */
  const slow = (page) =>
    page.inPage(() => {
      const get = chrome.storage.local.get.bind(chrome.storage.local);
      chrome.storage.local.get = (...keys) => new Promise((resolve) => setTimeout(() => resolve(get(...keys)), 1000));
    });

  test("by closing the page at once", async () => {
    for (const value of ["keen", "cautious", "keen"]) {
      const page = await options();
      await slow(page);
      await page.click(`.choice-keenness [data-value="${value}"] input`);
      await page.close();
      const next = await options();
      assert.equal(await chosen(next, "keenness"), value);
      await next.close();
    }
  });

  test("by two pages that change something at the same time", async () => {
    const [one, other] = [await options(), await options()];
    await Promise.all([slow(one), slow(other)]);
    await Promise.all([one.click('.choice-theme [data-value="sepia"] input'), other.click('.choice-font [data-value="sans"] input')]);
    await all.browser.background(() => chrome.storage.local.set({ "setting:size": 150 }));
    await Promise.all([one.close(), other.close()]);
    const next = await options();
    const size = await next.look(() => document.getElementById("copydesk-size").value);
    assert.deepEqual([await chosen(next, "theme"), await chosen(next, "font"), size], ["sepia", "sans", "150"]);
    await next.close();
  });

  test("by an update: what an earlier version kept in one piece is taken over", async () => {
    const kept = { settings: { theme: "contrast" }, "site:a.example": { autoOpen: false, corrections: [{ like: "x", belongs: true, label: "ad" }] } };
    await all.browser.background(async (values) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set(values);
    }, kept);
    await all.browser.stopBackground();
    const reader = await all.read(story());
    assert.equal(await theme(reader), "contrast");
    await reader.close();
    const page = await options();
    assert.equal(await chosen(page, "theme"), "contrast");
    assert.match(await text(page, '[data-name="a.example"] .corrections li'), /^Always kept: /);
    await page.close();
  });

  test("without a word: a full store is said here and in the reader", async () => {
    await all.browser.background(async () => {
      await chrome.storage.local.clear();
      const rest = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse());
      await chrome.storage.local.set({ filler: "x".repeat(rest - 20) });
    });
    const page = await options();
    await page.click('.choice-theme [data-value="sepia"] input');
    await status(page, /no room left/);
    assert.deepEqual(page.problems, []);
    await page.close();

    const reader = await all.read(story());
    await reader.click('button.tool[data-tool="settings"]');
    await until("the sheet", () => reader.reader(`function () { return this.querySelector(".sheet") !== null; }`));
    await reader.click('.choice-theme [data-value="dark"] input');
    await until("the word", () => reader.reader(`function () { return /no room left/.test(this.querySelector(".sheet-note").textContent); }`));
    assert.equal(await theme(reader), "dark");
    await reader.press("Escape");
    await reader.click("section.flag .flag-show");
    await until("the buttons", () => reader.reader(`function () { return this.querySelectorAll(".verdict-act").length > 1; }`));
    await reader.click(".verdict-act:nth-child(2)");
    await until("the answer", () => reader.reader(`function () { return /no room left/.test(this.querySelector(".verdict").textContent); }`));
    await reader.close();
  });
});

describe("the page of all settings, by keys and in the package", () => {
  const all = stage();

  test("a permission that is refused changes nothing, for a site or for Wikipedia", async () => {
    const page = await all.browser.open(all.browser.address(`pages/options.html#${HOST}`));
    await until("the question", () => page.look(() => document.querySelector("#ask:not([hidden]) .primary") !== null));
    await page.inPage(() => (chrome.permissions.request = async () => false));
    await page.click("#ask .primary");
    await status(page, /not allow|refus|permission/i);
    await page.click('[data-name="wikipedia"] input');
    await until("the switch to go back", () => page.look(() => document.querySelector('[data-name="wikipedia"] input').matches(":enabled:not(:checked)")));
    const kept = await all.browser.kept();
    assert.deepEqual(Object.keys(kept).filter((key) => key.startsWith("opens:")), []);
    assert.notEqual(kept["setting:wikipedia"], true);
    await page.close();
  });

  test("'forget everything' gives the browser's permissions back", async () => {
    await all.browser.consent(HOST);
    const page = await all.browser.open(all.browser.address(`pages/options.html#${HOST}`));
    await until("the question", () => page.look(() => document.querySelector("#ask:not([hidden]) .primary") !== null));
    await page.click("#ask .primary");
    await until("the site to be kept", async () => (await all.browser.kept())[`opens:${HOST}`] === true);
    assert.notDeepEqual(await origins(all), []);
    await page.click("#data > .danger:last-child");
    await page.click(".twice .primary");
    await status(page, /Nothing is kept/);
    assert.deepEqual(await origins(all), []);
    await page.close();
  });

  test("'forget everything' empties the store", async () => {
    await all.browser.background(() => chrome.storage.local.set({ "setting:size": 150, "opens:a.example": true, settings: {} }));
    await all.browser.background(() => chrome.storage.session.set({ reports: [{ id: "https://a.example/", title: "A", names: [], text: "{}" }] }));
    const page = await all.browser.open(all.browser.address("pages/options.html"));
    await until("the page", () => text(page, "#data"));
    await page.click("#data > .danger:last-child");
    await page.click(".twice .primary");
    await status(page, /Nothing is kept/);
    assert.deepEqual(await all.browser.background(() => chrome.storage.local.get()), {});
    assert.deepEqual(await all.browser.background(() => chrome.storage.session.get("reports")), {});
    await page.close();
  });

  test("an address that is no host asks nothing, and the page follows what is set elsewhere", async () => {
    const page = await all.browser.open(all.browser.address("pages/options.html#%"));
    await until("the page", () => text(page, "#data"));
    await all.browser.background(() => chrome.storage.local.set({ "setting:theme": "sepia" }));
    await until("the page to follow", () => page.look(() => document.body.dataset.theme === "sepia"));
    assert.equal(await page.look(() => document.querySelector("#ask").hidden), true);
    await page.close();
    await all.browser.background(() => chrome.storage.local.remove("setting:theme"));
  });

  test("a button whose work fails says so and asks no longer", async () => {
    const page = await all.browser.open(all.browser.address("pages/options.html"));
    await until("the page", () => text(page, "#data"));
    await page.inPage(() => {
      chrome.storage.local.set = () => Promise.reject(new Error("full"));
      return true;
    });
    await page.click("#data > .danger:not(:last-child)");
    await page.click(".twice .primary");
    await status(page, /no room left/);
    assert.equal(await page.look(() => document.querySelector(".twice")), null);
    await page.close();
  });

  test("every control is reached by Tab, has a name, and is at least 24 px in size", async () => {
    const page = await all.browser.open(all.browser.address("pages/options.html"));
    await until("the page", () => text(page, "#data"));
    const groups = await page.look(() => {
      const stops = [...document.querySelectorAll("button, input:not([type=radio]):not([tabindex])")];
      return stops.length + new Set([...document.querySelectorAll("[type=radio]")].map((input) => input.name)).size;
    });
    const seen = new Set();
    for (let i = 0; i < groups; i++) {
      await page.press("Tab");
      const at = await page.look(() => {
        const element = document.activeElement;
        const box = element.getBoundingClientRect();
        const name = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent;
        return [element.name || element.id || name, name.trim().length > 0, box.width >= 24 && box.height >= 24];
      });
      assert.deepEqual(at.slice(1), [true, true], at[0]);
      seen.add(at[0]);
    }
    assert.equal(seen.size, groups);
    await page.close();
  });

  test("no page of the extension breaks its own policy or throws", async () => {
    for (const file of ["options", "welcome", "refused", "sample"]) {
      const page = await all.browser.open(all.browser.address(`pages/${file}.html`));
      await until("the words", () => text(page, "h1"));
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(page.problems, [], file);
      await page.close();
    }
  });

  test("narrow: nothing overflows on the extension's own pages", async () => {
    for (const file of ["options", "welcome"]) {
      const page = await all.browser.open(all.browser.address(`pages/${file}.html`));
      await until("the words", () => text(page, "h1"));
      await page.resize(320, 800);
      assert.equal(await page.look(() => document.scrollingElement.scrollWidth), 320, file);
      await page.close();
    }
  });
});
