// Stands in for a host of the web: the browser under test asks it by its real name over TLS, through the
// test server that is its proxy, and gets the test's answers.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A key and a certificate for `host`, good for a day; the browser has to be started with `insecure`. */
function certificate(host) {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  const subject = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  execFileSync("openssl", [...made, "-keyout", key, "-out", cert, ...subject], { stdio: "ignore" });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

/**
 * Answers for `host` with what `answer(path)` gives: `{ status, body }`. The result has `asked`, every
 * request as `{ path, headers }`, and `stop()`.
 */
export async function standIn(server, host, answer) {
  const asked = [];
  const https = createServer(certificate(host), (request, response) => {
    asked.push({ path: request.url, headers: request.headers });
    const { status = 200, body } = answer(request.url);
    response.writeHead(status, { "content-type": "application/json", "access-control-allow-origin": "*" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise((resolve) => https.listen(0, "127.0.0.1", resolve));
  server.tunnels.set(`${host}:443`, https.address().port);
  return {
    asked,
    stop() {
      https.closeAllConnections();
      return new Promise((resolve) => https.close(resolve));
    },
  };
}
