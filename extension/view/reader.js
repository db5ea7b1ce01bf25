// The reader: loading, an article, or a message, from a click to the next.
import { Article } from "./article.js";
import { open as openShell } from "./dialog.js";
import { make } from "./dom.js";
import { apply } from "./look.js";
import { mark } from "./marks.js";
import { Names } from "./names.js";
import { inReader, onPage, restore } from "./position.js";
import { say } from "./strings.js";

/** An answer that is there sooner (ms) needs no sign that something is under way. */
const PATIENCE = 150;

/** One reader, open from when it is made until it is closed. */
export class Reader {
  /** False once it was closed, by whatever way. */
  isOpen = true;
  /** What it shows: the plan, the `Article` drawn from it and its `Names`; null where there is none yet. */
  plan = null;
  article = null;
  names = null;
  /** The dialog and what is in it; null before anything is shown. */
  shell = null;
  /** What the page, or what stands for one, can be asked for. */
  page;
  /** What is set, see settings.js; nothing until `ready`. */
  settings = {};
  /** Resolves when what is set is known: nothing may be shown before. */
  ready;
  /** Resolves when names that are still being read have come, where there are such. */
  naming = null;
  #keys = [];
  #closings = new Set();
  #tools = null;
  #renewals = new Set();
  #waiting = null;
  #onClose;

  /**
   * `onClose(how)` is called once, when it was closed: `click`, `taken` by the page, `failed`, or undefined
   * for any other way. Of the `page` is asked: `text()`, its text where
   * there is no plan to show it from; `tools()`, the module view/tools.js, loaded; `pictures`, whether
   * a picture from outside the text may be loaded; `settings(onChange)`, what is set; `set(changes)`
   * keeps settings and may say whether they are `kept`; `options()` opens the page of all settings; `host`, the site they are for, or null;
   * `nodes`, the page's nodes by number; `isLive`, whether they are on the screen; `export(format,
   * corrections)`, the article as a file; `correct`, see content/page.js, where corrections are kept;
   * `quiet`, whether nothing may be said where there is no article; `about(type, values)`, for comparing.
   */
  constructor({ onClose, page }) {
    this.#onClose = onClose;
    this.page = page;
    const follow = (settings) => this.#follow(settings);
    this.ready = page.settings(follow).then(follow).catch(() => {});
    this.ready.then(() => {
      const show = () => this.#trying(() => this.showLoading());
      if (this.isOpen && !this.shell && !this.page.quiet) this.#waiting = setTimeout(show, PATIENCE);
    });
  }

  /** Changes settings: at once here, and kept. Gives the code of what was in the way of that, or null. */
  async set(changes) {
    this.#follow({ ...this.settings, ...changes });
    const answer = await Promise.resolve(this.page.set(changes)).catch(() => null);
    const code = answer?.kept === false ? answer.code : null;
    if (code) this.shell?.say(say(code));
    return code;
  }

