// Copy and save: the article as Markdown, HTML or JSON. The file is made by the engine and handed over
// by a link to a blob; nothing is asked for and nothing is sent.
import { toClipboard } from "./clipboard.js";
import { make, button } from "./dom.js";
import { verdicts } from "./judge.js";
import { toggle as togglePanel } from "./panel.js";
import { say } from "./strings.js";
import css from "./save.css";

const TYPES = { markdown: "text/markdown", html: "text/html", json: "application/json" };

/** How long (ms) a file's address stays good: a browser may ask where to put it first. */
const KEPT = 60_000;

/** Opens the panel, or closes it. */
export function toggle(reader) {
  reader.shell.style(css);
  togglePanel(reader, "save", () => {
    const result = make("p", { class: "save-result", role: "status" });
    const tell = (words) => (result.textContent = words);
    const actions = [
      [say("copyMarkdown"), () => copy(reader, "markdown")],
      [say("saveMarkdown"), () => save(reader, "markdown")],
      [say("saveHtml"), () => save(reader, "html")],
      [say("saveJson"), () => save(reader, "json")],
    ];
    const buttons = actions.map(([words, act]) =>
      button({ class: "save-act", dir: "auto" }, () => act().then(tell, () => tell(say("toolFailed"))), words),
    );
    const list = make("ul", { class: "save-list" }, buttons.map((each) => make("li", null, each)));
    return { title: say("saveTitle"), parts: [make("p", { class: "save-note" }, say("saveNote")), list, result], focus: buttons[0] };
  });
}

/** The article as a file, `{ name, text }`, with what the reader has said of its blocks. */
async function fileOf(reader, format) {
  const file = await reader.page.export(format, verdicts(reader));
  if (!file?.name) throw new Error("no file");
  return file;
}

async function copy(reader, format) {
  await toClipboard((await fileOf(reader, format)).text);
  return say("copied");
}

async function save(reader, format) {
  // A page in a sandbox has no origin, and the browser saves nothing from there.
  if (globalThis.origin === "null") return say("cannotSave");
  const { name, text } = await fileOf(reader, format);
  const address = URL.createObjectURL(new Blob([text], { type: `${TYPES[format]};charset=utf-8` }));
  const link = make("a", { href: address, download: name, hidden: true });
  reader.shell.dialog.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
  return say("saved", name);
}
