// What the engine takes and gives. Written by tests/build/contract.mjs from the Rust sources.

/** A page as the capture script writes it; see src/snapshot/wire.rs. */
export interface Wire { url: string; names: string; text: string; ints: Uint32Array }
/** The packed models of src/packed/data. */
export interface Models { [file: string]: Uint8Array }
/** What the reader has set; what is left out is cautious and without corrections. */
export interface Options { keenness?: "cautious" | "normal" | "keen"; corrections?: Correction[] }
/** A verdict on one kind of block of the page's site; `like` as the plan's items have it. */
export interface Correction { like: string; belongs: boolean }

/**
 * Everything the view needs, in page order. Serialised in camel case for the message channel;
 * what is empty or not known is left out there.
 *
 * There is no markup in it: an item names its element by `Element`, its formatting by
 * `Style`, and an address has passed `policy`.
 */
export interface Plan {
  /** Whether there is an article; the view says so in words if not. */
  status: Status;
  /** Address of the page. */
  url: string;
  /**
   * Title, byline, dates, site, language; the byline is the authors' names where these are known,
   * and `dir` is always given, from the text if the page is silent.
   */
  meta: Metadata;
  /** What stands above the body. */
  head: Head;
  /** What the page says about the article itself: who reported it, that it is cut off. */
  facts?: Fact[];
  /** Every visible block, picture and embed of the page, in order. */
  items: Item[];
  /** What is drawn, in page order: each item that is shown or collapsed stands here once, or in `head`. */
  flow: Section[];
  /**
   * What is neither in `flow` nor in `head`: runs of items that were left out for the same reason, in
   * page order.
   */
  leftOut: Section[];
  /** Actors in the order of their first mention. */
  actors: ActorCard[];
  /** Quotes in text order. */
  quotes: QuoteCard[];
  /** Names in the items, in text order; they do not overlap. */
  marks: Mark[];
  /** The language that the text is in, by its code; left out where that is not safe to say. */
  language?: string;
  /** No names were looked for: what the text's language is read with is not there. */
  unread?: boolean;
  /**
   * The packs that are to be handed over (`Models::add`) before all of
   * this text can be read for names, by their codes.
   */
  needs?: string[];
  /** Words in the body. */
  words: number;
  /** Reading time in whole minutes, at least 1. */
  minutes: number;
}

/** Whether the page holds an article. */
export type Status = "article" | "no-article" | "empty";

/** What a reader is shown of the article, each field from the most trusted source that has it. */
export interface Metadata {
  /** Headline, without the site's name. */
  title: string | null;
  /** The authors' names in one line, else the line as the page states it. */
  byline: string | null;
  /** Names of the authors and agencies, one each, without 'By', roles and dates. */
  authors: string[];
  /** Summary as the page states it for search engines. */
  excerpt: string | null;
  /** Summary as it stands under the headline on the page. */
  standfirst: string | null;
  /** Name of the site. */
  siteName: string | null;
  /**
   * Time of first publication as ISO 8601: a day alone where no time of day is given, a zone only
   * where one is stated.
   */
  publishedTime: string | null;
  /** Time of the last change, written alike. */
  modifiedTime: string | null;
  /** BCP 47 tag of the page's language, as the page states it. */
  lang: string | null;
  /** `ltr` or `rtl`, where the page states it. */
  dir: string | null;
  /** Absolute address of the lead image. */
  image: string | null;
  /** Absolute address of the next page of a story that is cut into pages. */
  nextPage: string | null;
}

/** What stands above the body. */
export interface Head {
  /**
   * Item of the headline, where it is the title and nothing more; else the title is
   * `Metadata::title`.
   */
  title?: number;
  /** Items of the standfirst. */
  standfirst?: number[];
  /** Items of the byline, where the page's metadata do not say who wrote it. */
  byline?: number[];
  /** The lead picture, where none stands in the body. */
  picture?: Picture;
}

