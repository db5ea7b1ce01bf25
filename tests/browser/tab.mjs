// One tab: what a person does in it, and what stands in the page and in the reader. A browser's own
// tab adds: look, inPage, reader, clickAction, click, hover, press, screenshot, close.

import { until } from "./cdp.mjs";

/** The element that holds the reader. */
export const HOST = "copydesk-reader";

export class Tab {
  /** Addresses that the page asked for, where the browser tells: `{at, url}`. */
  requests = [];

  /** Waits until the reader shows `state`: `article` (with names marked) or `message`. */
  async waitForReader(state = "article", limit = 20_000) {
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
  async waitForClosed(limit = 5_000) {
    await until("the reader to close", () => this.look(`() => !Document.prototype.querySelector.call(document, "${HOST}")`), limit);
  }

  /**
   * The middle of the first element that fits, scrolled into view: in the reader, or in the page where
   * no reader is open. Fails if there is none.
   */
  async place(selector) {
    const find = `(root, selector) => {
      const element = root.querySelector(selector);
      if (!element) return null;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element.getClientRects()[0];
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }`;
    const isOpen = await this.reader("function () { return true; }");
    const place = isOpen
      ? await this.reader(`function (selector) { return (${find})(this, selector); }`, selector)
      : await this.look(`(selector) => (${find})(document, selector)`, selector);
    if (!place) throw new Error(`nothing to see fits ${selector}`);
    return place;
  }
}
