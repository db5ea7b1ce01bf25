// The bar above the text: the way to the tools, and out.
import { make, button } from "./dom.js";
import { say } from "./strings.js";

/** What the bar offers while an article is shown, in order: a tool of tools.js, its word, what it does. */
const tools = () => [["who", say("who"), say("whoHint")]];

/** The bar. `use(tool)` runs a tool, `onClose` closes the reader. */
export function draw({ use, onClose }) {
  const offered = tools().map(([name, word, hint]) =>
    button({ class: "tool", "data-tool": name, title: hint, "aria-expanded": "false" }, () => use(name), word),
  );
  return make(
    "div",
    { class: "bar" },
    make("div", { class: "tools", role: "group", "aria-label": say("tools") }, offered),
    button({ class: "close", "aria-label": say("close"), title: say("closeHint") }, onClose, make("span")),
  );
}
