// Puts the extension and the playground together from their sources and the built engine.
//
//   node assemble.mjs extension BROWSER...     target/extension/BROWSER
//   node assemble.mjs www                      target/www
//
// A file that is already there with the same content is left alone; one that is too much is removed.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundleScripts, bundleStyle } from "./bundle.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const TARGET = join(ROOT, "target");

/** The extension's own pages. */
const PAGES = ["options", "refused", "sample", "welcome"];

/** The files below `folder`, as paths relative to it, sorted; none if the folder is not there. */
export async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

/** Adds the files of `folder` that `wanted` accepts to `tree` (path to content), under `prefix`. */
async function add(tree, folder, { prefix = "", wanted = () => true } = {}) {
  for (const file of await filesBelow(folder)) {
    if (wanted(file)) tree.set(join(prefix, file), await readFile(join(folder, file)));
  }
  return tree;
}

/** Makes `folder` hold exactly `tree`. */
async function write(folder, tree) {
  for (const file of await filesBelow(folder)) {
    if (!tree.has(file)) await rm(join(folder, file));
  }
  for (const [file, content] of tree) {
    const path = join(folder, file);
    const there = await readFile(path).catch(() => null);
    if (there?.equals(content)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  await prune(folder);
}

/** Removes empty folders below `folder`. */
async function prune(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    await prune(path);
    if ((await readdir(path)).length === 0) await rmdir(path);
  }
}

/** The manifest for a browser: the common one with the browser's own keys over it, and the crate's version. */
async function manifest(browser) {
  const read = async (name) => JSON.parse(await readFile(join(ROOT, "extension", name), "utf8"));
  const cargo = await readFile(join(ROOT, "Cargo.toml"), "utf8");
  const version = /^version = "(.*)"/m.exec(cargo)[1];
  const merged = { ...(await read("manifest.json")), ...(await read(`manifest.${browser}.json`)), version };
  return Buffer.from(`${JSON.stringify(merged, null, 2)}\n`);
}

/** The engine's modules and the packed models, without type declarations. */
function engine(tree, wanted = () => true) {
  return add(tree, join(TARGET, "engine"), { prefix: "engine", wanted: (file) => !file.endsWith(".d.ts") && wanted(file) });
}

async function extension(browser) {
  const wanted = (file) => /^(_locales|icons)\/.*\.(json|png)$|^pages\/.*\.html$/.test(file);
  const tree = await add(new Map(), join(ROOT, "extension"), { wanted });
  const injected = ["content/main.js", "content/tools.js", "content/more.js", "content/compare.js"];
  const scripts = await bundleScripts(injected.map((file) => join(ROOT, "extension", file)));
  injected.forEach((file, i) => tree.set(file, scripts[i]));
  tree.set("background.js", await bundle(join(ROOT, "extension/background.js"), { engine: join(TARGET, "engine") }));
  tree.set("content/auto.js", await readFile(join(ROOT, "extension/content/auto.js")));
  for (const page of PAGES) {
    tree.set(`pages/${page}.js`, await bundle(join(ROOT, "extension/pages", `${page}.js`)));
    tree.set(`pages/${page}.css`, await bundleStyle(join(ROOT, "extension/pages", `${page}.css`)));
  }
  await sample(tree);
  await engine(tree, (file) => !file.endsWith(".js"));
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) tree.set(licence, await readFile(join(ROOT, licence)));
  tree.set("manifest.json", await manifest(browser));
  await write(join(TARGET, "extension", browser), tree);
}

/**
 * The page to try the reader on: the sample story, its style in a file as the extension's policy wants it, and
 * without the picture: a reader loads none from a page of an extension.
 */
async function sample(tree) {
  const html = await readFile(join(ROOT, "tests/pages/story.html"), "utf8");
  const [style, css] = /<style>(.*?)<\/style>/s.exec(html);
  const own = '<link rel="stylesheet" href="story.css"><link rel="stylesheet" href="sample.css"><script type="module" src="sample.js"></script>';
  tree.set("pages/sample.html", Buffer.from(html.replace(style, own).replace(/<figure>.*?<\/figure>/s, "")));
  tree.set("pages/story.css", Buffer.from(css));
}

/** The pictures of the reader that the landing page shows, from those that the tests hold it to. */
const PICTURES = ["card.webp", "flags.webp", "who.webp"];

/** The page shares the reader's view with the extension, the sample story and the pictures with the tests. */
async function www() {
  const tree = await add(new Map(), join(ROOT, "www"), { wanted: (file) => !/\.(md|js)$/.test(file) });
  tree.set("main.js", await bundle(join(ROOT, "www/main.js"), { external: ["./playground.js"] }));
  tree.set("playground.js", await bundle(join(ROOT, "www/playground.js"), { external: ["./engine/copydesk.js", "./engine/comparer.js"] }));
  await add(tree, join(ROOT, "tests/pages"), { prefix: "samples", wanted: (file) => file.startsWith("story") });
  await add(tree, join(ROOT, "tests/visual"), { prefix: "pictures", wanted: (file) => PICTURES.includes(file) });
  await engine(tree);
  tree.set("offline.js", await offline(tree));
  await write(join(TARGET, "www"), tree);
}

/** The worker of the page, with the files that it keeps from the first; one byte of any that changes makes it another. */
async function offline(tree) {
  const files = [...tree.keys()].sort();
  const sum = createHash("sha256");
  for (const file of files) sum.update(file).update(tree.get(file));
  const page = files.filter((file) => !file.startsWith("engine/"));
  const head = `const FILES = ${JSON.stringify(["./", ...page])};\nconst VERSION = "${sum.digest("hex").slice(0, 16)}";\n`;
  return Buffer.concat([Buffer.from(head), await readFile(join(ROOT, "www/offline.js"))]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what, ...browsers] = process.argv.slice(2);
  if (what === "www") await www();
  else for (const browser of browsers) await extension(browser);
}
