// Small things of the layout that were once wrong: what stays in sight, runs the right way, is said once.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { readCard, useTool } from "../browser/reader.mjs";
import { faults } from "./faults.mjs";
import { inEachBrowser, stage, story } from "./stage.mjs";

const article = (lang, title, paragraphs, more = "") =>
  `<!doctype html><html lang="${lang}"><meta property="og:site_name" content="Harbour News"><title>${title}</title><article><h1>${title}</h1>${more}${paragraphs.map((each) => `<p>${each}</p>`).join("\n")}</article></html>`;
const TEXT = Array(5).fill("The boat came in at noon with the mail, the bread and eleven passengers, and it went out again before the wind had turned to the north.");
const ARABIC = Array(4).fill("أبحرت العبّارة مرة أخرى صباح الأربعاء بين الرصيف والجزيرة الصغيرة، وكانت العاصفة قد حطمت المرسى الذي يعتمد عليه سكان الجزيرة كل يوم.");

const LONG = "Taumatawhakatangihangakoauauotamateapokaiwhenuakitanatahu";
const SAID = `Ingrid Solheim, the mayor of Little Tarn, said that the boat to ${LONG} was late. “${LONG}${LONG} is far,” said Ingrid Solheim.`;
const HEADED = (paragraphs, heading) => `<p>${paragraphs.join(`</p><h2>${heading}</h2><p>`)}</p>`;

/** The views, with what is there when they are. */
const VIEWS = { contents: ".contents", quotes: ".quotes, .quotes-note", marks: ".marking, .marking-note", who: ".who-list" };

/** On the shadow root: whether a panel scrolls sideways, or something in it stands outside. */
function spilt() {
  const body = this.querySelector(".panel-body");
  const outside = [...body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > body.getBoundingClientRect().right + 1);
  return [...outside.map((each) => each.className || each.localName), ...(body.scrollWidth > body.clientWidth ? ["sideways"] : [])];
}

