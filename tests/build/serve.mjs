// node serve.mjs FOLDER PORT: serves a folder on this machine only, until it is stopped.

import { Server } from "../browser/server.mjs";

const [folder, port] = process.argv.slice(2);
try {
  const server = await Server.start(Number(port));
  console.log(`serving at ${server.folder("", folder)} (Ctrl+C stops)`);
} catch (error) {
  const reason = error.code === "EADDRINUSE" ? `port ${port} is taken; name another one` : error.message;
  console.error(`build.sh www --serve: ${reason}`);
  process.exit(1);
}
