// Tools that are a script of their own: they come into the page when they are first used.
import { say } from "./strings.js";

/** Points out in the bar that another report that names the same people is kept. */
export function pointOut({ shell }) {
  const opener = shell.bar.querySelector('[data-tool="compare"]');
  const words = say("compareAlike");
  opener.style.boxShadow = "inset 0 -2px var(--link)";
  opener.setAttribute("title", words);
  opener.setAttribute("aria-label", words);
}

/** Opens the comparison with other reports, see compare.js, or closes it. */
export async function toggle(reader, ids) {
  const { toggle: open } = await reader.page.tools("compare");
  return open(reader, ids);
}
