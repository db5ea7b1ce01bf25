// Scripts to be injected: each one file from an entry and what it imports. Style sheets are
// imported as text, JSON as objects.

import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build, transform } from "esbuild";

/** Where the script of the click leaves its modules for the script of the tools. */
const MODULES = `globalThis[Symbol.for("copydesk.modules")]`;

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  charset: "utf8",
  target: ["chrome140", "firefox140", "safari18"],
  legalComments: "none",
  logLevel: "warning",
};

const styles = {
  name: "styles",
  setup(on) {
    on.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Modules that another script has already evaluated: each a list of names taken from there. */
const borrowed = (modules) => ({
  name: "borrowed",
  setup(on) {
    on.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const at = modules.findIndex((module) => module.path === path);
      if (at < 0) return null;
      return { contents: `export const { ${modules[at].names.join(", ")} } = ${MODULES}[${at}];` };
    });
  },
});

const run = (options, ...plugins) => build({ ...COMMON, ...options, plugins: [styles, ...plugins] });
const bytes = ({ outputFiles: [file] }) => Buffer.from(file.contents);

/** The module that starts at `entry`, as bytes; `external` modules stay imports of it. */
export async function bundle(entry, { external = [] } = {}) {
  return bytes(await run({ entryPoints: [entry], format: "esm", external }));
}

/** The style sheet that starts at `entry`, with what it imports, as bytes. */
export async function bundleStyle(entry) {
  return bytes(await build({ ...COMMON, entryPoints: [entry] }));
}

/**
 * The script of the click and the script of the tools, as bytes. A module that both import is
 * bundled into the first only; the second takes it from there, so that it runs once and is one.
 */
export async function bundlePair(click, tools) {
  const [first, second] = await Promise.all([scripts(click), scripts(tools)]);
  const shared = first.filter((path) => second.includes(path));
  const modules = await Promise.all(shared.map(async (path) => ({ path, names: await namesOf(path) })));
  const imports = shared.map((path, i) => `import * as m${i} from ${JSON.stringify(path)};`);
  const list = shared.map((_, i) => `m${i}`);
  const contents = [`import ${JSON.stringify(resolve(click))};`, ...imports, `${MODULES} = [${list}];`].join("\n");
  return Promise.all([
    run({ stdin: { contents, resolveDir: dirname(click) }, format: "iife" }).then(bytes),
    run({ entryPoints: [tools], format: "iife" }, borrowed(modules)).then(bytes),
  ]);
}

/** The scripts that are bundled from `entry`, in a fixed order. */
async function scripts(entry) {
  const { metafile } = await run({ entryPoints: [entry], format: "iife" });
  return Object.keys(metafile.inputs).filter((path) => path.endsWith(".js")).map((path) => resolve(path)).sort();
}

async function namesOf(path) {
  const { metafile } = await build({ entryPoints: [path], format: "esm", write: false, metafile: true, logLevel: "warning" });
  return Object.values(metafile.outputs)[0].exports.sort();
}
