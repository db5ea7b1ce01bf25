// Stories in other languages than English: their names, what has no model, and a pack that cannot be read.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { until } from "../browser/cdp.mjs";
import { useTool } from "../browser/reader.mjs";
import { built, inEachBrowser, stage } from "./stage.mjs";

const page = (lang, title, ...paragraphs) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></main></body></html>`;

const SPANISH = page(
  "es", "El puente sobre el Ebro seguirá cerrado dos años",
  "La alcaldesa de Zaragoza, Carmen Ibáñez, anunció el lunes que el puente de piedra sobre el Ebro seguirá cerrado al menos dos años, hasta que terminen las obras de refuerzo.",
  "El Ayuntamiento calcula que la reparación costará catorce millones de euros. Los técnicos encontraron grietas en tres de los siete arcos después de las lluvias de marzo.",
  "Según Carmen Ibáñez, el Gobierno de Aragón pagará la mitad. «No vamos a correr ningún riesgo», dijo a los periodistas en la orilla del río.",
  "Los comerciantes del barrio del Arrabal temen perder clientes. Una parte de las líneas de autobús dará un rodeo por la avenida principal mientras duren los trabajos.",
);
// A page that says it is English, with an English quotation in it.
const GERMAN = page(
  "en", "Brücke über die Leine bleibt zwei Jahre gesperrt",
  "Hannover. Die Ministerin Petra Lindner hat am Montag in Hannover erklärt, dass die alte Brücke über die Leine mindestens zwei Jahre lang gesperrt bleibt.",
  "Die Stadt rechnet mit Kosten von vierzehn Millionen Euro. Fachleute hatten nach dem Hochwasser im März Risse in drei der sieben Bögen gefunden und die Fahrbahn sofort schließen lassen.",
  "“We have never seen damage of this kind on any bridge in the north of the country, and we are going to help as much as we can,” Sarah Whitlock of the Harbour Institute told reporters.",
  "Nach Angaben von Petra Lindner übernimmt das Land die Hälfte. Die Geschäftsleute in der Altstadt fürchten um ihre Kundschaft, die Busse fahren bis auf Weiteres einen Umweg.",
);
const GREEK = page(
  "el", "Κλειστή για δύο χρόνια η γέφυρα",
  "Η δήμαρχος Πάτρας, Ελένη Παπαδοπούλου, ανακοίνωσε τη Δευτέρα ότι η παλιά γέφυρα θα παραμείνει κλειστή για τουλάχιστον δύο χρόνια, μέχρι να ολοκληρωθούν τα έργα.",
  "Ο δήμος υπολογίζει ότι η επισκευή θα κοστίσει δεκατέσσερα εκατομμύρια ευρώ. Οι τεχνικοί βρήκαν ρωγμές σε τρία από τα επτά τόξα μετά τις βροχές του Μαρτίου.",
  "Οι καταστηματάρχες της περιοχής φοβούνται ότι θα χάσουν πελάτες. Τα λεωφορεία θα κάνουν παράκαμψη από την κεντρική λεωφόρο όσο διαρκούν οι εργασίες.",
);

/** On the shadow root: the names and the note of the panel, the line below the head, the language of things. */
function seen() {
  const root = this.querySelector(".panel[data-tool=who]");
  if (!root) return null;
  const full = root.querySelector(".who-full");
  return {
    names: [...root.querySelectorAll(".who-full")].map((name) => name.textContent),
    notes: [...root.querySelectorAll(".who-note")].map((note) => note.textContent).filter(Boolean),
    summary: this.querySelector(".summary")?.textContent ?? "",
    lang: [this.querySelector("article").lang, full?.lang],
    marked: this.querySelectorAll("article .name").length,
  };
}

async function who(all, html) {
  const opened = await all.read(html);
  await useTool(opened, "who");
  return until("the panel", () => opened.reader(seen));
}

inEachBrowser("names in other languages", (all) => {
  test("a Spanish story has its names", async () => {
    const { names, notes, lang, marked } = await who(all, SPANISH);
    assert.ok(names.includes("Carmen Ibáñez"), names.join());
    assert.deepEqual(notes, []);
    assert.deepEqual(lang, ["es", "es"]);
    assert.ok(marked > 1);
  });

  test("a German story that says it is English is read as German, the English in it as English", async () => {
    const { names, lang } = await who(all, GERMAN);
    assert.ok(names.includes("Petra Lindner") && names.includes("Sarah Whitlock"), names.join());
    assert.deepEqual(lang, ["de", "de"]);
  });

  test("a story in a language without a model says so once, in Who", async () => {
    const { names, notes, summary, lang } = await who(all, GREEK);
    assert.deepEqual(names, []);
    assert.deepEqual(notes, ["Names in Greek are not recognised yet."]);
    assert.doesNotMatch(summary, /name/i);
    assert.equal(lang[0], "el");
  });
});

/** A copy of the extension with another pack of Spanish names, or with none. */
function withPack(bytes) {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-pack-"));
  cpSync(built("chromium"), folder, { recursive: true });
  const file = join(folder, "engine/names/es.bin");
  if (bytes) writeFileSync(file, bytes);
  else rmSync(file);
  return folder;
}

for (const [what, bytes] of [["missing", null], ["damaged", Buffer.from("CDTAGGER, but nothing more")]]) {
  describe(`a pack of names that is ${what}`, () => {
    const folder = withPack(bytes);
    const all = stage("chromium", { extension: folder });
    after(() => rmSync(folder, { recursive: true }));

    test("leaves the article, and Who says what is the matter", async () => {
      const { names, notes } = await who(all, SPANISH);
      assert.deepEqual(names, []);
      assert.deepEqual(notes, ["The names could not be read: a file of Copydesk is missing or damaged."]);
      const { names: german } = await who(all, GERMAN);
      assert.ok(german.includes("Petra Lindner"), "other packs work");
    });
  });
}

describe("names that take their time", () => {
  const all = stage();

  test("the story is there, Who says that they are being read, and shows them when they have come", async () => {
    await all.browser.background(() => {
      const { fetch } = globalThis;
      const later = (path) => new Promise((done) => setTimeout(() => done(fetch(path)), 3_000));
      globalThis.fetch = (path) => (String(path).includes("/names/") ? later(path) : fetch(path));
    });
    const opened = await all.open(SPANISH);
    await opened.clickAction();
    await until("the story", () => opened.reader(`function () { return this.querySelector('dialog[data-state="article"]') !== null; }`));
    await useTool(opened, "who");
    const first = await until("the panel", () => opened.reader(seen));
    assert.deepEqual([first.names, first.notes], [[], ["The names are still being read."]]);
    const { names, notes } = await until("the names", async () => ((await opened.reader(seen))?.names.length > 0 ? opened.reader(seen) : null));
    assert.ok(names.includes("Carmen Ibáñez"), names.join());
    assert.deepEqual(notes, []);
    await opened.close();
  });
});
