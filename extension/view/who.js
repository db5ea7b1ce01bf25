// 'Who is in this story': the actors by prominence, where each stands, what each says.
import { evidence, keeping, quote, role, style, told } from "./card.js";
import { make, put, button, disclosure } from "./dom.js";
import { jump } from "./jump.js";
import { toggle as togglePanel } from "./panel.js";
import { KINDS } from "./plan.js";
import { isUnclear, listed, quotesOf } from "./quoted.js";
import { say, count, language } from "./strings.js";
import { strip, stretch } from "./strip.js";
import css from "./who.css";

/** So many actors (or more) are not looked through with the eye. */
const MANY = 8;

/** A text without what a reader may leave out in typing it: case and accents. */
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Opens the panel, or closes it. */
export function toggle(reader) {
  style(reader);
  reader.shell.style(css);
  togglePanel(reader, "who", () => new Who(reader).drawn());
}

/** Why no names are there. */
export function why({ naming, plan: { unread, needs, language: code } }) {
  if (naming) return say("namesComing");
  if (!unread) return say("whoNobody");
  if (needs) return say("namesBroken");
  if (!code) return say("namesUnsure");
  return say("namesUnread", new Intl.DisplayNames(language(), { type: "language" }).of(code));
}

/** The sentence of a text that a span begins in. */
function sentenceAround(text, { start }) {
  const { segment, index } = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text).containing(start);
  return { start: index, end: index + segment.length };
}

/** The list and its filters. */
class Who {
  #reader;
  #plan;
  #stretch;
  #rows;
  #wanted = new Set();
  #typed = "";
  #all;
  #left = make("p", { class: "who-note", role: "status" });

