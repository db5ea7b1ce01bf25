// What a reader says of a block: that it belongs to the story or not, here or always on this site.
import { make, button } from "./dom.js";
import { itemsOf } from "./plan.js";
import { say } from "./strings.js";
import css from "./judge.css";

/** Elements that have been given their buttons. */
const judged = new WeakSet();

/** What was said in each reader: whether blocks of a kind belong, by the kind's key. */
const said = new WeakMap();

/** What was said in a reader, as the engine takes it. */
export const verdicts = (reader) => [...(said.get(reader) ?? [])].map(([like, belongs]) => ({ like, belongs }));

/** Below a collapsed section that was opened: 'this belongs'. */
export function judge(reader, flag) {
  offer(reader, flag.root, { items: itemsOf(flag), belongs: true, onUndo: () => flag.open(false) });
}

/**
 * Puts the buttons at the end of `root`, once: that the items in it belong, or do not belong if
 * `belongs` is false. `onUndo()` is called when the reader takes it back. Gives a function that says
 * it in the reader's place.
 */
export function offer(reader, root, { items, belongs, onUndo = () => {} }) {
  if (judged.has(root)) return;
  judged.add(root);
  reader.shell.style(css);
  const line = make("p", { class: "verdict" });
  const kinds = new Map(items.map((index) => [reader.plan.items[index].like, reader.plan.items[index].label]));
  kinds.delete(undefined);
  kinds.delete("");
  const sayOf = (verdict) => {
    const all = said.get(reader) ?? new Map();
    said.set(reader, all);
    for (const like of kinds.keys()) if (verdict === null) all.delete(like); else all.set(like, verdict);
    if (verdict === null) root.removeAttribute("data-verdict");
    else root.setAttribute("data-verdict", verdict ? "in" : "out");
  };
  const canKeep = reader.page.correct && kinds.size > 0;

  /** Sends a verdict on every kind of block in it; gives the code of what was in the way of keeping it, or null. */
  async function correct(verdict) {
    const answers = await Promise.all([...kinds].map(([like, label]) => reader.page.correct({ like, belongs: verdict, label })));
    const failed = answers.find((answer) => answer?.kept !== true);
    return failed === undefined ? null : (failed?.code ?? "notStored");
  }

  function draw(words, ...buttons) {
    const hadFocus = line.contains(/** @type {ShadowRoot} */ (line.getRootNode()).activeElement);
    line.replaceChildren(...[words && make("span", { dir: "auto" }, words), ...buttons].filter(Boolean));
    if (words) reader.shell.say(words);
    if (hadFocus) line.querySelector("button").focus({ preventScroll: true });
  }

  const act = (key, onClick) => button({ class: "verdict-act", dir: "auto" }, onClick, say(key));
  const always = () => canKeep && act(belongs ? "alwaysKeep" : "alwaysOut", keep);
  const open = () => draw("", act(belongs ? "belongs" : "belongsNot", once), always());

  function once() {
    sayOf(belongs);
    draw(say(belongs ? "belongsHere" : "belongsNotHere"), always(), act("undo", () => undo(false)));
  }

  async function keep() {
    sayOf(belongs);
    const code = await correct(belongs);
    draw(say(code ?? (belongs ? "alwaysKept" : "alwaysLeftOut")), act("undo", () => undo(code === null)));
  }

  async function undo(kept) {
    if (kept) await correct(null);
    sayOf(null);
    reader.shell.say(say("undone"));
    onUndo();
    open();
  }

  root.append(line);
  open();
}
