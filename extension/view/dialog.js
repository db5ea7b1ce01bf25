// The shell: one host element under <html> with a closed shadow root, in it a modal dialog. The
// page is never touched; taking the host away leaves it as it was.
import { draw as drawBar } from "./bar.js";
import { make } from "./dom.js";
import { makeHost, parentOf, printSheet, rootOf, sheet } from "./host.js";
import { stay } from "./stay.js";
import themes from "./themes.css";
import reader from "./reader.css";
import barStyle from "./bar.css";
import body from "./body.css";
import flags from "./flags.css";
import names from "./names.css";
import adapt from "./adapt.css";
import { say, language, direction } from "./strings.js";

/**
 * Opens the shell. `onKey(event)` is asked first for every key; true means that it was used. `use(tool)`
 * runs a tool. `onClosed(how)` is called once, however it was closed: `how` is what `close` got, or `taken` where
 * the page did it. `look(dialog)` is called before it is shown. Throws where the page has not let it open; then nothing
 * of it is left.
 */
export function open({ onKey, use, onClosed, look }) {
  const { host, root } = makeHost();
  const styles = [themes, reader, barStyle, body, flags, names, adapt];
  root.adoptedStyleSheets = styles.map(sheet);
  const status = make("p", { class: "unseen", role: "status" });
  const content = make("div", { class: "content" });
  const scroller = make("div", { class: "scroller", tabindex: -1 });
  const { bar, settle, time } = drawBar({ scroller, use, onClose: () => end() });
  const frame = make("div", { class: "frame" }, bar, content);
  scroller.append(frame);
  const dialog = make(
    "dialog",
    { class: "reader", "data-state": "loading", lang: language(), dir: direction(), "aria-label": say("name") },
    scroller,
    status,
  );
  root.appendChild(dialog);
  const print = printSheet();
  let isOpen = true;
  let isHidden = false;
  let leave = () => {};

  function end(how) {
    if (!isOpen) return;
    isOpen = false;
    leave();
    // Closing gives the focus back to where it was.
    if (dialog.open) dialog.close();
    host.remove();
    print(false);
    onClosed(how);
  }

  /** Steps aside and lets the page have the screen; `unhide` comes back. */
  function hide() {
    isHidden = true;
    dialog.close();
    print(false);
  }

  function unhide() {
    dialog.showModal();
    isHidden = false;
    print(true);
  }

  /** Brings the dialog above what came to the top after it: the focus and the place stay. */
  function lift() {
    const activeElement = /** @type {HTMLElement | null} */ (root.activeElement);
    const { scrollTop } = scroller;
    if (dialog.open) dialog.close();
    dialog.showModal();
    (activeElement ?? scroller).focus({ preventScroll: true });
    scroller.scrollTop = scrollTop;
    settle();
  }

  dialog.addEventListener("close", () => dialog.open || isHidden || end());
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    end();
  });
  dialog.addEventListener("keydown", (event) => {
    if (!event.isTrusted) return;
    if (onKey(event) || isSelectAll(event)) event.preventDefault();
    else if (event.key === "Escape") {
      event.preventDefault();
      end();
    }
  });

  /** 'Select all' means all of the article: left alone, the browser looks at the page behind. */
  function isSelectAll({ ctrlKey, metaKey, key, target }) {
    if (!(ctrlKey || metaKey) || key !== "a" || target.matches("input")) return false;
    getSelection().setBaseAndExtent(content, 0, content, content.childNodes.length);
    return true;
  }

  try {
    rootOf(document).appendChild(host);
    print(true);
    look(dialog);
    dialog.showModal();
    if (parentOf(host) !== rootOf(document) || !dialog.checkVisibility()) throw new Error("the page keeps the reader off the screen");
    // A page may be shown smaller or larger than it is; the reader is not.
    if (host.currentCSSZoom) dialog.style.zoom = String(1 / host.currentCSSZoom);
  } catch (error) {
    host.remove();
    print(false);
    throw error;
  }
  leave = stay({ host, dialog, isAside: () => isHidden, lift, lost: () => end("taken") });
  scroller.focus({ preventScroll: true });

  /** Puts on a style sheet of a tool, once; the last word stays with the last sheet. */
  function style(css) {
    if (styles.includes(css)) return;
    styles.splice(-1, 0, css);
    root.adoptedStyleSheets = styles.map(sheet);
  }

  return { dialog, scroller, frame, bar, content, style, settle, time, hide, unhide, close: end, say: (text) => (status.textContent = text) };
}
