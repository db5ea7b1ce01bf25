// Tools that are in a script of their own: it comes into the page when one of them is first used.
import { say } from "./strings.js";

/** A tool of another script. */
const later = (script, tool) => async (reader, ...values) => (await reader.page.tools(script))[tool](reader, ...values);

export const contents = later("more", "contents");
export const compare = later("compare", "toggle");
export const listen = later("more", "listen");
export const marks = later("more", "marks");
export const keepLit = later("more", "keepLit");
export const page = later("more", "page");
export const quotes = later("more", "quotes");
export const rest = later("more", "rest");
export const save = later("more", "save");
export const selected = later("more", "selected");
export const copySelected = later("more", "copySelected");

/** Points out in the bar that another report that names the same people is kept. */
export function pointOut({ shell }) {
  const opener = shell.bar.querySelector('[data-tool="compare"]');
  const words = say("compareAlike");
  opener.style.boxShadow = "inset 0 -2px var(--link)";
  opener.setAttribute("title", words);
  opener.setAttribute("aria-label", words);
}