  #follow(settings) {
    this.settings = settings ?? {};
    if (this.shell) apply(this.shell.dialog, this.settings);
    if (this.names) this.#mark();
  }

  /** Marks the names that are wanted, and says how many. */
  #mark() {
    this.names.mark(this.settings.names);
    this.article.setNames(this.names.count);
  }

  /** Closes it and leaves the page as it was; `how`, see `onClose`. */
  close(how) {
    if (this.shell) this.shell.close(how);
    else if (this.isOpen) this.#closed(how);
  }

  /**
   * Shows a plan: the article first, its names as soon as that was painted. `clicked` is the time of
   * the click (ms since the epoch), `engine` the time that the engine took (ms); `named` gives the
   * `plan` with its names, or null, where they were not there at once.
   * @param {import("../engine").Plan} plan
   * @param {{ clicked?: number, engine?: number, named?: any }} [times]
   */
  showPlan(plan, { clicked, engine, named } = {}) {
    if (plan.status !== "article") return this.showMessage(plan.status === "empty" ? "no-text" : "no-article", plan);
    this.#draw(plan);
    this.#place(this.page.isLive && onPage(plan, this.page.nodes));
    const ms = { engine };
    const since = () => (clicked ? Date.now() - clicked : null);
    const { article } = this;
    this.naming = named;
    painted(async () => {
      if (!this.isOpen) return;
      ms.clickToArticle = since();
      this.shell.say([say("opened"), plan.meta.title, article.words].filter(Boolean).join(". "));
      const all = (await named)?.plan ?? plan;
      this.naming = null;
      if (!this.isOpen) return;
      // More of the page may have been taken in already, with its names.
      if (this.article === article) this.#name(all);
      painted(() => {
        ms.clickToNames = since();
        this.shell.dialog.setAttribute("data-ms", JSON.stringify(ms));
      });
    });
    return undefined;
  }

  /** Shows another plan in the place of the one that is shown, with `place` where it stood; null for the beginning. */
  renew(plan, place) {
    const { scrollTop } = this.shell.scroller;
    for (const end of [...this.#renewals]) end();
    this.names?.mark("none");
    this.#draw(plan);
    this.shell.scroller.scrollTop = scrollTop;
    this.#place(place);
    this.#showNames();
    this.shell.scroller.focus({ preventScroll: true });
  }

  #draw(plan) {
    const use = (tool, ...values) => this.use(tool, ...values);
    this.plan = plan;
    this.article = new Article(plan, { pictures: this.page.pictures, use });
    this.show("article", this.article.root);
    this.shell.time(plan.minutes);
  }

  /** Scrolls to where `place` stood; the bar stays in sight. */
  #place(place) {
    const element = place && this.article.drawn.get(place.item);
    if (element) restore(place, element, this.shell.scroller);
    this.shell.settle();
  }

  /** Whether any tool was used. */
  get isUsed() {
    return this.#tools !== null;
  }

  /** Says in words why there is no article and what can be done now. */
  showMessage(code, plan = null) {
    return this.use("message", code, plan);
  }

  /** Takes in the plan with names: what shows the same stays as it is drawn. */
  #name(plan) {
    const { flow, leftOut } = this.plan;
    const isSame = JSON.stringify([flow, leftOut]) === JSON.stringify([plan.flow, plan.leftOut]);
    // What somebody has opened or said meanwhile stays.
    if (!isSame && !this.isUsed) return this.renew(plan, inReader(this.plan, this.article));
    Object.assign(this.plan, plan, { needs: plan.needs, unread: plan.unread, flow, leftOut });
    return this.#showNames();
  }

  #showNames() {
    const { plan, article } = this;
    const draw = (name, actions) => this.use("card", name, actions);
    if (!this.names) this.keys((event) => this.names.key(event));
    this.names = new Names({ plan, marked: mark(plan, article.drawn), article, frame: this.shell.frame, draw });
    this.#mark();
    if (article.root.querySelector(".embed, .insert")) this.page.tools().then((tools) => tools.rest(this)).catch(() => {});
  }

  /** Says that the page is being read, or in other words what is waited for. */
  showLoading(words = say("loading")) {
    if (this.shell?.dialog.textContent.includes(words)) return;
    this.show("loading", make("p", { class: "loading" }, words));
    this.shell.say(words);
  }

  #trying(act) {
    try {
      act();
    } catch {
      this.close("failed");
    }
  }

  /** Runs a tool of view/tools.js with this reader and `values`, and gives what it gives; the first one loads them all. */
  async use(tool, ...values) {
    try {
      this.#tools ??= this.page.tools();
      const tools = await this.#tools;
      return this.isOpen ? await tools[tool](this, ...values) : undefined;
    } catch {
      this.#tools = null;
      if (!this.article && this.isOpen) this.#trying(() => this.show("message", make("p", { class: "loading" }, say("toolFailed"))));
      this.shell?.say(say("toolFailed"));
      return undefined;
    }
  }

  /**
   * Lets `answers(event)` have each key before those who asked earlier; true means that it was used.
   * Gives a function that ends it.
   */
  keys(answers) {
    this.#keys.push(answers);
    return () => (this.#keys = this.#keys.filter((each) => each !== answers));
  }

  /** Has `done()` called when the reader closes. Gives a function that takes that back. */
  atClose(done) {
    this.#closings.add(done);
    return () => this.#closings.delete(done);
  }

  /** Has `end()` called when another plan is shown in the place of this one. Gives a function that takes that back. */
  atRenewal(end) {
    this.#renewals.add(end);
    return () => this.#renewals.delete(end);
  }

  /** Replaces what is shown; `state` is `loading`, `article` or `message`. */
  show(state, content) {
    clearTimeout(this.#waiting);
    if (!this.shell) this.#openShell();
    if (!this.page.isLive) this.shell.bar.querySelector('[data-tool="page"]')?.remove();
    this.shell.dialog.setAttribute("data-state", state);
    this.shell.content.replaceChildren(content);
    this.shell.scroller.scrollTop = 0;
  }

  /** What is selected can be copied with its source, by the button that then stands beside it or by a key. */
  #onSelection() {
    const root = this.shell.dialog.getRootNode();
    const chosen = () => {
      const { isCollapsed, anchorNode } = root.getSelection?.() ?? getSelection();
      return !isCollapsed && this.article?.root.contains(anchorNode);
    };
    const offer = (event) => event.isTrusted && (chosen() || this.shell.frame.querySelector(".selected-copy")) && this.use("selected");
    document.addEventListener("selectionchange", offer);
    this.atClose(() => document.removeEventListener("selectionchange", offer));
    this.keys(({ key, ctrlKey, metaKey, altKey }) => {
      const isMeant = key === "c" && !ctrlKey && !metaKey && !altKey && chosen();
      if (isMeant) this.use("copySelected");
      return isMeant;
    });
  }

  #openShell() {
    this.shell = openShell({
      // What is typed into a field is text.
      onKey: (event) =>
        (event.key === "Escape" || event.target.type !== "search") && this.#keys.findLast((answers) => answers(event)) !== undefined,
      use: (tool) => this.use(tool),
      onClosed: (how) => this.#closed(how),
      look: (dialog) => apply(dialog, this.settings),
    });
    this.#onSelection();
  }

  #closed(how) {
    clearTimeout(this.#waiting);
    this.isOpen = false;
    for (const done of [...this.#closings]) done();
    this.#onClose(how);
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
