// The foot of a card: a look into Wikipedia, where that is switched on. It says what is sent, and where,
// before anything is.
import { wikipediaFor } from "../settings.js";
import { make, button, link } from "./dom.js";
import { say } from "./strings.js";

const WORDS = { none: "lookUpNone", off: "lookUpOff" };

const note = (...words) => make("p", { class: "card-note" }, ...words);

function answered(answer) {
  if (!answer?.ok) return [note(say(WORDS[answer?.code] ?? "lookUpFailed"))];
  const source = link(answer.page, say("lookUpSource", answer.title));
  return [
    make("p", { class: "card-found", dir: "auto" }, answer.several ? say("lookUpSeveral") : answer.text),
    note(source, " · ", say("lookUpLicence")),
  ];
}

/** The foot for an actor of the reader's plan, or null where names are not looked up. */
export function draw({ page, settings, plan, shell }, actor) {
  if (!settings.wikipedia || !page.lookup) return null;
  const { lang } = plan.meta;
  const root = make("div", { class: "card-lookup", tabindex: -1 });
  const ask = async () => {
    root.replaceChildren(note(say("lookUpWait")));
    root.focus({ preventScroll: true });
    const answer = await page.lookup(actor.name, lang).catch(() => null);
    root.replaceChildren(...answered(answer));
    shell.say(root.textContent);
  };
  root.append(
    button({ class: "card-more" }, ask, say("lookUp")),
    note(say("lookUpSends", actor.name, wikipediaFor(lang))),
  );
  return root;
}
