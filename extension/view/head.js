// What stands above the article: site, title, standfirst, byline, date, reading time.
import { make, dotted } from "./dom.js";
import { fill } from "./inline.js";
import { say, count, language } from "./strings.js";
import { picture } from "./blocks.js";

/** A time as the reader's language writes it, or as the page does if it is none. */
function time(stated) {
  const date = new Date(stated);
  if (Number.isNaN(date.getTime())) return make("span", { class: "published", dir: "auto" }, stated);
  const hasTime = /\d[T ]\d\d?:/.test(stated);
  const format = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: hasTime ? "short" : undefined });
  return make("time", { class: "published", dir: "auto", datetime: date.toISOString() }, format.format(date));
}

/** 'By' is the page's own word where it has one. */
const byline = (name) => (/^\p{Lu}/u.test(name) && !/^(by|von|par|por|di|da|door|av|af)\s/i.test(name) ? say("byline", name) : name);

function site(meta, url) {
  return meta.siteName || URL.parse(url)?.hostname.replace(/^www\./, "") || null;
}

/** An item of the head; its element is noted in `drawn`. */
function item(plan, index, tag, className, drawn) {
  const { group, label } = plan.items[index];
  const attributes = { class: className, dir: "auto", "data-item": index, "data-group": group, "data-label": label };
  const element = fill(make(tag, attributes), plan.items[index]);
  drawn.set(index, element);
  return element;
}

/** The head of an article. */
export function draw(plan, drawn, { pictures }) {
  const { meta, head } = plan;
  const where = site(meta, plan.url);
  const title = head.title === undefined ? null : item(plan, head.title, "h1", "title", drawn);
  const written = meta.byline
    ? make("span", { class: "byline", dir: "auto" }, byline(meta.byline))
    : (head.byline ?? []).map((index) => item(plan, index, "span", "byline", drawn));
  const standfirst = (head.standfirst ?? []).map((index) => item(plan, index, "p", "standfirst", drawn));
  if (standfirst.length === 0 && meta.standfirst) {
    standfirst.push(make("p", { class: "standfirst", dir: "auto" }, meta.standfirst));
  }
  const facts = make("p", { class: "facts" });
  const known = [
    written,
    meta.publishedTime ? time(meta.publishedTime) : null,
    plan.words ? make("span", { class: "length", dir: "auto" }, count("minutes", plan.minutes)) : null,
  ];
  for (const fact of known.flat()) if (fact) dotted(facts, fact);
  return make(
    "header",
    { class: "head" },
    where ? make("p", { class: "site", dir: "auto" }, where) : null,
    title ?? (meta.title ? make("h1", { class: "title", dir: "auto" }, meta.title) : null),
    standfirst,
    facts,
    head.picture && pictures ? make("figure", { class: "lead" }, picture(head.picture)) : null,
  );
}