  constructor(reader) {
    this.#reader = reader;
    this.#plan = reader.plan;
    this.#stretch = stretch(reader.plan);
    this.#all = listed(reader.plan);
    const actors = [...this.#plan.actors.entries()].filter(([, actor]) => actor.mentions.length > 0);
    actors.sort(([a, one], [b, other]) => other.prominence - one.prominence || a - b);
    this.#rows = actors.map(([number, actor]) => this.#row(number, actor));
  }

  drawn() {
    const list = make("ul", { class: "who-list", "aria-label": say("whoTitle") }, this.#rows.map((row) => row.root));
    list.addEventListener("keydown", (event) => event.isTrusted && this.#key(event));
    const [first] = this.#rows;
    first?.name.setAttribute("tabindex", "0");
    const empty = !first && make("p", { class: "who-note" }, why(this.#reader));
    return {
      title: say("whoTitle"),
      waits: !first && this.#reader.naming,
      parts: [this.#rows.length >= MANY && this.#finder(), first && this.#filters(), this.#left, list, empty, this.#unknown()],
      focus: first?.name ?? this.#reader.shell.scroller,
      onClose: () => {
        this.#reader.names?.point(null);
        this.#reader.names?.narrow(null);
      },
    };
  }

  #jump = (place) => jump(this.#reader, place);

  /** A field that narrows the list to names, other forms of them and roles with what is typed. */
  #finder() {
    const input = make("input", { type: "search", class: "who-find", "aria-label": say("whoFind"), placeholder: say("whoFind"), dir: "auto" });
    input.addEventListener("input", (event) => {
      if (!event.isTrusted) return;
      this.#typed = bare(input.value.trim());
      this.#narrow();
    });
    input.addEventListener("keydown", (event) => {
      if (event.isTrusted && event.key === "ArrowDown") this.#shown()[0]?.name.focus();
    });
    return input;
  }

  /** Buttons that narrow the list: by type, and to who is quoted. */
  #filters() {
    const groups = [...KINDS, "quoted"].map((wanted) => [wanted, this.#rows.filter((row) => row.is(wanted)).length]);
    const filters = groups.filter(([, number]) => number > 0).map(([wanted, number]) => {
      const filter = button(
        { class: "filter", "aria-pressed": "false", "data-kind": wanted === "quoted" ? null : wanted },
        () => {
          if (!this.#wanted.delete(wanted)) this.#wanted.add(wanted);
          filter.setAttribute("aria-pressed", String(this.#wanted.has(wanted)));
          this.#narrow();
        },
        make("span", { class: "who-word" }, say(`who_${wanted}`)),
        " ",
        make("span", { class: "number" }, number),
      );
      return filter;
    });
    return make("div", { class: "filters", role: "group", "aria-label": say("whoFilters") }, filters);
  }

  #narrow() {
    const kinds = KINDS.filter((kind) => this.#wanted.has(kind));
    for (const row of this.#rows) {
      const fits = (kinds.length === 0 || kinds.some(row.is)) && (!this.#wanted.has("quoted") || row.is("quoted"));
      row.root.hidden = !fits || !row.words.includes(this.#typed);
    }
    const shown = this.#shown();
    const isNarrow = this.#wanted.size > 0 || this.#typed !== "";
    this.#left.textContent = !isNarrow ? "" : shown.length === 0 ? say("whoNone") : say("ofTotal", shown.length, this.#rows.length);
    this.#reader.names?.narrow(isNarrow ? new Set(shown.map((row) => row.number)) : null);
    if (shown[0] && !shown.some((row) => row.name.tabIndex === 0)) this.#stop(shown[0]);
  }

  #shown() {
    return this.#rows.filter((row) => !row.root.hidden);
  }

  /** Makes a row the one in the tab order. */
  #stop(row) {
    for (const each of this.#rows) each.name.setAttribute("tabindex", each === row ? "0" : "-1");
  }

  #row(number, actor) {
    const more = make("div", { class: "who-more", id: `who-${number}`, hidden: true });
    const name = disclosure(
      { class: "who-name", tabindex: -1, "aria-controls": more.id },
      () => this.#open(row),
      make("bdi", { class: "who-full", ...told(this.#plan) }, actor.name),
      actor.roles?.[0] && make("span", { class: "who-role", ...told(this.#plan) }, actor.roles[0].text),
    );
    const quotes = quotesOf(this.#plan, actor, this.#all);
    const facts = [say(`kind_${actor.kind}`), count("named", actor.mentions.length)];
    if (quotes.length > 0) facts.push(count("quotes", quotes.length));
    const ticks = strip(this.#plan, actor, this.#stretch, this.#jump);
    const root = make(
      "li",
      { class: "who", "data-actor": number, "data-kind": actor.kind },
      name,
      make("p", { class: "who-facts" }, facts.join(" · ")),
      ticks,
      more,
    );
    const is = (wanted) => (wanted === "quoted" ? quotes.length > 0 : actor.kind === wanted);
    const words = bare([actor.name, ...(actor.also ?? []), actor.roles?.[0]?.text].filter(Boolean).join("\n"));
    const row = { root, name, more, number, actor, quotes, is, words, ticks: [...ticks.children] };
    return row;
  }

  /** Opens what is known of an actor, or closes it; one at a time. */
  #open(row) {
    this.#stop(row);
    const opening = row.more.hidden;
    for (const each of this.#rows) this.#set(each, each === row && opening);
    this.#reader.names.point(opening ? row.number : null);
    if (opening) row.root.scrollIntoView({ block: "nearest" });
  }

  #set(row, isOpen) {
    if (isOpen && !row.more.firstChild) put(row.more, this.#details(row));
    row.more.hidden = !isOpen;
    row.name.ariaExpanded = String(isOpen);
  }

  #details({ actor, number, quotes }) {
    return [
      role(this.#plan, actor, this.#jump),
      actor.also?.length > 0 && make("p", { class: "card-also", dir: "auto" }, say("alsoNamed", actor.also.join(", "))),
      this.#company(actor),
      this.#mentions(actor),
      keeping(this.#reader, number),
      this.#quotes(say("whoDirect"), quotes.filter((each) => each.direct), true),
      this.#quotes(say("whoReported"), quotes.filter((each) => !each.direct), true),
    ];
  }

  /** Who is often named in one sentence with an actor: buttons that go to them. */
  #company({ with: others = [] }) {
    const rows = others.map((number) => this.#rows.find((row) => row.number === number)).filter(Boolean);
    if (rows.length === 0) return null;
    const go = (row) => {
      row.root.hidden = false;
      if (row.more.hidden) this.#open(row);
      row.name.focus();
    };
    const names = rows.map((row) => make("li", null, button(told(this.#plan), () => go(row), row.actor.name)));
    return make("div", { class: "who-with" }, make("span", null, say("whoWith")), make("ul", null, names));
  }

  /** The way from mention to mention, each with its sentence. */
  #mentions(actor) {
    const { marks, items } = this.#plan;
    const total = actor.mentions.length;
    const where = make("span", { class: "card-where" });
    const sentence = make("div");
    let at = 0;
    const show = () => {
      const mark = marks[actor.mentions[at]];
      const place = sentenceAround(items[mark.item].text, mark);
      where.textContent = say("ofTotal", at + 1, total);
      const words = items[mark.item].text.slice(mark.start, mark.end);
      sentence.replaceChildren(evidence(this.#plan, { ...place, item: mark.item }, words, () => this.#jump(mark)));
    };
    const step = (by, key, sign) =>
      button({ class: "card-step", "aria-label": say(key), title: say(key) }, () => {
        at = (at + by + total) % total;
        show();
        this.#jump(marks[actor.mentions[at]]);
      }, sign);
    show();
    const steps = total > 1 && [step(-1, "previousMention", "‹"), where, step(1, "nextMention", "›")];
    return [make("p", { class: "card-mentions" }, make("span", null, say("whoMentions")), steps), sentence];
  }

  #quotes(title, quotes, isSaid = false) {
    if (quotes.length === 0) return null;
    const list = quotes.map((each) => quote(this.#reader, each, this.#jump, { isSaid }));
    return make("div", { class: "card-quotes" }, make("h3", null, title), make("ul", null, list));
  }

  /** Quotes of nobody that the text names: of somebody it describes, and of nobody to be told; never given to an actor. */
  #unknown() {
    const nobodys = this.#all.filter((each) => each.speaker === undefined);
    const { true: unknown = [], false: described = [] } = Object.groupBy(nobodys, (each) => String(isUnclear(this.#plan, each)));
    if (nobodys.length === 0) return null;
    return make("div", { class: "who-unknown" }, this.#quotes(say("whoDescribed"), described), this.#quotes(say("whoUnknown"), unknown));
  }

  /** Up and down go from actor to actor, left and right along the strip of one. */
  #key(event) {
    const at = this.#rows.find((row) => row.root.contains(event.target));
    if (!at || at.more.contains(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = this.#shown();
    const here = shown.indexOf(at);
    const along = [at.name, ...at.ticks];
    const forward = getComputedStyle(at.root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const to = {
      ArrowDown: () => shown[here + 1]?.name,
      ArrowUp: () => shown[here - 1]?.name,
      Home: () => shown[0].name,
      End: () => shown.at(-1).name,
      [forward]: () => along[along.indexOf(event.target) + 1],
      [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: () => along[along.indexOf(event.target) - 1],
    }[event.key]?.();
    if (to === undefined && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (!to) return;
    this.#stop(this.#rows.find((row) => row.root.contains(to)));
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  }
}
