// The shell: one host element under <html> with a closed shadow root, in it a modal dialog. The
// page is never touched; taking the host away leaves it as it was.
import { draw as drawBar } from "./bar.js";
import { make } from "./dom.js";
import themes from "./themes.css";
import reader from "./reader.css";
import barStyle from "./bar.css";
import body from "./body.css";
import flags from "./flags.css";
import names from "./names.css";
import adapt from "./adapt.css";
import { say, language, direction } from "./strings.js";

/** Printing shows the reader and not the page behind it. */
const PRINT = "@media print { html > :not(copydesk-reader) { display: none !important; } html { background: none !important; } }";

const sheet = (css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

/**
 * Opens the shell. `onKey(event)` is asked first for every key; true means that it was used. `use(tool)`
 * runs a tool. `onClosed` is called once, however it was closed. `look(dialog)` is called before it is shown.
 */
export function open({ onKey, use, onClosed, look }) {
  const { createElement } = Document.prototype;
  const host = createElement.call(document, "copydesk-reader");
  const root = host.attachShadow({ mode: "closed" });
  const styles = [themes, reader, barStyle, body, flags, names, adapt];
  root.adoptedStyleSheets = styles.map(sheet);
  const status = make("p", { class: "unseen", role: "status" });
  const content = make("div", { class: "content" });
  const scroller = make("div", { class: "scroller", tabindex: -1 });
  const bar = drawBar({ scroller, use, onClose: () => end() });
  const frame = make("div", { class: "frame" }, bar, content);
  scroller.append(frame);
  const dialog = make(
    "dialog",
    { class: "reader", "data-state": "loading", lang: language(), dir: direction(), "aria-label": say("name") },
    scroller,
    status,
  );
  root.appendChild(dialog);
  const print = sheet(PRINT);
  let isOpen = true;
  let isHidden = false;

  function end() {
    if (!isOpen) return;
    isOpen = false;
    removal.disconnect();
    // Closing gives the focus back to where it was.
    if (dialog.open) dialog.close();
    host.remove();
    sheets(false);
    onClosed();
  }

  const sheets = (own) => {
    const others = document.adoptedStyleSheets.filter((each) => each !== print);
    document.adoptedStyleSheets = own ? [...others, print] : others;
  };

  /** Steps aside and lets the page have the screen; `unhide` comes back. */
  function hide() {
    isHidden = true;
    dialog.close();
    sheets(false);
  }

  function unhide() {
    isHidden = false;
    dialog.showModal();
    sheets(true);
  }

  dialog.addEventListener("close", () => dialog.open || isHidden || end());
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    end();
  });
  // The page's own shortcuts must not answer to keys typed here.
  for (const type of ["keydown", "keypress", "keyup"]) {
    dialog.addEventListener(type, (event) => {
      event.stopPropagation();
      if (type !== "keydown" || !event.isTrusted) return;
      if (onKey(event) || isSelectAll(event)) event.preventDefault();
      else if (event.key === "Escape") {
        event.preventDefault();
        end();
      }
    });
  }

  /** 'Select all' means all of the article: left alone, the browser looks at the page behind. */
  function isSelectAll({ ctrlKey, metaKey, key, target }) {
    if (!(ctrlKey || metaKey) || key !== "a" || target.matches("input")) return false;
    getSelection().setBaseAndExtent(content, 0, content, content.childNodes.length);
    return true;
  }

  const { get } = Object.getOwnPropertyDescriptor(Document.prototype, "documentElement");
  const page = get.call(document);
  page.appendChild(host);
  // A page that takes the reader away has closed it: nothing may stay behind.
  const removal = new MutationObserver(() => host.isConnected || end());
  removal.observe(page, { childList: true });
  sheets(true);
  look(dialog);
  dialog.showModal();
  scroller.focus({ preventScroll: true });

  /** Puts on a style sheet of a tool, once; the last word stays with the last sheet. */
  function style(css) {
    if (styles.includes(css)) return;
    styles.splice(-1, 0, css);
    root.adoptedStyleSheets = styles.map(sheet);
  }

  return { dialog, scroller, frame, bar, content, style, hide, unhide, close: end, say: (text) => (status.textContent = text) };
}
