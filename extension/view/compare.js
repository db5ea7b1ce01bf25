// Reports of one event beside each other: what all of them have, what only this one tells and what it
// leaves out. A list for each, people, quotes, facts and paragraphs in it; each entry leads to its
// passage, and shows those of the other reports. A fourth view has the paragraphs side by side.
import { make, put, button, disclosure } from "./dom.js";
import { verdicts } from "./judge.js";
import { toggle as togglePanel } from "./panel.js";
import { say, count } from "./strings.js";
import css from "./compare.css";

/** The lists, in order: in all, only here, only there; and the paragraphs beside each other. */
const LISTS = ["both", "here", "there"];
const COLUMNS = "columns";

/** Opens the panel, or closes it; with `ids` of kept reports the comparison with these, else what is kept. */
export function toggle(reader, ids) {
  reader.shell.style(css);
  togglePanel(reader, "compare", () => new Compare(reader).drawn(ids));
}

class Compare {
  #reader;
  #body = make("div", { class: "compare" });
  #status = make("p", { class: "compare-note", role: "status" });
  #marked = [];

  constructor(reader) {
    this.#reader = reader;
  }

  drawn(ids) {
    (ids ? this.#compare(ids) : this.#shelf()).catch(() => this.#tell("toolFailed"));
    return { title: say("compareTitle"), parts: [this.#status, this.#body], focus: this.#reader.shell.scroller, onClose: () => this.#left() };
  }

  #tell(key) {
    this.#status.textContent = key ? say(key) : "";
  }

  /** The reports that are kept: this one can be, the others can be compared with. */
  async #shelf() {
    const { page } = this.#reader;
    const { others, isKept, isPrivate } = await page.about("shelf");
    const trying = (act) => () => act().catch(() => this.#tell("toolFailed"));
    const keep = button({ class: "compare-act", dir: "auto", "data-value": "keep" }, trying(() => this.#keep()), say("compareKeep"));
    const all = others.slice(0, 4);
    const compare = (ids) => trying(() => this.#compare(ids));
    const entry = ({ id, title, outlet }) =>
      make("li", null, button({ class: "compare-act", dir: "auto", "data-value": "with" }, compare([id]),
        make("span", { class: "compare-with" }, say("compareWith")), " ", make("bdi", null, title || id),
        outlet && make("small", { dir: "auto" }, " · ", make("bdi", null, outlet))));
    const parts = [
      isPrivate ? make("p", { class: "compare-note" }, say("comparePrivate")) : isKept ? make("p", { class: "compare-note" }, say("compareKept")) : keep,
      others.length === 0 && make("p", { class: "compare-note" }, say("compareNone")),
      make("ul", { class: "compare-shelf" }, others.map(entry)),
      all.length > 1 && button({ class: "compare-act", dir: "auto", "data-value": "all" }, compare(all.map(({ id }) => id)), count("compareAll", all.length)),
      make("p", { class: "compare-note" }, say("compareNote")),
      (others.length > 0 || isKept) && button({ class: "compare-act compare-quiet", dir: "auto", "data-value": "empty" }, trying(() => this.#empty()), say("compareEmpty")),
    ];
    this.#left();
    this.#body.replaceChildren();
    put(this.#body, parts);
    this.#body.querySelector("button")?.focus({ preventScroll: true });
  }

  async #keep() {
    const { kept, code } = await this.#reader.page.about("keep", { corrections: verdicts(this.#reader) });
    await this.#shelf();
    this.#tell(kept ? null : code ?? "toolFailed");
  }

  async #empty() {
    await this.#reader.page.about("emptyShelf");
    await this.#shelf();
    this.#tell("compareEmptied");
  }

  async #compare(ids) {
    const found = await this.#reader.page.about("compare", { ids, corrections: verdicts(this.#reader) });
    if (!found?.reports) throw new Error("no comparison");
    this.#tell(null);
    this.#body.replaceChildren();
    put(this.#body, new Lists(this.#reader, found, () => this.#shelf()).drawn());
    this.#body.querySelector("button")?.focus({ preventScroll: true });
    this.#mark(found);
  }

  /** Marks in the margin the paragraphs that no other report has. */
  #mark({ reports: [own], relations }) {
    this.#unmark();
    if (relations.every(({ event }) => event === "unrelated")) return;
    const alone = own.parts.filter((part) => part.story && part.same.length === 0);
    this.#marked = alone.map(({ item }) => this.#reader.article.drawn.get(item)).filter(Boolean);
    for (const element of this.#marked) {
      element.classList.add("only-here");
      element.setAttribute("title", say("compareOnlyHere"));
    }
  }

  #left() {
    this.#unmark();
    this.#reader.shell.dialog.removeAttribute("data-wide");
  }

  #unmark() {
    for (const element of this.#marked) {
      element.classList.remove("only-here");
      element.removeAttribute("title");
    }
    this.#marked = [];
  }
}

/** What a comparison found. The first report is the one that is open. */
class Lists {
  #reader;
  #found;
  #back;
  #lists;
  #tabs;

  constructor(reader, found, back) {
    this.#reader = reader;
    this.#found = found;
    this.#back = back;
  }

  drawn() {
    this.#lists = Object.fromEntries(LISTS.map((name) => [name, this.#list(name)]));
    this.#lists[COLUMNS] = this.#columns();
    this.#tabs = Object.keys(this.#lists).map((name) =>
      button({ class: "compare-tab", "aria-pressed": "false", "data-value": name }, () => this.#show(name),
        say(`compare_${name}`), " ", make("span", { class: "compare-number" }, this.#lists[name].querySelectorAll("li").length)));
    this.#show("both");
    const root = make("div", null, Object.values(this.#lists));
    root.addEventListener("keydown", (event) => event.isTrusted && this.#key(event));
    return [
      button({ class: "compare-act compare-quiet", dir: "auto", "data-value": "back" }, () => this.#back(), say("compareBack")),
      make("ol", { class: "compare-reports" }, this.#found.reports.map((report, at) => this.#heading(report, at))),
      make("div", { class: "compare-tabs", role: "group", "aria-label": say("compareLists") }, this.#tabs),
      root,
    ];
  }

  #show(name) {
    for (const tab of this.#tabs) tab.setAttribute("aria-pressed", String(tab.dataset.value === name));
    for (const [each, list] of Object.entries(this.#lists)) list.hidden = each !== name;
    this.#reader.shell.dialog.toggleAttribute("data-wide", name === COLUMNS);
  }

  /** A report, and whether it is about the event of the open one. */
  #heading({ title, outlet, unread }, at) {
    const relation = this.#found.relations.find(({ a, b }) => a === 0 && b === at);
    return make("li", { "data-value": relation?.event },
      make("bdi", { class: "compare-title" }, title),
      outlet && make("small", null, " · ", make("bdi", null, outlet)),
      make("span", { class: "compare-note", dir: "auto" }, " ", at === 0 ? say("compareThis") : say(`compareEvent_${relation?.event}`)),
      unread && make("span", { class: "compare-note", dir: "auto" }, " ", say("compareUnread")));
  }

  /** One of the lists: groups with a heading each. */
  #list(name) {
    const fits = ({ reports }) => {
      const [own, ...others] = reports.map((slot) => slot !== null && slot !== undefined);
      return name === (own ? (others.includes(true) ? "both" : "here") : "there");
    };
    const { actors, quotes, facts } = this.#found;
    const groups = [
      ["people", actors.filter(fits).map((each) => this.#actor(each))],
      ["quotes", quotes.filter(fits).map((each) => this.#quote(each))],
      ["facts", facts.filter(fits).sort((a, b) => rank(a) - rank(b)).map((each) => this.#fact(each))],
      ["order", this.#order(fits)],
      ["paragraphs", this.#paragraphs(name)],
    ];
    const drawn = groups.filter(([, entries]) => entries.length > 0).map(([group, entries]) =>
      make("section", { "data-group": group }, make("h3", null, say(`compare_${group}`)), make("ul", { class: "compare-list" }, entries)));
    return make("div", { "data-state": name }, drawn.length > 0 ? drawn : make("p", { class: "compare-note" }, say("compareNothing")));
  }

  /**
   * An entry: a line that leads to its passage, and the passages of the reports below it.
   * @param {{ line: Node, notes: unknown[], passages: { report: number, place: { part: number, start: number, end: number } }[], state?: string }} entry
   */
  #entry({ line, notes, passages, state }) {
    const [first] = passages;
    const more = make("div", { class: "compare-more", hidden: true }, passages.map((passage) => this.#passage(passage)));
    const name = disclosure({ class: "compare-name", dir: "auto" }, () => {
      more.hidden = !more.hidden;
      name.ariaExpanded = String(!more.hidden);
      if (!more.hidden && first?.report === 0) this.#jump(first.place);
    }, line, notes.filter(Boolean).map((note) => make("small", { class: "compare-tag" }, " ", note)));
    return make("li", { "data-value": state }, name, more);
  }

  /** A passage of one report: of the open one a way there, of another its words. */
  #passage({ report, place }) {
    const { title, outlet } = this.#found.reports[report];
    const words = this.#words(report, place);
    const from = report === 0 ? say("compareThis") : outlet || title;
    const said = make("q", { dir: "auto" }, words);
    return make("div", { class: "compare-passage", "data-value": report },
      make("small", { dir: "auto" }, make("bdi", null, from)),
      report === 0 ? button({ class: "compare-go" }, () => this.#jump(place), said) : said);
  }

  #words(report, { part, start, end }) {
    return this.#found.reports[report].parts[part].text.slice(start, end);
  }

  #jump({ part, start, end }) {
    this.#reader.use("jump", { item: this.#found.reports[0].parts[part].item, start, end });
  }

  /** Slots that are not empty, with the number of their report. */
  #slots({ reports }) {
    return reports.map((slot, report) => ({ slot, report })).filter(({ slot }) => slot);
  }

  /** 'Only one of four': where there are more than two. */
  #share(slots) {
    const { length } = this.#found.reports;
    return length > 2 && slots.length < length && say("compareShare", slots.length, length);
  }

  #actor(actor) {
    const slots = this.#slots(actor);
    const names = [...new Set(slots.map(({ slot }) => slot.name))];
    const roles = actor.rolesDiffer && [...new Set(slots.map(({ slot }) => slot.role?.[0]).filter(Boolean))].join(" / ");
    return this.#entry({
      line: make("bdi", null, names.join(" = ")),
      notes: [say(`kind_${actor.kind}`), roles, unsure(actor), this.#share(slots)],
      passages: slots.map(({ slot, report }) => ({ report, place: slot.role?.[1] ?? slot.sentence })),
    });
  }

  #quote(quote) {
    const slots = this.#slots(quote);
    const { slot, report } = slots.find((each) => each.slot.direct) ?? slots[0];
    const words = this.#words(report, slot.words);
    const speakers = [...new Set(slots.map((each) => each.slot.speaker).filter(Boolean))];
    return this.#entry({
      line: make("q", null, words),
      notes: [speakers.join(" / ") || say("compareNobody"), quote.wording && say(`compareWording_${quote.wording.replaceAll("-", "_")}`), unsure(quote), this.#share(slots)],
      passages: slots.map((each) => ({ report: each.report, place: each.slot.sentence })),
    });
  }

  #fact(fact) {
    const slots = this.#slots(fact);
    const words = slots.map(({ slot, report }) => this.#words(report, slot.words));
    return this.#entry({
      line: make("bdi", null, (fact.accord === "agree" ? [...new Set(words)] : words).join(fact.accord === "differ" ? " ≠ " : " = ")),
      notes: [fact.accord && say(`compareFact_${fact.accord}`), unsure(fact), this.#share(slots)],
      passages: slots.map(({ slot, report }) => ({ report, place: slot.sentence })),
      state: fact.accord,
    });
  }

  /** Events that the reports have in another order: each with those that were moved past it. */
  #order(fits) {
    const { facts, timeline } = this.#found;
    const moved = timeline.flatMap(({ fact, moved }, at) => moved.filter((other) => other > at).map((other) => [facts[fact], facts[timeline[other].fact]]));
    return moved.filter((pair) => pair.every(fits)).map((pair) => {
      const slots = this.#slots(pair[0]).filter(({ report }) => pair[1].reports[report]);
      const days = slots.map(({ report }) => pair.map(({ reports }) => this.#words(report, reports[report].words)).join(", "));
      return this.#entry({
        line: make("bdi", null, days.join(" ≠ ")),
        notes: [say("compareOrder"), pair.some(({ sure }) => !sure) && say("compareUnsure")],
        passages: slots.flatMap(({ report }) => pair.map(({ reports }) => ({ report, place: reports[report].sentence }))),
        state: "order",
      });
    });
  }

  /**
   * The paragraphs of the open report, each beside those of others that tell the same; what only others
   * have stands where it comes in theirs.
   */
  #columns() {
    const { reports } = this.#found;
    const rows = reports[0].parts.flatMap(({ story, same }, at) => (story ? [{ own: at, same }] : []));
    reports.forEach(({ parts }, report) => {
      let row = -1;
      parts.forEach(({ story }, part) => {
        if (!story || report === 0) return;
        const beside = rows.findIndex(({ same }) => same.some((each) => each.report === report && each.part === part));
        if (beside >= 0) row = beside;
        else rows.splice((row += 1), 0, { same: [{ report, part, sure: true }] });
      });
    });
    const head = make("div", { class: "compare-row compare-note", "aria-hidden": "true" },
      make("div", null, say("compareThis")), make("div", { dir: "auto" }, reports.length === 2 && (reports[1].outlet || reports[1].title)));
    return make("div", { "data-state": COLUMNS }, head, make("ul", { class: "compare-list" }, rows.map((row) => this.#row(row))));
  }

  #row({ own, same }) {
    const { reports } = this.#found;
    const text = (report, part) => reports[report].parts[part].text;
    const alone = (name) => make("small", { dir: "auto" }, say(`compare_${name}`));
    const here = own === undefined ? alone("there")
      : button({ class: "compare-go compare-name", dir: "auto" }, () => this.#jump({ part: own, start: 0, end: text(0, own).length }), text(0, own));
    const there = same.map(({ report, part, sure }) => make("div", { class: own === undefined ? "compare-name" : null, dir: "auto", tabindex: own === undefined ? "-1" : null },
      reports.length > 2 && make("small", null, make("bdi", null, reports[report].outlet || reports[report].title), ": "),
      text(report, part), !sure && make("small", null, " ", say("compareUnsure"))));
    return make("li", { class: "compare-row", "data-value": own === undefined ? "there" : same.length > 0 ? "both" : "here" },
      make("div", null, here), make("div", null, there.length > 0 ? there : alone("here")));
  }

  /** Paragraphs: those of the open report with their counterparts, those without, those of others alone. */
  #paragraphs(name) {
    const whole = (report, part) => ({ report, place: { part, start: 0, end: this.#found.reports[report].parts[part].text.length } });
    const told = (report, isAlone) => this.#found.reports[report].parts
      .map((part, at) => ({ part, at, report }))
      .filter(({ part }) => part.story && (part.same.length === 0) === isAlone);
    const from = name === "there" ? this.#found.reports.slice(1).flatMap((_, at) => told(at + 1, true)) : told(0, name === "here");
    return from.map(({ part, at, report }) => this.#entry({
      line: first(part.text),
      notes: [part.same.length > 0 && part.same.every(({ sure }) => !sure) && say("compareUnsure")],
      passages: [whole(report, at), ...part.same.map((each) => whole(each.report, each.part))],
      state: "paragraph",
    }));
  }

  /** Up and down go from entry to entry. */
  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const names = [...event.currentTarget.querySelectorAll("[data-state]:not([hidden]) .compare-name")];
    const at = names.indexOf(event.target.closest("li")?.querySelector(".compare-name"));
    const to = at < 0 ? null : names[at + step];
    if (!to) return;
    event.preventDefault();
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  }
}

const unsure = ({ sure }) => !sure && say("compareUnsure");

/** What differs comes first. */
const rank = ({ accord }) => (accord === "differ" ? 0 : 1);

/** The beginning of a paragraph. */
const first = (text) => (text.length > 90 ? `${text.slice(0, text.lastIndexOf(" ", 90)).trimEnd()}…` : text);
