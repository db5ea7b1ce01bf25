// Firefox's remote control: JSON with its length before it, over a socket of this machine.

import { connect } from "node:net";

/** How long a single call may take, in milliseconds. */
const CALL_LIMIT = 180_000;

export class Marionette {
  #socket;
  #pending = new Map();
  #next = 1;
  #rest = Buffer.alloc(0);
  #queue = Promise.resolve();

  /** Connects to the port that Firefox opened and starts a session; `insecure` takes any certificate for good. */
  static async connect(port, { insecure = false } = {}) {
    const marionette = new Marionette();
    const socket = connect(port, "127.0.0.1");
    marionette.#socket = socket;
    await new Promise((resolve, reject) => {
      socket.once("data", () => resolve());
      socket.once("error", reject);
    });
    socket.on("data", (chunk) => marionette.#receive(chunk));
    socket.on("error", () => {});
    socket.on("close", () => marionette.#fail(new Error("the browser ended")));
    const { capabilities } = await marionette.send("WebDriver:NewSession", { acceptInsecureCerts: insecure });
    marionette.version = `Firefox/${capabilities.browserVersion}`;
    return marionette;
  }

  /** Calls a command and gives its result. */
  send(command, params = {}) {
    const id = this.#next++;
    const text = Buffer.from(JSON.stringify([0, id, command, params]), "utf8");
    this.#socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new Error(`${command}: no answer within ${CALL_LIMIT / 1000} s`));
      }, CALL_LIMIT);
      this.#pending.set(id, { command, resolve, reject, timer });
    });
  }

  /** Runs calls one after the other, with no call of another `together` between them. */
  together(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  /** Runs calls on the browser's own windows instead of the page. */
  inChrome(work) {
    return this.together(async () => {
      await this.send("Marionette:SetContext", { value: "chrome" });
      try {
        return await work();
      } finally {
        await this.send("Marionette:SetContext", { value: "content" });
      }
    });
  }

  end() {
    this.#socket.destroy();
  }

  #receive(chunk) {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const colon = this.#rest.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#rest.subarray(0, colon).toString());
      if (this.#rest.length < end) return;
      const [, id, error, result] = JSON.parse(this.#rest.subarray(colon + 1, end).toString("utf8"));
      this.#rest = this.#rest.subarray(end);
      const call = this.#pending.get(id);
      if (!call) continue;
      this.#pending.delete(id);
      clearTimeout(call.timer);
      if (error) call.reject(new Error(`${call.command}: ${error.message}`));
      else call.resolve(result);
    }
  }

  #fail(error) {
    for (const call of this.#pending.values()) {
      clearTimeout(call.timer);
      call.reject(error);
    }
    this.#pending.clear();
  }
}
