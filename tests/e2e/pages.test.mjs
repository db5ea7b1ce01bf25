// Pages that make it hard: strict policies, no article, scraped texts.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { pageState, readActors, readReader } from "../browser/reader.mjs";
import { ROOT, fixture, stage, story } from "./stage.mjs";

const all = stage();
const TITLE = "Ferry returns to Tarn Sound after eleven months as repairs end early";
const SEEDS = join(ROOT, "../shared/corpora/seeds");

async function clicked(html, headers, state = "article") {
  const page = await all.open(html, headers);
  const before = await pageState(page);
  await page.clickAction();
  await page.waitForReader(state);
  return { page, before };
}

async function closesCleanly({ page, before }) {
  await page.clickAction();
  await page.waitForClosed();
  assert.deepEqual(await pageState(page), before);
  await page.close();
}

describe("policies of the page", () => {
  const policies = {
    "nothing allowed, and Trusted Types": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'",
    "a sandbox without scripts": "sandbox; default-src 'none'",
    "a sandbox with scripts, of no origin": "sandbox allow-scripts; default-src 'self'",
  };
  for (const [name, policy] of Object.entries(policies)) {
    test(name, async () => {
      const run = await clicked(story(), { "content-security-policy": policy });
      const shown = await readReader(run.page);
      assert.equal(shown.title, TITLE);
      assert.ok(shown.marks > 10);
      await closesCleanly(run);
    });
  }
});

describe("a page that is no article", () => {
  const pages = {
    "a front page": () => fixture("front.html"),
    "an empty page": () => "",
    "a page of scripts only": () => `<!doctype html><title>App</title><script>${"var a = 1;\n".repeat(2000)}</script>`,
  };
  for (const [name, html] of Object.entries(pages)) {
    test(`${name}: a message, and the page as it was after it`, async () => {
      const run = await clicked(html(), {}, "message");
      const { message } = await readReader(run.page);
      assert.ok(message.length > 20, message);
      await closesCleanly(run);
    });
  }

  test("the page's text can be shown all the same", async () => {
    const run = await clicked(fixture("front.html"), {}, "message");
    await run.page.click("button.message-all");
    const wanted = "Lighthouse keepers wanted, no experience needed";
    const shows = `function (text) { return this.querySelector("article")?.textContent.includes(text); }`;
    await until("all of the text", () => run.page.reader(shows, wanted));
    await closesCleanly(run);
  });
});

const escape = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A scraped text as a page that says nothing of itself: a headline, and every line a paragraph. */
function rendered(path) {
  const [title, ...lines] = readFileSync(path, "utf8").split("\n").filter((line) => line.trim()).map(escape);
  const paragraphs = lines.map((line) => `<p>${line}</p>`).join("\n");
  return `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>\n${paragraphs}</article></html>`;
}

async function readScraped(path) {
  const run = await clicked(rendered(path));
  const shown = await readReader(run.page);
  const actors = await readActors(run.page);
  await closesCleanly(run);
  const collapsed = shown.flags.map((flag) => [flag.label, flag.text.slice(0, 24)]);
  return { collapsed, text: shown.blocks.map((block) => block.text).join("\n"), actors };
}

function assertPersons(actors, wanted) {
  for (const [name, role] of wanted) {
    const found = actors.find((actor) => actor.name.includes(name));
    assert.ok(found, `${name} is not marked`);
    assert.equal(found.type, "PER", name);
    if (role) assert.match(found.role ?? "", role, name);
  }
}

describe("scraped texts of our own, rendered as pages", () => {
  const read = (name) => readScraped(join(ROOT, "tests/cases", name));

  test("lines of other stories and a paragraph that wandered in are collapsed, and name no actor", async () => {
    const { collapsed, actors } = await read("scraped-pledge-1.txt");
    assert.deepEqual(collapsed, [
      ["duplicate", "Norland and Tessaly said"],
      ["related-link", "Read more: Shipyard in V"],
      ["offtopic-paragraph", "Days ago, Quirino and Ma"],
      ["related-link", "Read more: OPINION: The "],
    ]);
    assertPersons(actors, [
      ["Adela Harcourt", /Foreign Minister/],
      ["Ion Maresc", /Prime Minister/],
      ["Lucia Toren", /leader of .*Farmers' Party/],
    ]);
    assert.equal(actors.filter((actor) => /Harcourt/.test(actor.name)).length, 1);
    assert.deepEqual(actors.filter((actor) => /Quirino|Benedek|Wills/.test(actor.name)), []);
  });

  test("credits, a comment form and a teaser that is cut off are not in the text", async () => {
    const { text, actors } = await read("scraped-pledge-2.txt");
    assert.ok(text.includes("In her first visit to the country as foreign minister"));
    for (const insert of ["Leave a Reply", "Your email address", "Latest Posts", "Scooters", "Source: Costa Diaria"]) {
      assert.ok(!text.includes(insert), `still shown: ${insert}`);
    }
    assertPersons(actors, [["Adela Harcourt"], ["Lucia Toren"]]);
  });
});

describe("the seed texts, rendered as pages", { skip: existsSync(SEEDS) ? false : "the corpora are not beside the repository" }, () => {
  const read = (name) => readScraped(join(SEEDS, name));

  test("Blinken in Hanoi, with lines of other stories", async () => {
    const { collapsed, actors } = await read("000_74189cb4004900c4.txt");
    assert.deepEqual(collapsed, [
      ["duplicate", "The US and Vietnam state"],
      ["related-link", "Read more: Rosatom is ex"],
      ["offtopic-paragraph", "Days ago, Manalo and Phi"],
      ["related-link", "Read more: WW: US bases "],
    ]);
    assertPersons(actors, [
      ["Antony Blinken", /Secretary of State/i],
      ["Pham Minh Chinh", /Prime Minister/i],
      ["Nguyen Phu Trong", /leader of .*Communist Party/i],
      ["Joe Biden", /President/i],
      ["Tsai Ing-Wen", /President/i],
      ["Kevin McCarthy", /House Speaker/i],
    ]);
    assert.equal(actors.filter((actor) => /Blinken/.test(actor.name)).length, 1);
    // Named in the collapsed paragraph only: no actors of this story.
    assert.deepEqual(actors.filter((actor) => /Austin|Galvez|Manalo/.test(actor.name)), []);
  });

  test("Blinken in Hanoi, with a comment form and a teaser cut off", async () => {
    const { text, actors } = await read("003_3b69288b1fb844d9.txt");
    assert.ok(text.includes("In his first visit to the Southeast Asian country"));
    for (const insert of ["Leave a Reply", "Your email address", "Latest Posts", "Social media only from 15", "Source: Ambito"]) {
      assert.ok(!text.includes(insert), `still shown: ${insert}`);
    }
    assertPersons(actors, [["Antony Blinken"], ["Nguyen Phu Trong"]]);
  });
});