/** Something that the page says about the article itself, as a code with parameters. */
export interface Fact {
  /** A stable identifier in kebab case, such as `republished-from`. */
  code: string;
  /** The names or words that the sentence has, in order. */
  args: string[];
  /** The fact as an English sentence. */
  text: string;
}

/** One block in the reader. */
export interface Item {
  /** `body` and `beside` are shown, `flag` is collapsed in place, `remove` is listed on request. */
  group: Group;
  /** What the block is. */
  label: Label;
  /** Why; empty for body. */
  reasons?: Reason[];
  /** The element to make. */
  element: Element;
  /** The block's text; offsets in `Mark` are UTF-16 units into it. */
  text: string;
  /** The text cut into runs of equal formatting, in order; empty if there is no formatting at all. */
  runs?: Run[];
  /** Stretches of a shown block that do not belong to it, in order, apart from each other. */
  inserts?: Insert[];
  /**
   * Key of what the block looks like, the same for its like on other pages of the site: what a
   * correction of the reader names.
   */
  like: string;
  /** Index of the node in the capture script's order, to scroll the page to it. */
  node: number;
  /** Picture or embed. */
  media?: Picture;
}

/** A stretch of items that is shown, collapsed behind one line, or left out. */
export interface Section {
  /** Why it is collapsed or left out; `None` if it is shown. */
  flag?: Flag;
  /** The items as they stand together, in page order. */
  nodes: Node[];
}

/** What the card and the list of actors show. */
export interface ActorCard {
  /** Fullest form of the name in the text. */
  name: string;
  /** Person, organisation or place. */
  kind: Kind;
  /** Roles with the sentence that states each, most informative first. */
  roles?: RoleCard[];
  /** The sentence that introduces it, where the text gives no role. */
  introduced?: Place;
  /** Other forms used in the text, in order of first use. */
  also?: string[];
  /** Indices into `Plan::marks`. */
  mentions: number[];
  /** Indices into `Plan::quotes`. */
  quotes?: number[];
  /** 0 to 1. */
  prominence: number;
  /** Indices of the persons and organisations often named in one sentence with it, most often first. */
  with?: number[];
  /** The actor this name stands for where that differs. */
  metonymOf?: number;
}

/** A quote and its evidence. */
export interface QuoteCard {
  /** The words. */
  place: Place;
  /** The sentence that shows who said it. */
  evidence: Place;
  /** Index into `Plan::actors`; left out if unknown. */
  speaker?: number;
  /** Indices of the actors who say it together with `speaker`. */
  also?: number[];
  /** The words that say whose it is, where the text has them: a name, 'a nurse', 'she'. */
  source?: Place;
  /** 'said', 'told', 'according to'. */
  verb?: string;
  /** In quotation marks, or reported. */
  direct: boolean;
}

/** A name in an item's text. */
export interface Mark {
  /** Index into `Plan::items`. */
  item: number;
  /** UTF-16 units into the item's text. */
  start: number;
  /** UTF-16 units into the item's text. */
  end: number;
  /** Index into `Plan::actors`. */
  actor: number;
}

/** A picture, or an embed to link to. */
export interface Picture {
  /**
   * Absolute address: for a picture `http`, `https` or a raster `data:` address, for an embed
   * `http` or `https`; nothing else.
   */
  src: string;
  /** Alternative text or title. */
  alt?: string;
  /** CSS pixels, 0 if unknown. */
  width?: number;
  /** CSS pixels, 0 if unknown. */
  height?: number;
}

/** What the reader does with a block. */
export type Group = "body" | "beside" | "flag" | "remove";

/** What a block of the page is. The names are those of the labelled corpora. */
export type Label = "article" | "headline" | "standfirst" | "byline" | "caption" | "pullquote" | "duplicate" | "related-link" | "teaser" | "newsletter" | "app-promo" | "donation" | "ad" | "offtopic-paragraph" | "social" | "comment" | "author-bio" | "source-line" | "player" | "paywall-legal" | "poll" | "nav";

