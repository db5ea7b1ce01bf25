// The reader: loading, an article, or a message; and what belongs to it while it is open.
import { make, button, language } from "./dom.js";
import { say, count } from "./strings.js";
import { draw as drawBlocks } from "./blocks.js";
import { open as openShell } from "./dialog.js";
import { draw as drawHead } from "./head.js";
import { rangeOf } from "./inline.js";
import { listen, mark } from "./names.js";
import { draw as drawSections, leftOut as drawLeftOut } from "./sections.js";

/** An answer that is there sooner (ms) needs no sign that something is under way. */
const PATIENCE = 150;

/** How long (ms) a place that was jumped to stays lit. */
const LIT = 1600;

/**
 * Makes a reader. `onClose` is called when it was closed, `pageText()` gives the page's text where
 * there is no plan to show it from; `pictures` says whether pictures may be loaded.
 */
export function createReader({ onClose, pageText, pictures = true }) {
  let shell = null;
  let isOpen = true;
  let names = null;
  let timer = setTimeout(() => showLoading(), PATIENCE);

  function ensureShell() {
    clearTimeout(timer);
    shell ??= openShell({ onKey: (event) => names?.key(event) ?? false, onClosed: closed });
    return shell;
  }

  function closed() {
    clearTimeout(timer);
    CSS.highlights.delete("copydesk-lit");
    isOpen = false;
    onClose();
  }

  function close() {
    if (shell) shell.close();
    else if (isOpen) closed();
  }

  function show(state, ...children) {
    const { dialog, content, scroller } = ensureShell();
    dialog.setAttribute("data-state", state);
    content.replaceChildren(...children);
    scroller.scrollTop = 0;
  }

  function showLoading() {
    show("loading", make("p", { class: "loading" }, say("loading")));
    shell.say(say("loading"));
  }

  /** Shows a plan: the article first, its names at once after it was painted. */
  function showPlan(plan, { clicked, engine } = {}) {
    if (plan.status !== "article") {
      showMessage(plan.status === "empty" ? "no-text" : "no-article", plan);
      return;
    }
    const drawn = new Map();
    const { article, reveals, summary } = drawArticle(plan, drawn);
    show("article", article);
    const ms = { engine };
    painted(() => {
      if (!isOpen) return;
      if (clicked) ms.clickToArticle = Date.now() - clicked;
      const marked = mark(plan, drawn);
      names = listen({ plan, names: marked, article, frame: shell.frame, jump: (to) => jump(to, drawn, reveals) });
      summary.names(names);
      shell.say([say("opened"), plan.meta.title, summary.text()].filter(Boolean).join(". "));
      painted(() => {
        if (clicked) ms.clickToNames = Date.now() - clicked;
        shell.dialog.setAttribute("data-ms", JSON.stringify(ms));
      });
    });
  }

  function drawArticle(plan, drawn) {
    const article = make("article", { dir: plan.meta.dir, lang: language(plan.meta.lang) });
    const leftOut = plan.leftOut.length > 0 ? drawLeftOut(plan) : null;
    const line = make("p", { class: "summary", dir: "auto" });
    article.append(drawHead(plan, drawn, { pictures }), line);
    const { flags, reveals } = drawSections(article, plan, drawn);
    if (leftOut) article.append(make("footer", null, leftOut.opener(), leftOut.root));
    let next = 0;
    const look = button({ class: "flag-next" }, () => {
      const flag = flags[next++ % flags.length];
      flag.scrollIntoView({ block: "center" });
      flag.querySelector("button").focus({ preventScroll: true });
    }, count("lookInserted", flags.length));
    if (leftOut) line.append(leftOut.opener());
    if (flags.length > 0) line.append(look);
    const summary = {
      text: () => [...line.children].map((part) => part.textContent).join(", "),
      names: ({ count: total, hint }) => total > 0 && line.append(make("span", { class: "name-count", title: hint }, count("namesMarked", total))),
    };
    return { article, reveals, summary };
  }

  /** Shows a place in the article and lights it for a moment. */
  function jump({ item, start, end }, drawn, reveals) {
    const element = drawn.get(item);
    if (!element) return;
    reveals.get(item)?.();
    element.scrollIntoView({ block: "center" });
    const range = rangeOf(element, start, end);
    const lit = range && new Highlight(range);
    if (!lit) return;
    CSS.highlights.set("copydesk-lit", lit);
    setTimeout(() => {
      if (CSS.highlights.get("copydesk-lit") === lit) CSS.highlights.delete("copydesk-lit");
    }, LIT);
  }

  /** Says in words that there is no article and what can be done now. */
  function showMessage(code, plan = null) {
    const known = say(`message_${(code ?? "").replaceAll("-", "_")}`) ? code : "engine-failed";
    const key = known.replaceAll("-", "_");
    const all = known !== "no-text" && button({ class: "message-all" }, () => showAll(plan), say("showAll"));
    show(
      "message",
      make(
        "section",
        { class: "message" },
        make("h1", { class: "message-text" }, say(`message_${key}`)),
        make("p", { class: "message-hint" }, say(`message_${key}_hint`)),
        all,
      ),
    );
    shell.say(`${say(`message_${key}`)} ${say(`message_${key}_hint`)}`);
    if (all) all.focus();
  }

  /** All text of the page in page order: from the plan, or as the browser gives it. */
  function showAll(plan) {
    const article = make("article", { class: "all", dir: plan?.meta.dir ?? "auto", lang: language(plan?.meta.lang) });
    const title = plan?.meta.title;
    if (title) article.append(make("h1", { class: "title", dir: "auto" }, title));
    if (plan) {
      drawBlocks(article, plan.items, plan.items.keys(), new Map());
    } else {
      const lines = pageText().split("\n").filter((line) => line.trim());
      for (const line of lines) article.append(make("p", { dir: "auto" }, line));
    }
    show("article", article);
    shell.say(say("shownAll"));
    shell.scroller.focus({ preventScroll: true });
  }

  return { close, showPlan, showMessage, get isOpen() { return isOpen; } };
};

/** Calls back when the browser has painted what was put on the screen. */
function painted(callback) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      callback();
    };
    channel.port2.postMessage(null);
  });
}
