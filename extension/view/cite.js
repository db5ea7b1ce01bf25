// Words of the story with their source: who says them, where they stood and when, and an address that
// leads to the passage.
import { toClipboard } from "./clipboard.js";
import { button } from "./dom.js";
import { site, written } from "./head.js";
import { voice } from "./quoted.js";
import { say } from "./strings.js";

/** A passage of more words is named by as many at its beginning and its end as EDGE says. */
const WHOLE = 9;
const EDGE = 5;

/** In an address these would part what is looked for. */
const coded = (text) => encodeURIComponent(text).replaceAll("-", "%2D");

/** The text that an address has browsers look for, after `#:~:text=`: a passage, or its two ends. */
export function fragment(passage) {
  const text = passage.replace(/\s+/g, " ").trim();
  const words = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].filter((each) => each.isWordLike);
  if (words.length <= WHOLE) return coded(text);
  const end = ({ index, segment }) => index + segment.length;
  return `${coded(text.slice(0, end(words[EDGE - 1])))},${coded(text.slice(words.at(-EDGE).index, end(words.at(-1))))}`;
}

/** The page's address with the way to a passage, or "" where the story has none that others could open. */
function address({ url }, passage) {
  const own = URL.parse(url);
  if (!own || !/^https?:$/.test(own.protocol)) return "";
  own.hash = "";
  return `${own.href}#:~:text=${fragment(passage)}`;
}

/** Who says a quote, with the first role; "" where nobody is known. */
function speakerOf(plan, quote) {
  const one = voice(plan, quote) === null && plan.actors[quote.speaker];
  return one ? [one.name, one.roles?.[0]?.text].filter(Boolean).join(", ") : (voice(plan, quote) ?? "");
}

/** Words with their source, as they are copied; `quote` is the plan's, where they are one. */
function cited(plan, words, quote = null) {
  const { meta } = plan;
  const day = meta.publishedTime && written(meta.publishedTime.slice(0, 10));
  const isPlain = quote !== null && !quote.direct;
  return [
    isPlain ? words : say("quotedWords", words),
    quote && speakerOf(plan, quote),
    [meta.title, site(meta, plan.url), day].filter(Boolean).join(". "),
    address(plan, words),
  ].filter(Boolean).join("\n");
}

/** Copies words with their source; says so, or that it did not work, in words. */
export async function copyCited(reader, words, quote) {
  const told = await toClipboard(cited(reader.plan, words, quote)).then(() => "copiedWithSource", () => "toolFailed");
  reader.shell.say(say(told));
  return say(told);
}

/** A button that copies a quote of the plan with its source, and says on itself that it did. */
export function citing(reader, words, quote) {
  const copy = button({ class: "card-copy", dir: "auto" }, async () => {
    copy.textContent = await copyCited(reader, words, quote);
    setTimeout(() => (copy.textContent = say("copyWithSource")), 2_000);
  }, say("copyWithSource"));
  return copy;
}