inEachBrowser("the layout", (all) => {
  for (const [what, html, size] of [
    ["long words, at twice the size", article("en", "Boat comes in at noon with the mail", [], HEADED([...TEXT.slice(0, 3), SAID, TEXT[0]], LONG)), [400, 320]],
    ["a story from right to left", article("ar", "العبّارة تعود إلى المضيق بعد أحد عشر شهرا", [], HEADED(ARABIC, "ما الذي حدث في الليل")), [1000, 640]],
  ]) {
    test(`the views hold ${what}`, async () => {
      const page = await all.open(html);
      await page.resize(...size);
      await page.clickAction();
      await page.waitForReader();
      for (const [view, there] of Object.entries(VIEWS)) {
        await page.reader(`function () { this.querySelector(".bar").classList.add("all"); }`);
        await useTool(page, view);
        await until(view, () => page.reader(`function (there) { return this.querySelector(".panel")?.querySelector(there) != null; }`, there));
        assert.deepEqual(await page.reader(spilt), [], view);
        assert.deepEqual(await page.reader(faults), [], view);
        await page.press("Escape");
      }
      await page.close();
    });
  }

  test("the name stays in sight in its card, however far one reads there", async () => {
    const page = await all.read(story());
    await page.resize(900, 420);
    const actor = await page.reader(`function () { return [...this.querySelectorAll("article .name")].find((each) => each.textContent === "Ingrid Solheim").dataset.actor; }`);
    await readCard(page, actor);
    const name = await page.reader(`function () {
      const card = this.querySelector(".card");
      card.scrollTop = card.scrollHeight;
      const [inner, outer] = [card.querySelector(".card-name"), card].map((each) => each.getBoundingClientRect());
      return { moved: card.scrollTop, inside: inner.top >= outer.top && inner.bottom <= outer.bottom };
    }`);
    assert.ok(name.moved > 40, `${name.moved} px`);
    assert.ok(name.inside);
    await page.close();
  });

  test("a story from right to left has the outlet's name at its own side", async () => {
    const page = await all.read(article("ar", "العبّارة تعود إلى المضيق بعد أحد عشر شهرا", ARABIC));
    const edges = await page.reader(`function () {
      return [".site bdi", ".title"].map((each) => { const range = new Range(); range.selectNodeContents(this.querySelector(each)); return range.getBoundingClientRect().right; });
    }`);
    assert.ok(Math.abs(edges[0] - edges[1]) < 3, edges.join(" and "));
    await page.close();
  });

  test("long words of a headline are broken as their language breaks them", async () => {
    const page = await all.read(article("de", "Donaudampfschifffahrtsgesellschaftskapitän verlässt den Hafen", Array(5).fill("Das Boot kam gegen Mittag mit der Post, dem Brot und elf Fahrgästen an, und es lief wieder aus, bevor der Wind nach Norden gedreht hatte.")));
    const style = await page.reader(`function () { const title = this.querySelector(".title"); return [getComputedStyle(title).hyphens, title.closest("[lang]").lang]; }`);
    assert.deepEqual(style, ["auto", "de"]);
    await page.close();
  });

  test("a link leaves the story, or opens in a new tab where that is chosen", async () => {
    const page = await all.read(article("en", "Boat comes in at noon with the mail", [`${TEXT[0]} The <a href="/timetable#noon">timetable</a> is kept.`, ...TEXT]));
    const target = () => page.reader(`function () { return this.querySelector('article a[href*="timetable"]').target; }`);
    await useTool(page, "settings");
    await until("the sheet", () => page.reader(`function () { return this.querySelector('[data-name="newTab"] input') !== null; }`));
    await page.click('[data-name="newTab"] input');
    await until("the choice", () => page.reader(`function () { return this.querySelector("dialog").dataset.newTab === "true"; }`));
    await page.press("Escape");
    await page.click('article a[href*="timetable"]');
    await until("the target", async () => (await target()) === "_blank");
    await page.close();
    const next = await all.read(story());
    await useTool(next, "settings");
    await until("the choice that was kept", () => next.reader(`function () { return this.querySelector('[data-name="newTab"] input')?.checked; }`));
    await next.click('[data-name="newTab"] input');
    await until("the default", () => next.reader(`function () { return this.querySelector("dialog").dataset.newTab === "false"; }`));
    await next.close();
  });

  test("a video is a card: its title, a still, how long it is, where it opens", async () => {
    const video = `<div><span>10:45</span></div><figure><video src="/boat.mp4" poster="/story.svg" title="The boat at the pier"></video><span class="time">1:30</span></figure>`;
    const page = await all.read(article("en", "Boat comes in at noon with the mail", TEXT, TEXT[0] + video));
    const card = () => page.reader(`function () {
      const root = this.querySelector(".embed");
      return root && { title: root.querySelector("strong").textContent, where: root.querySelector("small").textContent, still: root.querySelector("img")?.getAttribute("src") ?? null };
    }`);
    const told = await until("the card", async () => ((await card())?.still ? card() : null));
    assert.equal(told.title, "The boat at the pier");
    assert.match(told.where, /^Video · 1:30 · Opens on 127\.0\.0\.1$/);
    assert.match(told.still, /story\.svg$/);
    await page.close();
    const nameless = await all.read(article("en", "Boat comes in at noon with the mail", TEXT, TEXT[0] + video.replace(' title="The boat at the pier"', "")));
    const title = () => nameless.reader(`function () { return this.querySelector(".embed strong")?.textContent; }`);
    assert.equal(await until("what it is", title), "Video");
    assert.match(await nameless.reader(`function () { return this.querySelector(".embed small").textContent; }`), /^1:30 · Opens on/);
    await nameless.close();
    const frame = '<figure><iframe src="https://open.spotify.com/embed/episode/7" width="600" height="300"></iframe></figure>';
    const other = await all.read(article("en", "Boat comes in at noon with the mail", TEXT, TEXT[0] + frame));
    const words = () => other.reader(`function () { return [...this.querySelectorAll(".embed :is(strong, small)")].map((each) => each.textContent); }`);
    assert.deepEqual(await until("its words", async () => ((await words())[0] ? words() : null)), ["From another page", "Opens on open.spotify.com"]);
    await other.close();
    const sound = '<div><audio controls preload="none"><source src="/boat.mp3" type="audio/mpeg"></audio></div>';
    const heard = await all.read(article("en", "Boat comes in at noon with the mail", TEXT, TEXT[0] + sound));
    assert.equal(await until("what it is", () => heard.reader(`function () { return this.querySelector(".embed strong")?.textContent; }`)), "Sound");
    await heard.close();
  });

  test("everything is shown in page order beside a picture that did not come, too", async () => {
    const share = '<div class="share-buttons"><a href="https://facebook.com/sharer">Share on Facebook</a> <a href="https://x.com/intent">Post</a></div>';
    const lost = '<figure><img src="/lost.png" width="600" height="400" alt="The slipway at noon"></figure>';
    const page = await all.read(story().replace("<p>The new slipway stands", `${share}${lost}<p>The new slipway stands`));
    await page.reader(`function () { this.querySelector('img[src$="lost.png"]')?.scrollIntoView(); }`);
    await until("the picture to fail", () => page.reader(`function () { return /slipway at noon/.test(this.querySelector(".no-picture")?.textContent); }`));
    await page.click("button.leftout-show");
    await until("the list", () => page.reader(`function () { return this.querySelector(".leftout-all") !== null; }`));
    await page.click(".leftout-all");
    await until("everything", () => page.reader(`function () { return this.querySelector("dialog").hasAttribute("data-order"); }`), 5_000);
    const before = await page.reader(`function () { return this.querySelector(".no-picture").closest("figure, .doubt, p").previousElementSibling?.textContent ?? this.querySelector(".no-picture").closest(".doubt")?.previousElementSibling?.textContent; }`);
    assert.match(before, /Share on Facebook/);
    await page.close();
  });

  test("a picture that does not come says nothing that its caption says already", async () => {
    const picture = (alt, words) => `<p>${TEXT[0]} ${alt}.</p><figure><img src="/${words.length}.png" width="600" height="400" alt="${alt}"><figcaption>${words}</figcaption></figure>`;
    const page = await all.read(article("en", "Boat comes in at noon with the mail", TEXT, picture("The boat at the pier", "The boat at the pier, early on Monday") + picture("Two men carry bread", "On the quay before the boat came")));
    const words = () => page.reader(`function () { return this.querySelector("img") ? null : [...this.querySelectorAll(".no-picture")].map((each) => each.textContent); }`);
    await page.reader(`function () { this.querySelector("figcaption").scrollIntoView(); }`);
    assert.deepEqual(await until("the pictures to fail", words), ["Two men carry bread"]);
    await page.close();
  });

  test("a lead picture of the page's data stands under all that is said of the story", async () => {
    const html = article("en", "Boat comes in at noon with the mail", [...TEXT, "Reporting by Jon Tveit in Aldermouth."])
      .replace("<title>", `<meta property="og:image" content="${all.server.origin}/story.svg">$&`);
    const page = await all.read(html.replace("</article>", `$&<img src="/story.svg?other" width="20" height="20" alt="">`));
    const parts = await page.reader(`function () { return [...this.querySelector("article").children].slice(0, 3).map((each) => each.className || each.localName); }`);
    assert.deepEqual(parts, ["head", "summary", "figure"]);
    await page.close();
  });

  test("in the narrowest window the button that has the other tools is whole, at the end of the bar", async () => {
    const page = await all.read(story());
    await page.resize(320, 640);
    const places = await page.reader(`function () {
      const [more, close] = [".more-tools", ".bar-parts > .close"].map((each) => this.querySelector(each).getBoundingClientRect());
      const hit = this.elementFromPoint(more.right - 4, more.top + more.height / 2);
      return { over: more.right - close.left, hit: hit.className };
    }`);
    assert.ok(places.over <= 0, `${places.over} px of it are under the next`);
    assert.match(places.hit, /more-tools/);
    await page.close();
  });

  test("an outlet that is its own author is named once; others are named beside it", async () => {
    for (const [author, told] of [["HARBOUR NEWS", []], ["Edda Marwick", ["By Edda Marwick"]]]) {
      const html = article("en", "Boat comes in at noon with the mail", TEXT).replace("<title>", `<meta name="author" content="${author}">$&`);
      const page = await all.read(html);
      const head = await page.reader(`function () { return [this.querySelector(".site").textContent, [...this.querySelectorAll(".byline")].map((each) => each.textContent)]; }`);
      assert.deepEqual(head, ["Harbour News", told]);
      await page.close();
    }
  });

  test("nor what its headline says, or a caption that stands under it", async () => {
    const title = "Boat comes in at noon with the mail";
    const lost = (alt, more = "") => `<p>${TEXT[0]}</p><p><img src="/${alt.length}.png" width="600" height="400" alt="${alt}"></p>${more}`;
    const page = await all.read(article("en", title, TEXT, lost(title) + lost("Men at the pier", '<p class="caption">Men at the pier, early on Monday. Photo: Jon Tveit</p>') + lost("Two men carry bread")));
    const words = () => page.reader(`function () { return this.querySelector("img") ? null : [...this.querySelectorAll(".no-picture")].map((each) => each.textContent); }`);
    assert.deepEqual(await until("the pictures to fail", words), ["Two men carry bread"]);
    await page.close();
  });

  test("a caption stands close under its picture, within its figure or not", async () => {
    const picture = (name) => `<img src="/story.svg?${name}" width="300" height="200" alt="The ${name}">`;
    const within = `<figure>${picture("pier")}<figcaption>Men at the pier, early on Monday. Photo: Jon Tveit</figcaption></figure>`;
    const under = `<div class="image">${picture("quay")}<div class="caption"><p>On the quay before the boat came. (Clare Osei/Harbour News)</p></div></div>`;
    const page = await all.read(story().replace("<p>The new slipway", `${under}$&`).replace("<p>“We budgeted", `${within}$&`));
    const [one, other] = await page.reader(`function () {
      return ["pier", "quay"].map((name) => {
        const figure = this.querySelector('img[src$="' + name + '"]').closest("figure");
        const caption = figure.querySelector("figcaption") ?? figure.nextElementSibling;
        return caption.getBoundingClientRect().top - figure.querySelector("img").getBoundingClientRect().bottom;
      });
    }`);
    assert.ok(Math.abs(one - other) < 3, `${one} px within its figure, ${other} px under it`);
    await page.close();
  });
});

