// A browser's debugging protocol over its pipe: no port is opened that others could connect to.

import { EventEmitter } from "node:events";

/** How long a single call may take, in milliseconds. */
const CALL_LIMIT = 180_000;

/** The pipe of one browser process, started with file descriptors 3 (in) and 4 (out). */
export class Pipe extends EventEmitter {
  #out;
  #pending = new Map();
  #next = 1;
  #closed = null;

  constructor(child) {
    super();
    this.setMaxListeners(0);
    this.#out = child.stdio[3];
    this.#out.on("error", () => {});
    let rest = [];
    child.stdio[4].on("data", (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
        rest.push(chunk.subarray(start, end));
        this.#receive(JSON.parse(Buffer.concat(rest).toString("utf8")));
        rest = [];
        start = end + 1;
      }
      rest.push(chunk.subarray(start));
    });
    child.on("exit", (code, signal) => this.#close(new Error(`the browser ended (${signal ?? code})`)));
    child.on("error", (error) => this.#close(error));
  }

  /** Calls a method and gives its result; `session` is a target's, the browser's own if left out. */
  send(method, params = {}, session = undefined) {
    if (this.#closed) return Promise.reject(this.#closed);
    const id = this.#next++;
    this.#out.write(JSON.stringify({ id, method, params, sessionId: session }) + "\0");
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new Error(`${method}: no answer within ${CALL_LIMIT / 1000} s`));
      }, CALL_LIMIT);
      this.#pending.set(id, { method, resolve, reject, timer });
    });
  }

  #receive(message) {
    if (!message.id) {
      this.emit("event", message);
      this.emit(`${message.sessionId ?? ""}/${message.method}`, message.params);
      return;
    }
    const call = this.#pending.get(message.id);
    if (!call) return;
    this.#pending.delete(message.id);
    clearTimeout(call.timer);
    if (message.error) call.reject(new Error(`${call.method}: ${message.error.message}`));
    else call.resolve(message.result);
  }

  #close(error) {
    this.#closed = error;
    for (const call of this.#pending.values()) {
      clearTimeout(call.timer);
      call.reject(error);
    }
    this.#pending.clear();
    this.emit("close");
  }
}

/** Asks `probe` every `pause` ms until it gives something true, and gives that; fails after `limit` ms. */
export async function until(what, probe, limit = 30_000, pause = 20) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
