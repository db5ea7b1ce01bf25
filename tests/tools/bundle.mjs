// One script from an entry and what it imports, small enough to be injected on a click. Style
// sheets are imported as text, JSON as objects.

import { readFile } from "node:fs/promises";
import { build, transform } from "esbuild";

const styles = {
  name: "styles",
  setup(on) {
    on.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** The script that starts at `entry`, as bytes; `external` modules stay imports of it. */
export async function bundle(entry, { external = [] } = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    target: ["chrome140", "firefox140", "safari18"],
    format: external.length > 0 ? "esm" : "iife",
    external,
    legalComments: "none",
    logLevel: "warning",
    plugins: [styles],
  });
  return Buffer.from(outputFiles[0].contents);
}
