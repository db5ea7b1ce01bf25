// A panel beside the article, a sheet below it where the window is narrow: one at a time, closed by
// Esc, by its button or by what opened it; the focus goes back there.
import { make, button } from "./dom.js";
import { say } from "./strings.js";
import css from "./panel.css";

/** The open panel of each reader: its name and how to close it. */
const open = new WeakMap();

/**
 * Opens the panel `name` of a reader, or closes it if it is open. `draw()` gives `{ title, parts,
 * focus, onClose, waits }`: its heading, what it holds, the element that gets the focus, what else is to be
 * done when it closes, and, where what it is about is still to come, a promise after which it is drawn again.
 */
export function toggle(reader, name, draw) {
  const { shell } = reader;
  const opener = shell.dialog.getRootNode().activeElement;
  const before = open.get(reader);
  before?.close();
  if (before?.name === name) return;
  const { title, parts, focus, onClose, waits } = draw();
  const panel = make(
    "section",
    { class: "panel", "data-tool": name, role: "complementary", "aria-labelledby": "panel-title" },
    make(
      "div",
      { class: "panel-head" },
      make("h2", { id: "panel-title" }, title),
      button({ class: "close", "aria-label": say("closePanel"), title: say("closePanel") }, () => close(), "×"),
    ),
    make("div", { class: "panel-body" }, parts),
  );

  function close() {
    release();
    stay();
    open.delete(reader);
    onClose?.();
    panel.remove();
    mark(false);
    (opener?.isConnected ? opener : shell.scroller).focus({ preventScroll: true });
  }

  function mark(isOpen) {
    if (isOpen) shell.dialog.setAttribute("data-panel", name);
    else shell.dialog.removeAttribute("data-panel");
    for (const each of shell.dialog.querySelectorAll(`button[data-tool="${name}"]`)) {
      each.ariaExpanded = String(isOpen);
    }
  }

  const release = reader.keys((event) => {
    if (event.key !== "Escape") return false;
    // A card that is open over the text is nearer than a panel beside it.
    if (!panel.contains(event.target) && reader.names?.key(event)) return true;
    close();
    return true;
  });
  const stay = reader.atRenewal(close);
  open.set(reader, { name, close });
  shell.style(css);
  shell.dialog.appendChild(panel);
  mark(true);
  focus.focus({ preventScroll: true });
  waits?.then(() => {
    if (open.get(reader)?.close !== close) return;
    close();
    toggle(reader, name, draw);
  });
}
