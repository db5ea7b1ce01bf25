// Scripts to be injected: each one file from an entry and what it imports. Style sheets are
// imported as text, JSON as objects.

import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build, transform } from "esbuild";

/** Where a script leaves its modules for those that come into the page after it. */
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
      const { number, names } = modules[at];
      return { contents: `export const { ${names.join(", ")} } = ${MODULES}[${number}];` };
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
 * The scripts that come into a page one after the other, as bytes. A module that more than one of them
 * imports is bundled into the first of these only; the others take it from there, so that it runs once and is one.
 */
export async function bundleScripts(entries) {
  const imported = await Promise.all(entries.map(scripts));
  const shared = [...new Set(imported.flat())].filter((path) => imported.filter((list) => list.includes(path)).length > 1);
  const modules = await Promise.all(shared.map(async (path, number) => ({ path, number, names: await namesOf(path) })));
  const first = ({ path }) => imported.findIndex((list) => list.includes(path));
  return Promise.all(entries.map((entry, at) => {
    const left = modules.filter((module) => first(module) === at);
    const imports = left.map(({ path, number }) => `import * as m${number} from ${JSON.stringify(path)};`);
    const own = `{ ${left.map(({ number }) => `${number}: m${number}`).join(", ")} }`;
    const leave = at === 0 ? `${MODULES} = ${own};` : left.length > 0 && `Object.assign(${MODULES}, ${own});`;
    const contents = [`import ${JSON.stringify(resolve(entry))};`, ...imports, leave || ""].join("\n");
    const taken = modules.filter((module) => first(module) < at);
    return run({ stdin: { contents, resolveDir: dirname(entry) }, format: "iife" }, borrowed(taken)).then(bytes);
  }));
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