/** Why a block has its label; `block` is the index of another one, `text` the reason in English. */
export interface Reason { code: string; args: string[]; block: number | null; text: string }

/** The elements that an item can become. */
export type Element = "paragraph" | "heading2" | "heading3" | "heading4" | "bullet" | "numbered" | "quote" | "preformatted" | "cell" | "header-cell" | "caption" | "image" | "embed";

/** A run of text with one formatting. `length` in UTF-16 units. */
export interface Run {
  /** Length in UTF-16 units of the item's text. */
  length: number;
  /** Inline elements around it, outermost first, each at most once. */
  styles?: Style[];
  /** Absolute address of the link around it: `http`, `https` or `mailto` only. */
  href?: string;
}

/** A stretch of a genuine paragraph that does not belong to it, such as 'Read more: …'. */
export interface Insert {
  /** UTF-16 units of the item's text. */
  start: number;
  /** UTF-16 units of the item's text. */
  end: number;
  /** What it is. */
  label: Label;
  /** Why. */
  reasons: Reason[];
}

/** Why a section is collapsed or left out. */
export interface Flag {
  /** What all of its items look like. */
  label: Label;
  /** The reasons of the first item that states any; of what is left out all have the same. */
  reasons: Reason[];
}

/** What is drawn of one item or of several that belong together. Numbers are indices of items. */
export type Node = number | List | Table | Figure;

/** What kind of thing a name stands for. */
export type Kind = "PER" | "ORG" | "LOC";

/** A role and its evidence. */
export interface RoleCard {
  /** The words. */
  text: string;
  /** The sentence. */
  evidence: Place;
}

/** A span of an item's text, such as the sentence that shows something. */
export interface Place {
  /** Index into `Plan::items`. */
  item: number;
  /** UTF-16 units. */
  start: number;
  /** UTF-16 units. */
  end: number;
}

/** Inline formatting that is kept. */
export type Style = "em" | "strong" | "code" | "sub" | "sup" | "mark" | "del";

/** A list. */
export interface List {
  /** Whether it is numbered. */
  ordered: boolean;
  /** Its entries. */
  entries: Entry[];
}

/** A table. */
export interface Table {
  /** Its rows. */
  rows: Cell[][];
}

/** A figure. */
export interface Figure {
  /** Pictures, embeds and captions, in order. */
  figure: number[];
}

/** An entry of a list. */
export interface Entry {
  /** Its text; `None` where it only holds lists. */
  item?: number;
  /** The lists under it. */
  lists?: List[];
}

/** A cell of a table. */
export interface Cell {
  /** Whether it heads a row or a column. */
  header: boolean;
  /** Columns that it spans, 1 to 100. */
  columns: number;
  /** Rows that it spans, 1 to 1,000. */
  rows: number;
  /** What stands in it. */
  items: number[];
}

/** What two to five reports have in common, and what only some of them say. */
export interface Comparison {
  /** The reports, as they were given. */
  reports: Heading[];
  /** For each pair of reports whether they are about one event. */
  relations: Relation[];
  /** Who is named, most reports first, then as prominent. */
  actors: ActorFinding[];
  /** What was said in quotation marks, in the order of the first report that has it. */
  quotes: QuoteFinding[];
  /** Numbers, dates and places that can be put beside each other, and those that only one report has. */
  facts: FactFinding[];
  /** Those of them that are dated to a day or year, one after the other. */
  timeline: EventFinding[];
}

/** One report: its heading and its text, to which every `Place` points. */
export interface Heading {
  /** Headline. */
  title: string;
  /** Who published it. */
  outlet: string;
  /** When, as the plan has it. */
  published: string;
  /** No names were looked for in it. */
  unread?: boolean;
  /** Its blocks in page order. */
  parts: PartFinding[];
}

/** A pair of reports. */
export interface Relation {
  /** The earlier of the two. */
  a: number;
  /** The later. */
  b: number;
  /** Whether they are about one event. */
  event: Event;
}

