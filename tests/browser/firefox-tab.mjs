// One tab of Firefox.

import { writeFile } from "node:fs/promises";
import { until } from "./cdp.mjs";
import { HOST, Tab } from "./tab.mjs";

const KEYS = {
  Escape: "\uE00C", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A", End: "\uE010", Home: "\uE011",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};

export class FirefoxTab extends Tab {
  #marionette;
  #button;
  #handle = null;

  constructor(marionette, button) {
    super();
    this.#marionette = marionette;
    this.#button = button;
  }

  /** Opens the tab and loads `url`; called once by the browser. `beside` is a tab of an ordinary window. */
  async start(url, isPrivate, beside) {
    const window = { type: isPrivate ? "window" : "tab", focus: true, private: isPrivate };
    this.#handle = await this.#marionette.together(async () => {
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle: beside });
      return (await this.#marionette.send("WebDriver:NewWindow", window)).handle;
    });
    await this.#content("WebDriver:Navigate", { url });
  }

  /** Runs a function with the browser's rights, on the page's DOM as the browser sees it. */
  look(body, ...values) {
    return this.#run(`return (${body})(...arguments);`, values);
  }

  /** Runs a function among the page's own scripts, whatever its policy; gives what it gives at once, as JSON. */
  async inPage(body, ...values) {
    const code = `JSON.stringify((${body})(...${JSON.stringify(values)}))`;
    const text = await this.#run(`
      const box = Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
      box.globalThis = window.wrappedJSObject;
      return Cu.evalInSandbox(arguments[0], box);
    `, [code]);
    return text == null ? null : JSON.parse(text);
  }

  /** Runs a function on the reader's shadow root, closed as it is; gives null where there is no reader. */
  reader(body, ...values) {
    const find = `Document.prototype.querySelector.call(document, "${HOST}")?.openOrClosedShadowRoot`;
    return this.#run(`const root = ${find}; return root ? (${body}).apply(root, [...arguments]) : null;`, values);
  }

  /** A real click on the extension's toolbar button, with the grant that comes with it. */
  async clickAction() {
    await this.#content("WebDriver:GetCurrentURL");
    await this.#marionette.inChrome(async () => {
      const found = await this.#marionette.send("WebDriver:FindElement", { using: "css selector", value: this.#button });
      await this.#marionette.send("WebDriver:ElementClick", { id: Object.values(found.value)[0] });
    });
  }

  /** A real mouse click in the reader. */
  async click(selector) {
    await this.#point(await this.place(selector), [
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ]);
  }

  /** Moves the real mouse over something in the reader. */
  async hover(selector) {
    await this.#point(await this.place(selector), []);
  }

  /** Draws the real mouse with its button held over the first line of something in the reader. */
  async drag(selector) {
    const { x, y } = await this.place(selector);
    const move = (dx) => ({ type: "pointerMove", x: Math.round(x + dx), y: Math.round(y), duration: 20 });
    await this.#point({ x: x - 200, y }, [{ type: "pointerDown", button: 0 }, move(-100), move(0), move(100), { type: "pointerUp", button: 0 }]);
  }

  /** Turns the real wheel by `distance` CSS pixels over something in the reader. */
  async wheel(selector, distance) {
    const { x, y } = await this.place(selector);
    const turn = { type: "scroll", x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: distance, duration: 0 };
    await this.#content("WebDriver:PerformActions", { actions: [{ type: "wheel", id: "wheel", actions: [turn] }] });
  }

  /** Copies what is selected by the browser's own shortcut. */
  async copy() {
    const keys = [["keyDown", KEYS.Control], ["keyDown", "c"], ["keyUp", "c"], ["keyUp", KEYS.Control]];
    const actions = keys.map(([type, value]) => ({ type, value }));
    await this.#content("WebDriver:PerformActions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  /** A real key press: a letter, a space, `Escape`, `Tab`, `Enter`, an arrow. */
  async press(key, { shift = false } = {}) {
    const value = KEYS[key] ?? key;
    const keys = [{ type: "keyDown", value }, { type: "keyUp", value }];
    const held = [{ type: "keyDown", value: KEYS.Shift }, ...keys, { type: "keyUp", value: KEYS.Shift }];
    await this.#content("WebDriver:PerformActions", { actions: [{ type: "key", id: "keys", actions: shift ? held : keys }] });
  }

  /** Presses Alt, Shift and a letter together. */
  async shortcut(letter) {
    const held = [KEYS.Alt, KEYS.Shift, letter];
    const actions = [
      ...held.map((value) => ({ type: "keyDown", value })),
      ...held.toReversed().map((value) => ({ type: "keyUp", value })),
    ];
    await this.#content("WebDriver:GetCurrentURL");
    await this.#marionette.inChrome(() =>
      this.#marionette.send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keys", actions }] }),
    );
  }

  /** Opens the page's context menu and chooses the entry that says `label`. */
  async chooseFromMenu(label) {
    await this.#point({ x: 300, y: 300 }, [{ type: "pointerDown", button: 2 }, { type: "pointerUp", button: 2 }]);
    await this.#marionette.inChrome(async () => {
      const value = `#contentAreaContextMenu menuitem[label="${label}"]`;
      const found = await this.#marionette.send("WebDriver:FindElement", { using: "css selector", value });
      await this.#marionette.send("WebDriver:ElementClick", { id: Object.values(found.value)[0] });
    });
  }

  /** Gives the tab's page a size in CSS pixels, whatever the window's is. */
  async resize(width, height) {
    await this.#content("WebDriver:GetCurrentURL");
    const script = `
      const { style } = gBrowser.selectedBrowser;
      for (const [name, value] of Object.entries({ width: arguments[0], height: arguments[1] })) {
        for (const each of [name, "min-" + name, "max-" + name]) style.setProperty(each, value + "px", "important");
      }
      style.setProperty("flex", "none", "important");
    `;
    await this.#marionette.inChrome(() => this.#marionette.send("WebDriver:ExecuteScript", { script, args: [width, height] }));
    const size = () => this.look(() => [innerWidth, innerHeight]);
    await until(`a page of ${width} × ${height}`, async () => String(await size()) === String([width, height]));
  }

  /** Writes what the tab shows as a PNG. */
  async screenshot(file) {
    const { value } = await this.#content("WebDriver:TakeScreenshot", { full: false });
    await writeFile(file, Buffer.from(value, "base64"));
  }

  /** Closes the tab; the remote control goes on with another, since commands need a current one. */
  async close() {
    const { length, 0: other } = await this.#content("WebDriver:CloseWindow");
    if (length) await this.#marionette.send("WebDriver:SwitchToWindow", { handle: other });
  }

  #point({ x, y }, then) {
    const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 };
    const mouse = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [move, ...then] };
    return this.#content("WebDriver:PerformActions", { actions: [mouse] });
  }

  async #run(script, args) {
    const { value } = await this.#content("WebDriver:ExecuteScript", { script, args, sandbox: "system" });
    return value;
  }

  /** A call about this tab; the remote control has one current tab at a time. */
  #content(command, params) {
    return this.#marionette.together(async () => {
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle: this.#handle, focus: true });
      return this.#marionette.send(command, params);
    });
  }
}
