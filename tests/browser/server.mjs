// Serves test pages on the loopback interface, and is the proxy through which a tested browser has to
// send everything else: what wants to leave the machine is refused and written down.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { connect } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

/** A server of folders and of pages held in memory. `log` has every request: `{at, url, outside, referrer}`. */
export class Server {
  log = [];
  /** Hosts that something on this machine stands in for: `host:port` to its port here. */
  tunnels = new Map();
  #folders = new Map();
  #pages = new Map();
  #http;

  /** Starts on `port` of 127.0.0.1, on a free one if it is 0. */
  static async start(port = 0) {
    const server = new Server();
    server.#http = createServer((request, response) => server.#answer(request, response));
    server.#http.on("connect", (request, socket) => server.#tunnel(request.url, socket));
    await new Promise((resolve, reject) => {
      server.#http.once("error", reject);
      server.#http.listen(port, "127.0.0.1", resolve);
    });
    return server;
  }

  get port() {
    return this.#http.address().port;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Serves the files of `path` under `/name/`; an empty name is the root. Gives the address. */
  folder(name, path) {
    this.#folders.set(name, path);
    return name ? `${this.origin}/${name}/` : `${this.origin}/`;
  }

  /** Serves `body` at `/name`, with `headers` beside the content type. Gives the address. */
  page(name, body, headers = {}) {
    this.#pages.set(`/${name}`, { body, headers });
    return `${this.origin}/${name}`;
  }

  /** A page at `/name` that is sent piece by piece: `{ url, send(text), end() }`. */
  stream(name) {
    const state = { text: "", ended: false, responses: new Set() };
    this.#pages.set(`/${name}`, { stream: state });
    return {
      url: `${this.origin}/${name}`,
      send(text) {
        state.text += text;
        for (const response of state.responses) response.write(text);
      },
      end() {
        state.ended = true;
        for (const response of state.responses) response.end();
      },
    };
  }

  /** Addresses of the requests after `since` (milliseconds since the epoch), in order. */
  since(since) {
    return this.log.filter((entry) => entry.at >= since).map((entry) => entry.url);
  }

  /** Addresses that are not on this machine. */
  get outside() {
    return this.log.filter((entry) => entry.outside).map((entry) => entry.url);
  }

  async stop() {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #note(url, outside, referrer = null) {
    this.log.push({ at: Date.now(), url, outside, referrer });
  }

  #tunnel(where, socket) {
    const port = this.tunnels.get(where);
    this.#note(`https://${where}/`, port === undefined);
    socket.on("error", () => {});
    if (port === undefined) return void socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    const inner = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(inner).pipe(socket);
    });
    inner.on("error", () => socket.destroy());
  }

  async #answer(request, response) {
    const proxied = /^https?:/.test(request.url);
    this.#note(proxied ? request.url : this.origin + request.url, proxied, request.headers.referer);
    if (proxied) return send(response, 502, "text/plain", "nothing leaves this machine\n");
    const path = decodeURIComponent(new URL(request.url, this.origin).pathname);
    const page = this.#pages.get(path);
    if (page?.stream) return stream(response, page.stream);
    if (page) return send(response, 200, TYPES[".html"], page.body, page.headers);
    const file = await this.#file(path);
    if (!file) return send(response, 404, "text/plain", "not found\n");
    return send(response, 200, TYPES[extname(file)] ?? "application/octet-stream", await readFile(file));
  }

  /** The file for a path, or nothing: never one outside its folder. */
  async #file(path) {
    const [, first, ...rest] = path.split("/");
    const folder = this.#folders.get(first) ?? this.#folders.get("");
    if (!folder || path.includes("\0")) return null;
    const inside = this.#folders.has(first) && first ? rest.join("/") : path;
    let file = normalize(join(folder, inside));
    if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return null;
    let found = await stat(file).catch(() => null);
    if (found?.isDirectory()) {
      file = join(file, "index.html");
      found = await stat(file).catch(() => null);
    }
    return found?.isFile() ? file : null;
  }
}

function stream(response, state) {
  response.writeHead(200, { "content-type": TYPES[".html"], "cache-control": "no-store" });
  response.write(state.text);
  if (state.ended) response.end();
  else state.responses.add(response);
}

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...headers });
  response.end(body);
}
