// What stands above the article: site, title, standfirst, byline, date, reading time.

/** @import { Plan } from "../engine" */
import { make, dotted } from "./dom.js";
import { fill } from "./inline.js";
import { say, count, language } from "./strings.js";
import { picture } from "./blocks.js";

/** A change that comes sooner (ms) after the story was published is not worth a word. */
const SOON = 3_600_000;

const hasTime = (stated) => /\d[T ]\d\d?:/.test(stated);

/**
 * A time as the reader's language writes it. A day alone is the publisher's, wherever it is read.
 * @param {string} stated @param {Intl.DateTimeFormatOptions} [parts]
 */
export function written(stated, parts = { dateStyle: "long", timeStyle: hasTime(stated) ? "short" : undefined }) {
  const timeZone = hasTime(stated) ? undefined : "UTC";
  return new Intl.DateTimeFormat(language(), { ...parts, timeZone }).format(new Date(stated));
}

/** A stated time in the words of `put`, or as the page has it if it is none. */
function time(stated, className, put = written) {
  const date = new Date(stated);
  if (Number.isNaN(date.getTime())) return make("span", { class: className, dir: "auto" }, stated);
  return make("time", { class: className, dir: "auto", datetime: hasTime(stated) ? date.toISOString() : stated.slice(0, 10) }, put(stated));
}

/** When the story was changed, where that was well after it was published. */
function change({ publishedTime, modifiedTime }) {
  const [first, last] = [publishedTime, modifiedTime].map((stated) => new Date(stated ?? "").getTime());
  const days = !hasTime(publishedTime ?? "") || !hasTime(modifiedTime ?? "");
  if (!(last - first > (days ? 24 * SOON : SOON))) return null;
  // On the day of publication the time alone says it.
  const isToday = written(publishedTime, {}) === written(modifiedTime, {});
  return time(modifiedTime, "updated", (stated) => say("updated", isToday ? written(stated, { timeStyle: "short" }) : written(stated)));
}

/** 'By' is the page's own word where it has one. */
const byline = (name) => (/^\p{Lu}/u.test(name) && !/^(by|von|par|por|di|da|door|av|af)\s/i.test(name) ? say("byline", name) : name);

/** What the outlet is called. */
export function site(meta, url) {
  return meta.siteName || URL.parse(url)?.hostname.replace(/^www\./, "") || null;
}

/**
 * An item of the head; its element is noted in `drawn`.
 * @param {Plan} plan
 */
function item(plan, index, tag, className, drawn) {
  const { group, label } = plan.items[index];
  const attributes = { class: className, dir: "auto", "data-item": index, "data-group": group, "data-label": label };
  const element = fill(make(tag, attributes), plan.items[index]);
  drawn.set(index, element);
  return element;
}

/**
 * The head of an article.
 * @param {Plan} plan
 */
export function draw(plan, drawn) {
  const { meta, head } = plan;
  const where = site(meta, plan.url);
  const title = head.title === undefined ? null : item(plan, head.title, "h1", "title", drawn);
  // An outlet that is its own author is named once.
  const author = meta.byline && meta.byline.toLowerCase() === where?.toLowerCase() ? [] : meta.byline
    ? make("span", { class: "byline", dir: "auto" }, byline(meta.byline))
    : (head.byline ?? []).map((index) => item(plan, index, "span", "byline", drawn));
  const standfirst = (head.standfirst ?? []).map((index) => item(plan, index, "p", "standfirst", drawn));
  if (standfirst.length === 0 && meta.standfirst) {
    standfirst.push(make("p", { class: "standfirst", dir: "auto" }, meta.standfirst));
  }
  const facts = make("p", { class: "facts" });
  const known = [
    author,
    meta.publishedTime ? time(meta.publishedTime, "published") : null,
    change(meta),
    plan.words ? make("span", { class: "length", dir: "auto" }, count("minutes", plan.minutes)) : null,
  ];
  for (const fact of known.flat()) if (fact) dotted(facts, fact);
  return make(
    "header",
    { class: "head" },
    where ? make("p", { class: "site" }, make("bdi", null, where)) : null,
    title ?? (meta.title ? make("h1", { class: "title", dir: "auto" }, meta.title) : null),
    standfirst,
    facts,
  );
}

/** The lead picture, where none stands in the body. */
export const lead = ({ head }) => head.picture && make("figure", null, picture(head.picture));