describe("the layout, in Chromium", () => {
  const all = stage();

  test("in forced colours a card has an edge, and the name that it is about is marked", async () => {
    const page = await all.read(story());
    await page.media("", { "forced-colors": "active" });
    const actor = await page.reader(`function () { return this.querySelector("article p .name[data-kind=PER]").dataset.actor; }`);
    await readCard(page, actor);
    const edge = await page.reader(`function () { return [getComputedStyle(this.querySelector(".card")).borderTopStyle, getComputedStyle(this.querySelector(".name[aria-expanded]")).outlineStyle]; }`);
    assert.deepEqual(edge, ["solid", "solid"]);
    await page.close();
  });

  test("in forced colours the part that is read stands out in the contents", async () => {
    const page = await all.read(article("en", "Boat comes in at noon with the mail", [], HEADED(TEXT, "What came in the night")));
    await page.media("", { "forced-colors": "active" });
    await useTool(page, "contents");
    await until("the contents", () => page.reader(`function () { return this.querySelector(".contents") !== null; }`));
    const edges = await page.reader(`function () { this.activeElement.blur(); return [...this.querySelectorAll(".contents-row")].map((row) => [row.ariaCurrent, getComputedStyle(row).borderInlineStartColor]); }`);
    const [now, others] = ["true", "false"].map((is) => new Set(edges.filter(([current]) => current === is).map(([, color]) => color)));
    assert.equal(now.size, 1);
    assert.ok(others.size > 0 && ![...now].some((color) => others.has(color)), JSON.stringify(edges));
    await page.close();
  });

  test("with the panel open the bar keeps all that it can show, and the rest behind one button", async () => {
    const page = await all.read(story());
    await page.resize(1000, 640);
    await useTool(page, "who");
    await until("the panel", () => page.reader(`function () { return this.querySelector("li.who") !== null; }`));
    const bar = () => page.reader(`function () {
      const tools = [...this.querySelectorAll(".bar .tool")].filter((each) => each.checkVisibility());
      const edge = this.querySelector(".bar-parts > .close").getBoundingClientRect().left;
      return { names: tools.map((each) => each.dataset.tool ?? "more"), fits: tools.every((each) => each.getBoundingClientRect().right <= edge + 1) };
    }`);
    assert.deepEqual(await bar(), { names: ["contents", "who", "marks", "settings", "more"], fits: true });
    await page.click(".more-tools");
    const unfolded = await bar();
    assert.equal(unfolded.names.length, 10);
    assert.ok(unfolded.fits);
    await page.close();
  });

  test("for a finger what is pressed in a card and a panel is 44 px high", async () => {
    const page = await all.read(story());
    await page.resize(360, 640);
    await page.tap(".name-count");
    await until("the panel", () => page.reader(`function () { return this.querySelector(".marking") !== null && matchMedia("(pointer: coarse)").matches; }`));
    const low = (selector) => page.reader(`function (selector) {
      return [...this.querySelectorAll(selector)].map((each) => each.getBoundingClientRect()).filter((box) => box.height > 0 && box.height < 43.9).length;
    }`, selector);
    assert.equal(await low(".panel :is(button, .option)"), 0);
    await page.tap(".panel .close");
    await page.tap("article p .name[data-kind=PER]:not(.plain)");
    await until("the card", () => page.reader(`function () { return this.querySelector(".card .card-copy") !== null; }`));
    assert.equal(await low(".card button"), 0);
    await page.close();
  });
});
