// A page that was still loading when it was read: what comes later is taken in, at once as long as nobody
// has done anything in the reader but read, else after a press of a button.
import { button, make } from "../view/dom.js";
import { itemsOf } from "../view/plan.js";
import { inReader } from "../view/position.js";
import { say } from "../view/strings.js";
import { verdicts } from "../view/judge.js";

/** A page that is still being sent may be without a story for this long (ms) before that is said. */
const PATIENCE = 8_000;

/** Reads on from a first look in which the page was in `state`, until it is there as a whole. */
export async function readOn(page, reader, state) {
  const begun = Date.now();
  let said = null;
  const isWaiting = () => state === "loading" && Date.now() - begun < PATIENCE;
  if (reader.article) note(reader, say("moreMayCome"));
  else if (!page.quiet && isWaiting()) reader.showLoading(say("stillLoading"));
  while (state !== "complete" && reader.isOpen) {
    await page.grown(state);
    ({ state } = page);
    const look = reader.isOpen && (await page.look());
    if (!reader.isOpen) return;
    const { plan } = look.answer;
    if (plan?.status === "article") take(page, reader, look);
    else if (!reader.article && page.quiet && state === "complete") reader.close();
    else if (!reader.article && !page.quiet && !isWaiting()) said = await tell(page, reader, look, said);
    if (state === "complete" && !hasOffer(reader)) note(reader, null);
  }
}

/** Says why there is no article, unless that was `said` already; gives what was said. */
async function tell(page, reader, look, said) {
  const { ok, plan, code } = look.answer;
  const why = ok ? plan.status : (code ?? "engine-failed");
  if (why === said) return said;
  page.take(look);
  await (ok ? reader.showPlan(plan) : reader.showMessage(code));
  return why;
}

/** Shows the article of a look, or offers it where another one is being used. */
function take(page, reader, look) {
  const { plan, clicked, ms } = look.answer;
  if (!reader.article) {
    page.take(look);
    reader.showPlan(plan, { clicked, engine: ms.engine });
    note(reader, say("moreMayCome"));
  } else if (storyOf(plan) === storyOf(reader.plan)) {
    return;
  } else if (isUntouched(reader)) {
    renew(page, reader, look);
  } else if (!hasOffer(reader)) {
    reader.shell.say(say("moreCame"));
    note(reader, button({ class: "more-take" }, () => ask(page, reader), say("moreCame")));
  }
}

/** Takes the page in as it is now, with what was said of its blocks. */
async function ask(page, reader) {
  const look = await page.look({ corrections: verdicts(reader) });
  if (!reader.isOpen) return;
  if (look.answer.plan?.status === "article") renew(page, reader, look);
  else reader.shell.say(say("toolFailed"));
}

/** Shows another plan of the page in the place of the one that is shown; what is read stays in view. */
function renew(page, reader, look) {
  const place = inReader(reader.plan, reader.article);
  const node = place && page.nodes[reader.plan.items[place.item].node];
  const { plan } = look.answer;
  page.take(look);
  const number = node ? page.nodes.indexOf(node) : -1;
  reader.renew(plan, number < 0 ? null : { ...place, item: plan.items.findIndex((item) => item.node === number) });
  if (page.state !== "complete") note(reader, say("moreMayCome"));
}

/** Whether nobody has done anything here yet but read on: then it may change without a question. */
function isUntouched(reader) {
  const { dialog, scroller, content } = reader.shell;
  const { activeElement } = dialog.getRootNode();
  const isAtRest = activeElement === null || activeElement === dialog || activeElement === scroller;
  return isAtRest && !reader.isUsed && !content.querySelector('[aria-expanded="true"]') && String(getSelection()) === "";
}

const hasOffer = (reader) => Boolean(reader.article?.root.querySelector(".more-take"));

/** Says something below the article's head, or nothing any more. */
function note({ article }, words) {
  if (!article) return;
  article.root.querySelector(".more")?.remove();
  if (words) article.summary.after(make("p", { class: "summary more", dir: "auto" }, words));
}

/** All that a plan shows, to compare. */
function storyOf({ meta, head, flow, items }) {
  const shown = (section) => [section.flag?.label, itemsOf(section).map((item) => [items[item].text, items[item].media?.src])];
  return JSON.stringify([meta, head, flow.map(shown)]);
}
