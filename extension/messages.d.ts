// What the script in a page asks of the background, and what it is answered.

import type { Comparison, Correction, Plan } from "./engine";
import type { SCHEMA } from "./settings.js";

/** A captured page on its way: the integers as base64 of their bytes. */
export interface SentPage { url: string; names: string; text: string; ints: string }

/** What is set. */
export type Settings = { [Name in keyof typeof SCHEMA]: (typeof SCHEMA)[Name]["initial"] };

/** What went wrong: `code` names the words that say so. */
export interface Failure { ok: false; code?: string; message?: string }

/**
 * The plan of a page, or why there is none. `coming` says that names which it lacks are being read, `clicked` is when
 * the button was pressed (ms since the epoch), `alike` that a kept report names the same people.
 */
export interface Reading {
  ok: boolean; plan?: Plan; coming?: boolean; ms?: { engine: number }; clicked?: number; alike?: boolean; code?: string; message?: string;
}

/** A page as it was captured, and what was read of it. */
export interface Look { answer: Reading; nodes: Node[]; wire?: SentPage }

/** Whether something is kept, and the code of what was in the way. */
export interface Kept { kept: boolean; code?: string }

/** A page as it is shown: what was captured, and what its reader says of it. */
interface Shown { wire: SentPage; corrections: Correction[] }

/** For each type of message what it carries and what it is answered. */
interface Questions {
  analyze: [{ wire: SentPage; corrections?: Correction[]; named: boolean }, Reading];
  export: [Shown & { format: "markdown" | "html" | "json" }, { name: string; text: string }];
  /** Puts a later script into the page. */
  script: [{ name: string }, boolean];
  sample: [{}, void | Failure];
  shelf: [{}, { others: { id: string; title: string; outlet: string }[]; isKept: boolean; isPrivate: boolean }];
  keep: [Shown, Kept];
  emptyShelf: [{}, boolean];
  compare: [Shown & { ids: string[] }, Comparison];
  /** What is set; `quiet` where nobody clicked. */
  settings: [{}, { settings: Settings; quiet: boolean }];
  set: [{ changes: Partial<Settings> }, Kept];
  correct: [{ like: string; belongs: boolean | null; label?: string }, Kept];
  lookup: [
    { name: string; lang?: string },
    { ok: true; title: string; text: string; several: boolean; page: string; host: string } | Failure,
  ];
  options: [{ site: boolean }, unknown];
  auto: [{}, void];
  left: [{}, void];
  closed: [{ how: string }, void];
}

export type Type = keyof Questions;

/** What a message of a type carries beside the number of its reader. */
export type Carried<T extends Type> = Questions[T][0];
export type Answer<T extends Type> = Questions[T][1];
export type Message<T extends Type> = { type: T } & Carried<T>;

/** The page that a message comes from. */
export type Sender = chrome.runtime.MessageSender & { tab: chrome.tabs.Tab & { id: number; url: string }; url: string };

/** What the background answers with: a function for each type. */
export type Answers = {
  [T in Type]: (message: Carried<T> & { opening: number }, sender: Sender) => Answer<T> | Failure | Promise<Answer<T> | Failure>;
};
