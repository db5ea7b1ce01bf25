// What the page says about the article itself: where it comes from, and that it is not all of it.
import { make, dotted, link } from "./dom.js";
import { say } from "./strings.js";

/** What is said where the text ends, not where it begins. */
const AT_THE_END = new Set(["cut-off", "next-page"]);

const words = ({ code, args, text }) => say(`fact_${code.replaceAll("-", "_")}`, ...(args ?? [])) || text;

/** A line of facts; one whose argument is an address is a link. */
function line(facts) {
  if (facts.length === 0) return null;
  const root = make("p", { class: "provenance" });
  for (const fact of facts) {
    const address = fact.args?.find((arg) => URL.canParse(arg));
    dotted(root, address ? link(address, words(fact)) : make("span", { dir: "auto" }, words(fact)));
  }
  return root;
}

/** The lines below the head and below the text; null where there is nothing to say. */
export function draw({ facts = [] }) {
  const ends = Object.groupBy(facts, ({ code }) => (AT_THE_END.has(code) ? "below" : "above"));
  return { above: line(ends.above ?? []), below: line(ends.below ?? []) };
}