/** An actor, and how each report names it. */
export interface ActorFinding {
  /** Person, organisation or place. */
  kind: Kind;
  /** Whether it is beyond doubt that the names are of one actor. */
  sure: boolean;
  /** The reports state its role in different words. */
  rolesDiffer: boolean;
  /** How each report has it. */
  reports: (ActorIn | null)[];
}

/** A quote, and where each report has it. */
export interface QuoteFinding {
  /** How near the reports' words are; `None` where only one has it. */
  wording?: Wording;
  /** Whether it is beyond doubt that they are one quote. */
  sure: boolean;
  /** The reports name different speakers. */
  speakersDiffer: boolean;
  /** Where each report has it. */
  reports: (QuoteIn | null)[];
}

/** A number, a date or a place, and what each report says. */
export interface FactFinding {
  /** What it is about. */
  kind: FactKind;
  /** Whether the reports agree; `None` where only one has it. */
  accord?: Accord;
  /** Whether it is beyond doubt that the reports speak of one thing. */
  sure: boolean;
  /** What each report says. */
  reports: (FactIn | null)[];
}

/** A date in the order of all dates. */
export interface EventFinding {
  /** Which of `Comparison::facts`. */
  fact: number;
  /** Events of the timeline that one report has before this one and another behind it. */
  moved: number[];
}

/** One block of a report, and where the others tell the same. */
export interface PartFinding {
  /** Item of the report's plan. */
  item: number;
  /** A paragraph or the standfirst; only these have counterparts. */
  story: boolean;
  /** Its text. */
  text: string;
  /** Paragraphs of other reports that tell the same or a part of it, the nearest first. */
  same: Counterpart[];
}

/** Whether two reports are about one event. */
export type Event = "same" | "unsure" | "unrelated";

/** An actor in one report. */
export interface ActorIn {
  /** Fullest form of the name. */
  name: string;
  /** Other forms. */
  also: string[];
  /** Its role as this report states it first, and the sentence. */
  role: [string, PartPlace] | null;
  /** How often it is named. */
  mentions: number;
  /** Quotes that are given to it. */
  quotes: number;
  /** The first mention. */
  first: PartPlace;
  /** The sentence of the first mention. */
  sentence: PartPlace;
}

/** How near the words of two quotes are. */
export type Wording = "word-for-word" | "shortened" | "other-words";

/** A quote in one report. */
export interface QuoteIn {
  /** The words. */
  words: PartPlace;
  /** The sentence that shows who said them. */
  sentence: PartPlace;
  /** The speaker's name; `None` where the text leaves it open. */
  speaker: string | null;
  /** In quotation marks. */
  direct: boolean;
}

/** What a fact is about. */
export type FactKind = "count" | "money" | "percent" | "age" | "date" | "time" | "where";

/** Whether what the reports say of one thing goes together. */
export type Accord = "agree" | "differ";

/** A fact in one report. */
export interface FactIn {
  /** The number with its unit, or the date. */
  words: PartPlace;
  /** The sentence. */
  sentence: PartPlace;
}

/** A paragraph of another report. */
export interface Counterpart {
  /** Which report. */
  report: number;
  /** Which of its parts. */
  part: number;
  /** How near, 0 to 1. */
  score: number;
  /** Whether it is beyond doubt. */
  sure: boolean;
}

/** A stretch of a part's text. */
export interface PartPlace {
  /** Index into `Report::parts`. */
  part: number;
  /** First UTF-8 byte; UTF-16 unit in what JavaScript gets. */
  start: number;
  /** One past the last. */
  end: number;
}

/**
 * How readily a block is called out of place where the evidence leaves a choice.
 *
 * It moves the threshold for prose of another story and lets weaker forms of inserts inside a
 * paragraph count. What is certain is flagged at every setting.
 */
export type Keenness = "cautious" | "normal" | "keen";
