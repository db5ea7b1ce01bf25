// Which pictures the reader loads: those that the page states for the story, and no others; and nothing
// is said of the page to whoever is asked for them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { inEachBrowser, story } from "./stage.mjs";

const DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** What a page says of one picture, each with the one address that a reader may load for it. */
const STATED = {
  "http://shown.example/1.jpg": `<img src="http://shown.example/1.jpg" alt="The harbour" width="800" height="500">`,
  "http://lazy.example/2.jpg": `<img src="${DOT}" data-src="http://lazy.example/2.jpg" alt="The pier" width="800" height="500">`,
  "http://later.example/3.jpg": `<img loading="lazy" src="http://later.example/3.jpg" alt="The tide" width="800" height="500">`,
  "http://noscript.example/4.jpg": `<img src="${DOT}" class="lazyload" alt="The crew" width="800" height="500"><noscript><img src="http://noscript.example/4.jpg" alt="The crew" width="800" height="500"></noscript>`,
  "http://set.example/6.jpg": `<picture><source data-srcset="http://set.example/6.jpg 1200w"><img src="${DOT}" alt="The quay" width="800" height="500"></picture>`,
};

/** What a page asks for or states besides, that is no picture of the story. */
const OTHERS = `
  <style>.hero { background-image: url(http://background.example/x.jpg); }</style>
  <script type="application/ld+json">{"@type":"NewsArticle","image":"http://metadata.example/x.jpg","logo":"http://logo.example/x.png"}</script>
  <link rel="preload" as="image" href="http://preload.example/x.jpg">
  <video poster="http://poster.example/x.jpg" src="http://video.example/x.mp4"></video>
  <a href="http://link.example/x.jpg">a link to a picture</a>`;

const figures = Object.values(STATED).map((markup) => `<figure>${markup}<figcaption>Seen from the pier on Friday.</figcaption></figure><p>The harbour master said that the tide tables had been misprinted, and that the pier was to be mended before the winter storms.</p>`);
const page = story().replace("</article>", () => `${figures.join("\n")}</article>`);

inEachBrowser("pictures", (all) => {
  const outside = (since) => all.server.log.filter(({ at, outside, url }) => at >= since && outside && new URL(url).hostname.endsWith(".example"));
  /** Opens the reader on a page and scrolls through it; gives what was asked for. */
  const read = async (html) => {
    const tab = await all.open(html);
    const clicked = Date.now();
    await tab.clickAction();
    await tab.waitForReader();
    for (let i = 0; i < 40; i++) {
      const end = await tab.reader(`function () { const s = this.querySelector(".scroller"); s.scrollBy(0, 400); return s.scrollTop + s.clientHeight >= s.scrollHeight - 2; }`);
      if (end) break;
    }
    return { tab, clicked };
  };

  test("are loaded from the addresses that the page states for the story, and no others", async () => {
    const { tab, clicked } = await read(page.replace("</head>", () => `${OTHERS}</head>`));
    const drawn = await tab.reader(`function () { return [...this.querySelectorAll("article img")].map((img) => img.getAttribute("src")).filter((src) => src.includes(".example")); }`);
    const asked = () => new Set(outside(clicked).map(({ url }) => url));
    // What does not come leaves its description, so the requests tell which were drawn.
    await until("the pictures", () => Object.keys(STATED).every((url) => asked().has(url) || url.includes("shown")), 10_000).catch(() => {});
    const allowed = new Set(Object.keys(STATED));
    assert.deepEqual([...asked()].filter((url) => !allowed.has(url)), []);
    assert.deepEqual(drawn.filter((url) => !allowed.has(url)), []);
    for (const url of ["http://lazy.example/2.jpg", "http://later.example/3.jpg"]) assert.ok(asked().has(url), `${url} is not shown`);
    await tab.close();
  });

  test("are asked for without the page's address", async () => {
    const { tab, clicked } = await read(page.replace(`loading="lazy"`, `referrerpolicy="unsafe-url" loading="lazy"`).replace("<head>", `<head><meta name="referrer" content="unsafe-url">`));
    await until("a picture", () => outside(clicked).some(({ url }) => url === "http://lazy.example/2.jpg"));
    assert.deepEqual(outside(clicked).filter(({ url, referrer }) => url === "http://lazy.example/2.jpg" && referrer), []);
    await tab.close();
  });

  test("of the metadata are loaded only from a host that the page takes pictures from", async () => {
    const bare = story().replace(/<figure[\s\S]*?<\/figure>/g, "").replace(/<img[^>]*>/g, "").replace(/<meta property="og:image"[^>]*>/, "");
    const strange = await read(bare.replace("</head>", `<meta property="og:image" content="http://strange.example/lead.jpg"></head>`));
    await strange.tab.close();
    assert.deepEqual(outside(strange.clicked).map(({ url }) => url), []);
    const own = await read(bare.replace("</head>", `<meta property="og:image" content="${all.server.origin}/story.svg?lead"></head>`));
    await until("the lead picture", () => all.server.since(own.clicked).some((url) => url.endsWith("story.svg?lead")));
    await own.tab.close();
  });
});
