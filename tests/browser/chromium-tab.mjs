// One tab of Chromium.

import { writeFile } from "node:fs/promises";
import { HOST, Tab } from "./tab.mjs";

const CODES = { Escape: 27, Tab: 9, Enter: 13, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };

export class ChromiumTab extends Tab {
  /** What the page's console reports as errors, violations of a policy included. */
  problems = [];

  #pipe;
  #session;
  #tab;
  #extension;
  #world = null;
  #scripts = null;

  constructor(pipe, session, tab, extension) {
    super();
    this.#pipe = pipe;
    this.#session = session;
    this.#tab = tab;
    this.#extension = extension;
  }

  /** Loads `url`; called once by the browser that opens the tab. */
  async start(url, limit) {
    this.#on("Network.requestWillBeSent", ({ request }) => this.requests.push({ at: Date.now(), url: request.url }));
    this.#on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin === `chrome-extension://${this.#extension}`) this.#scripts = { executionContextId: context.id };
    });
    this.#on("Runtime.exceptionThrown", ({ exceptionDetails }) => this.problems.push(exceptionDetails.exception?.description ?? exceptionDetails.text));
    this.#on("Log.entryAdded", ({ entry }) => entry.level === "error" && this.problems.push(entry.text));
    await Promise.all(["Page", "Network", "Runtime", "Log"].map((domain) => this.#send(`${domain}.enable`)));
    const loaded = new Promise((resolve) => this.#pipe.once(`${this.#session}/Page.loadEventFired`, resolve));
    const { errorText } = await this.#send("Page.navigate", { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    const late = new Promise((resolve) => setTimeout(resolve, limit).unref());
    await Promise.race([loaded, late]);
    this.#on("Page.frameNavigated", ({ frame }) => {
      if (!frame.parentId) this.#world = null;
    });
  }

  /** Runs a function in a world of its own, which shares the page's DOM and nothing else. */
  async look(body, ...values) {
    return this.#value(await this.#call(body, values, await this.#isolated()));
  }

  /** Runs a function among the page's own scripts. */
  async inPage(body, ...values) {
    const { result } = await this.#send("Runtime.evaluate", { expression: "globalThis" });
    return this.#value(await this.#call(body, values, { objectId: result.objectId }));
  }

  /** Runs a function among the extension's scripts in the page; the reader must have been opened. */
  async inScripts(body, ...values) {
    return this.#value(await this.#call(body, values, this.#scripts));
  }

  /** A real click on the extension's toolbar button, with the grant that comes with it. */
  async clickAction() {
    await this.#send("Page.bringToFront");
    await this.#pipe.send("Extensions.triggerAction", { id: this.#extension, targetId: this.#tab });
  }

  /** Runs a function on the reader's shadow root, closed as it is; gives null where there is no reader. */
  async reader(body, ...values) {
    const world = await this.#isolated();
    const host = await this.#call(`() => Document.prototype.querySelector.call(document, "${HOST}")`, [], world);
    if (!host.objectId) return null;
    const { node } = await this.#send("DOM.describeNode", { objectId: host.objectId, depth: 1, pierce: true });
    const root = node.shadowRoots?.[0];
    if (!root) return null;
    const { object } = await this.#send("DOM.resolveNode", {
      backendNodeId: root.backendNodeId,
      executionContextId: world.executionContextId,
    });
    return this.#value(await this.#call(body, values, { objectId: object.objectId }));
  }

  /** A real mouse click in the reader. */
  async click(selector) {
    const place = await this.place(selector);
    for (const type of ["mouseMoved", "mousePressed", "mouseReleased"]) {
      await this.#send("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: type === "mouseMoved" ? 0 : 1 });
    }
  }

  /** Moves the real mouse over something in the reader. */
  async hover(selector) {
    const place = await this.place(selector);
    await this.#send("Input.dispatchMouseEvent", { type: "mouseMoved", x: place.x - 1, y: place.y });
    await this.#send("Input.dispatchMouseEvent", { type: "mouseMoved", ...place });
  }

  /** A real tap of a finger in the reader. */
  async tap(selector) {
    await this.#send("Emulation.setTouchEmulationEnabled", { enabled: true });
    const point = await this.place(selector);
    await this.#send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await this.#send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** A real key press: a letter, a space, `Escape`, `Tab`, `Enter`, an arrow. */
  async press(key, { shift = false } = {}) {
    const code = CODES[key] ?? key.toUpperCase().charCodeAt(0);
    const event = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: code, modifiers: shift ? 8 : 0 };
    const text = { Enter: "\r" }[key] ?? (key.length === 1 ? key : undefined);
    await this.#send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...event });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  /** Draws the real mouse with its button held over the first line of something in the reader. */
  async drag(selector) {
    const { x, y } = await this.place(selector);
    const at = (type, dx, more = {}) => this.#send("Input.dispatchMouseEvent", { type, x: x + dx, y, button: "left", ...more });
    await at("mouseMoved", -200, { button: "none" });
    await at("mousePressed", -200, { clickCount: 1 });
    for (const dx of [-100, 0, 100]) await at("mouseMoved", dx, { buttons: 1 });
    await at("mouseReleased", 100, { clickCount: 1 });
  }

  /** Turns the real wheel by `distance` CSS pixels over something in the reader. */
  async wheel(selector, distance) {
    const place = await this.place(selector);
    await this.#send("Input.dispatchMouseEvent", { type: "mouseWheel", ...place, deltaX: 0, deltaY: distance });
  }

  /** Copies what is selected, as the browser's own shortcut does. */
  async copy() {
    await this.#command("c", "copy");
  }

  /** Selects everything and copies it, as the browser's own shortcuts do. */
  async copyAll() {
    await this.#command("a", "selectAll");
    await this.copy();
  }

  async #command(key, command) {
    const event = { key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0), modifiers: 2 };
    await this.#send("Input.dispatchKeyEvent", { type: "rawKeyDown", commands: [command], ...event });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  /** Gives the tab's window a size in CSS pixels. */
  async resize(width, height) {
    await this.#send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** Shows the page as on another medium: `print`, or with media features such as `{ "prefers-color-scheme": "dark" }`. */
  async media(type = "", features = {}) {
    const list = Object.entries({ "prefers-reduced-motion": "reduce", ...features }).map(([name, value]) => ({ name, value }));
    await this.#send("Emulation.setEmulatedMedia", { media: type, features: list });
  }

  /** What the tab holds after its garbage was thrown away: `{ heap, nodes, listeners }`, bytes and numbers. */
  async holds() {
    await this.#send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.#send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await this.#send("Memory.getDOMCounters");
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  }

  /** Goes to another address in the same tab and waits until it has loaded. */
  async go(url) {
    const loaded = new Promise((resolve) => this.#pipe.once(`${this.#session}/Page.loadEventFired`, resolve));
    await this.#send("Page.navigate", { url });
    await loaded;
  }

  /** Writes what the tab shows as a picture, `png`, `webp` or `jpeg`. */
  async screenshot(file, format = "png") {
    const { data } = await this.#send("Page.captureScreenshot", { format, ...(format !== "png" && { quality: 80 }) });
    await writeFile(file, Buffer.from(data, "base64"));
  }

  async close() {
    await this.#pipe.send("Target.closeTarget", { targetId: this.#tab }).catch(() => {});
  }

  #send(method, params) {
    return this.#pipe.send(method, params, this.#session);
  }

  #on(event, listener) {
    this.#pipe.on(`${this.#session}/${event}`, listener);
  }

  /** The world of `look`, made anew after the page went elsewhere. */
  async #isolated() {
    if (!this.#world) {
      const { frameTree } = await this.#send("Page.getFrameTree");
      this.#world = await this.#send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "copydesk-tests" });
    }
    return { executionContextId: this.#world.executionContextId };
  }

  async #call(body, values, where) {
    const { result, exceptionDetails } = await this.#send("Runtime.callFunctionOn", {
      functionDeclaration: String(body),
      arguments: values.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: false,
      ...where,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  }

  async #value(result) {
    if (!result.objectId) return result.value ?? null;
    const { result: copy } = await this.#send("Runtime.callFunctionOn", {
      objectId: result.objectId,
      functionDeclaration: "function () { return this; }",
      returnByValue: true,
    });
    return copy.value;
  }
}
