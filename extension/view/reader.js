// The reader: loading, an article, or a message, from a click to the next.
import { Article, darken } from "./article.js";
import { open as openShell } from "./dialog.js";
import { make } from "./dom.js";
import { mark } from "./marks.js";
import { draw as drawMessage, drawAll } from "./message.js";
import { Names } from "./names.js";
import { say } from "./strings.js";

/** An answer that is there sooner (ms) needs no sign that something is under way. */
const PATIENCE = 150;

/** One reader, open from when it is made until it is closed. */
export class Reader {
  /** False once it was closed, by whatever way. */
  isOpen = true;
  #shell = null;
  #names = null;
  #waiting = setTimeout(() => this.#showLoading(), PATIENCE);
  #onClose;
  #pageText;
  #pictures;

  /**
   * `onClose()` is called once, when it was closed; `pageText()` gives the page's text where there is
   * no plan to show it from; `pictures` says whether a picture from outside the text may be loaded.
   */
  constructor({ onClose, pageText, pictures = true }) {
    this.#onClose = onClose;
    this.#pageText = pageText;
    this.#pictures = pictures;
  }

  /** Closes it and leaves the page as it was. */
  close() {
    if (this.#shell) this.#shell.close();
    else if (this.isOpen) this.#closed();
  }

  /**
   * Shows a plan: the article first, its names as soon as that was painted. `clicked` is the time of
   * the click (ms since the epoch), `engine` the time that the engine took (ms).
   */
  showPlan(plan, { clicked, engine } = {}) {
    if (plan.status !== "article") {
      this.showMessage(plan.status === "empty" ? "no-text" : "no-article", plan);
      return;
    }
    const article = new Article(plan, { pictures: this.#pictures });
    this.#show("article", article.root);
    const ms = { engine };
    const since = () => (clicked ? Date.now() - clicked : null);
    painted(() => {
      if (!this.isOpen) return;
      ms.clickToArticle = since();
      this.#showNames(plan, article);
      painted(() => {
        ms.clickToNames = since();
        this.#shell.dialog.setAttribute("data-ms", JSON.stringify(ms));
      });
    });
  }

  /** Says in words why there is no article and what can be done now. */
  showMessage(code, plan = null) {
    const { root, words, all } = drawMessage(code, () => this.#showAll(plan));
    this.#show("message", root);
    this.#shell.say(words);
    all?.focus();
  }

  #showNames(plan, article) {
    this.#names = new Names({ plan, marked: mark(plan, article.drawn), article, frame: this.#shell.frame });
    article.setNames(this.#names.count);
    this.#shell.say([say("opened"), plan.meta.title, article.summary].filter(Boolean).join(". "));
  }

  #showLoading() {
    this.#show("loading", make("p", { class: "loading" }, say("loading")));
    this.#shell.say(say("loading"));
  }

  #showAll(plan) {
    this.#show("article", drawAll(plan, this.#pageText));
    this.#shell.say(say("shownAll"));
    this.#shell.scroller.focus({ preventScroll: true });
  }

  #show(state, content) {
    clearTimeout(this.#waiting);
    this.#shell ??= openShell({
      onKey: (event) => this.#names?.key(event) ?? false,
      onClosed: () => this.#closed(),
    });
    this.#shell.dialog.setAttribute("data-state", state);
    this.#shell.content.replaceChildren(content);
    this.#shell.scroller.scrollTop = 0;
  }

  #closed() {
    clearTimeout(this.#waiting);
    this.isOpen = false;
    darken();
    this.#onClose();
  }
}

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
