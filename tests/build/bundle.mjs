// Scripts to be injected: each one file from an entry and what it imports. Style sheets are
// imported as text, JSON as objects.

import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
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

/** Modules that another script has already evaluated: what each exports is taken from there, in the order of the names. */
const borrowed = (modules) => ({
  name: "borrowed",
  setup(on) {
    on.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const at = modules.findIndex((module) => module.path === path);
      if (at < 0) return null;
      const { number, names } = modules[at];
      return { contents: `export const [${names.join(", ")}] = ${MODULES}[${number}];` };
    });
  },
});

const run = (options, ...plugins) => build({ ...COMMON, ...options, plugins: [styles, ...plugins] });
const bytes = ({ outputFiles: [file] }) => Buffer.from(file.contents);

/** The engine's scripts, which are built and lie elsewhere. */
const builtIn = (folder) => ({
  name: "engine",
  setup(on) {
    on.onResolve({ filter: /\/engine\// }, ({ path }) => ({ path: join(folder, basename(path)) }));
  },
});

/** The module that starts at `entry`, as bytes: `external` modules stay imports of it, those of the `engine` are in that folder. */
export async function bundle(entry, { external = [], engine } = {}) {
  return bytes(await run({ entryPoints: [entry], format: "esm", external }, ...(engine ? [builtIn(engine)] : [])));
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
    const as = ({ number }, name) => `${name}_${number}`;
    const imports = left.map((module) => {
      const names = module.names.map((name) => `${name} as ${as(module, name)}`).join(", ");
      return `import { ${names} } from ${JSON.stringify(module.path)};`;
    });
    const values = (module) => `${module.number}: [${module.names.map((name) => as(module, name)).join(", ")}]`;
    const own = `{ ${left.map(values).join(", ")} }`;
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
