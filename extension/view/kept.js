// One actor kept lit while one reads: every name of it, with the way from one to the next in a bar below the text.
import { make, button } from "./dom.js";
import { jump } from "./jump.js";
import { say } from "./strings.js";
import css from "./kept.css";

/** What stands above this line (CSS pixels) is behind the reader's own bar. */
const BAR = 60;

/** The bar of each reader: whose it is and how to take it away. */
const open = new WeakMap();

/** Keeps the names of an actor lit, or lets go of it; gives whether they are lit now. */
export function toggle(reader, actor) {
  const before = open.get(reader);
  before?.end();
  if (before?.actor === actor) return false;
  reader.shell.style(css);
  draw(reader, actor);
  return true;
}

function draw(reader, number) {
  const { names, plan, shell } = reader;
  const { name, mentions } = plan.actors[number];
  const where = make("span", { class: "kept-where" });
  let at = -1;
  const step = (by, key, sign) =>
    button({ class: "card-step", "aria-label": say(key), title: say(key) }, () => {
      at = at < 0 ? nearest(reader, mentions, by) : (at + by + mentions.length) % mentions.length;
      where.textContent = say("ofTotal", at + 1, mentions.length);
      jump(reader, plan.marks[mentions[at]]);
    }, sign);
  const root = make(
    "div",
    { class: "kept", role: "group", "aria-label": say("keptLit", name) },
    make("span", { class: "kept-name", dir: "auto" }, make("bdi", null, name)),
    step(-1, "previousMention", "‹"),
    where,
    step(1, "nextMention", "›"),
    button({ class: "close", "aria-label": say("keptEnd"), title: say("keptEnd") }, () => {
      end();
      shell.scroller.focus({ preventScroll: true });
    }, "×"),
  );
  where.textContent = String(mentions.length);
  const release = reader.keys((event) => {
    if (event.key !== "Escape" || !root.contains(event.target)) return false;
    end();
    shell.scroller.focus({ preventScroll: true });
    return true;
  });
  const stay = reader.atRenewal(() => end());
  function end() {
    release();
    stay();
    open.delete(reader);
    names.kept = null;
    names.point(null);
    root.remove();
    for (const each of shell.dialog.querySelectorAll(".card-keep")) each.setAttribute("aria-pressed", "false");
  }
  open.set(reader, { actor: number, end });
  names.kept = number;
  names.point(null);
  shell.dialog.append(root);
  shell.say(say("keptLit", name));
}

/** The first mention below the top of the screen, or with `by` -1 the last above it. */
function nearest({ article, plan }, mentions, by) {
  const isBelow = (mark) => article.drawn.get(plan.marks[mark].item)?.getBoundingClientRect().bottom > BAR;
  const next = mentions.findIndex(isBelow);
  if (by > 0) return Math.max(next, 0);
  return (next > 0 ? next : mentions.length) - 1;
}
