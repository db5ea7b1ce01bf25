// One tab: what a person does in it, and what stands in the page and in the reader. A browser's own
// tab adds: look, inPage, reader, clickAction, click, hover, press, screenshot, close.

import { until } from "./cdp.mjs";

/** The element that holds the reader: a page may have others of that name, before it. */
export const HOST = "html > copydesk-reader:last-of-type";

/** In the page: scrolls the first element that fits into view; false if there is none to see. */
function show(root, selector) {
  const element = root.querySelector(selector);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  return element?.getClientRects().length > 0;
}

/** In the page: the middle of an element, and whether that is on the screen: what slides in is not yet there. */
function middle(root, selector) {
  const box = root.querySelector(selector)?.getClientRects()[0];
  if (!box) return null;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return { x, y, isInside: x >= 0 && y >= 0 && x < innerWidth && y < innerHeight };
}

export class Tab {
  /** Addresses that the page asked for, where the browser tells: `{at, url}`. */
  requests = [];

  /** Waits until the reader shows `state`: `article` (with names marked) or `message`. */
  async waitForReader(state = "article", limit = 60_000) {
    const probe = (wanted) =>
      `function () { const d = this.querySelector("dialog.reader[open]"); return d?.dataset.state === "${wanted}" && ("${wanted}" !== "article" || d.dataset.ms !== undefined); }`;
    const other = state === "article" ? "message" : "article";
    await until(`the reader (${state})`, async () => {
      if (await this.reader(probe(state))) return true;
      if (await this.reader(probe(other))) throw new Error(`the reader shows ${other === "message" ? "a message" : "an article"}`);
      return false;
    }, limit);
  }

  /** Waits until no reader is in the page. */
  async waitForClosed(limit = 30_000) {
    await until("the reader to close", () => this.look(`() => !Document.prototype.querySelector.call(document, "${HOST}")`), limit);
  }

  /**
   * The middle of the first element that fits, scrolled into view, once it stands still there: in the
   * reader, or in the page where no reader is open. Fails if there is none.
   */
  async place(selector) {
    const isOpen = await this.reader("function () { return true; }");
    const run = (body, ...values) =>
      isOpen
        ? this.reader(`function (...values) { return (${body})(this, ...values); }`, ...values)
        : this.look(`(...values) => (${body})(document, ...values)`, ...values);
    if (!(await run(show, selector))) throw new Error(`nothing to see fits ${selector}`);
    let last = null;
    return until(`${selector} to stand still on the screen`, async () => {
      const before = last;
      last = await run(middle, selector);
      return last?.isInside && last.x === before?.x && last.y === before?.y && { x: last.x, y: last.y };
    });
  }
}
