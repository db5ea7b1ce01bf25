// What the engine and the scripts have agreed on, read off the Rust sources: types, limits, names.
//
//   node contract.mjs            writes extension/engine.d.ts and extension/content/contract.js
//   node contract.mjs --check    fails if one of them is not what the sources say
//
// It knows the forms of serde that the boundary has, and fails at any other.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (file) => readFileSync(join(ROOT, file), "utf8");

const ARTICLE = ["fact", "label", "metadata", "mod"].map((file) => `src/article/${file}.rs`);
const KIND = "src/entities/actor.rs";

/** What crosses the boundary, where its types are, and the name that a type has here if another one has its own. */
const TREES = [
  { root: "Plan", files: ["src/plan/mod.rs", "src/plan/tree.rs", ...ARTICLE, KIND] },
  { root: "Comparison", files: ["src/compare/finding.rs", "src/compare/report.rs", KIND], names: { Place: "PartPlace" } },
  { root: "Keenness", files: ["src/options.rs"] },
];

/** A type that is written out by hand in Rust. */
const WRITTEN = {
  Reason: "/** Why a block has its label; `block` is the index of another one, `text` the reason in English. */\n" +
    "export interface Reason { code: string; args: string[]; block: number | null; text: string }",
};

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const kebab = (name) => name.replace(/\B[A-Z]/g, "-$&").toLowerCase();

/** A comment of Rust as one of TypeScript: names of the crate as plain code. */
function comment(lines, indent) {
  const words = [...lines.matchAll(/\/\/\/ ?(.*)/g)].map(([, line]) => line);
  const prose = words.join("\n").split("\n```")[0].trim().split("\n");
  const plain = prose.map((line) => line.replace(/\[(`[^`]+`)\](\([^)]*\))?/g, "$1"));
  if (plain.length === 1) return `${indent}/** ${plain[0]} */\n`;
  return `${indent}/**\n${plain.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

/** The types of some files that are serialised, by name. */
function typesOf(files) {
  const item = /((?:\/\/\/.*\n)*)((?:#\[.*\]\n)*)pub (struct|enum) (\w+) \{\n([\s\S]*?)\n\}/g;
  const found = files.flatMap((file) => [...read(file).matchAll(item)]);
  const serialised = found.filter(([, , attributes]) => attributes.includes("Serialize"));
  return new Map(serialised.map(([, doc, attributes, kind, name, body]) => [name, { doc, attributes, kind, body }]));
}

/** A type of Rust in TypeScript; `use(name)` is asked for those of the crate. */
function typeScript(type, use) {
  const [, outer, inner] = /^(Option|Vec)<(.*)>$/.exec(type) ?? [];
  if (outer === "Option") return `${typeScript(inner, use)} | null`;
  if (outer === "Vec") return typeScript(inner, use).replace(/^.* \| .*$/, "($&)").concat("[]");
  const tuple = /^\((\w+), (\w+)\)$/.exec(type);
  if (tuple) return `[${tuple.slice(1).map((each) => typeScript(each, use)).join(", ")}]`;
  if (/^([ui](8|16|32|64|size)|f32|f64)$/.test(type)) return "number";
  if (/^(String|&'static str)$/.test(type)) return "string";
  if (type === "bool") return "boolean";
  if (!/^\w+$/.test(type)) throw new Error(`no such type is known: ${type}`);
  return use(type);
}

/** What serde is told that is understood here: of a type, of a field, of a variant. */
const UNDERSTOOD = {
  type: /^(rename_all = "(camelCase|kebab-case)"|untagged)$/,
  field: /^(skip|skip_serializing_if = "[\w:]+")$/,
  variant: /^rename = "[^"]+"$/,
};

/** Fails at words to serde that are not understood, and at lines of a body that no `part` was read from. */
function understand(name, { attributes, body }, part, kind) {
  const told = (text, what) => {
    for (const [, words] of text.matchAll(/#\[serde\((.*)\)\]/g)) {
      if (!UNDERSTOOD[what].test(words)) throw new Error(`${name}: serde(${words}) is not understood`);
    }
  };
  told(attributes, "type");
  told(body, kind);
  const left = `${body}\n`.replace(part, "").replace(/^ *\/\/.*$/gm, "").trim();
  if (left) throw new Error(`${name}: this is not understood: ${left}`);
}

function structure(type, name, use) {
  const { doc, attributes, body } = type;
  const rename = attributes.includes("camelCase") ? camel : (field) => field;
  const field = /((?: +\/\/\/.*\n)*)((?: +#\[.*\]\n)*) +pub (\w+): (.*),/g;
  understand(name, type, field, "field");
  const fields = [...`${body}\n`.matchAll(field)].flatMap(([, about, how, own, type]) => {
    if (how.includes("serde(skip)")) return [];
    const optional = how.includes("skip_serializing_if");
    const given = typeScript(optional ? type.replace(/^Option<(.*)>$/, "$1") : type, use);
    return [`${comment(about, "  ")}  ${rename(own)}${optional ? "?" : ""}: ${given};\n`];
  });
  return `${comment(doc, "")}export interface ${name} {\n${fields.join("")}}`;
}

function choice(type, name, use) {
  const { doc, attributes, body } = type;
  const variant = /((?: +#\[.*\]\n)*) {4}(\w+)(?:\((\w+)\))?,/g;
  understand(name, type, variant, "variant");
  const variants = [...`${body}\n`.matchAll(variant)].map(([, how, own, inner]) => {
    if (inner) return typeScript(inner, use);
    const renamed = /rename = "(.*?)"/.exec(how)?.[1];
    return JSON.stringify(renamed ?? (attributes.includes("kebab-case") ? kebab(own) : own));
  });
  return `${comment(doc, "")}export type ${name} = ${variants.join(" | ")};`;
}

/** The declarations of a type and of all that it is made of, in the order in which they are first named. */
function declarations({ root, files, names = {} }, done) {
  const types = typesOf(files);
  const wanted = [root];
  const use = (name) => {
    if (!wanted.includes(name)) wanted.push(name);
    return names[name] ?? name;
  };
  const out = [];
  for (const name of wanted) {
    const own = names[name] ?? name;
    const type = types.get(name);
    if (!type && !WRITTEN[name]) throw new Error(`${name} is not in ${files.join(", ")}`);
    const text = WRITTEN[name] ?? (type.kind === "struct" ? structure : choice)(type, own, use);
    if (done.get(own) === text) continue;
    if (done.has(own)) throw new Error(`two types are called ${own}`);
    done.set(own, text);
    out.push(text);
  }
  return out;
}

/** The types of the boundary. */
function types() {
  const done = new Map();
  const texts = TREES.flatMap((tree) => declarations(tree, done));
  const handed = /const TYPES: &str = r#"\n([\s\S]*?)"#;/.exec(read("src/web/mod.rs"))[1];
  const keenness = done.get("Keenness").match(/= (.*);/)[1];
  if (!handed.includes(`keenness?: ${keenness};`)) throw new Error(`src/web/mod.rs has another keenness than ${keenness}`);
  return `// What the engine takes and gives. Written by tests/build/contract.mjs from the Rust sources.\n\n${handed}\n${texts.join("\n\n")}\n`;
}

/** A number of src/limits.rs. */
function limit(module, name) {
  const body = new RegExp(`pub mod ${module} \\{([\\s\\S]*?)\\n\\}`).exec(read("src/limits.rs"))[1];
  const written = new RegExp(`pub const ${name}: \\w+ = ([\\d_]+)(?: << (\\d+))?;`).exec(body);
  return Number(written[1].replaceAll("_", "")) * 2 ** Number(written[2] ?? 0);
}

/** A string of words as one of JavaScript in lines of at most 110 characters. */
const wrapped = (words) => words.match(/.{1,100}(?: |$)/g).map((line) => `  ${JSON.stringify(line)}`).join(" +\n");

/** The values that both sides know. */
function values() {
  const names = read("src/snapshot/names.rs").split("AttrName {")[1];
  const attributes = [...names.matchAll(/= "([a-z-]+)"/g)].map(([, name]) => name);
  const version = /const VERSION: u32 = (\d+);/.exec(read("src/snapshot/wire.rs"))[1];
  return `// What the scripts and the engine have agreed on. Written by tests/build/contract.mjs from the Rust sources.

/** Version of the wire format. */
export const VERSION = ${version};

/** Most nodes, and UTF-16 units of text and attribute values, of a page. */
export const NODES = ${limit("wire", "NODES")};
export const UNITS = ${limit("wire", "UNITS")};

/** Longest address that is taken, in bytes. */
export const ADDRESS = ${limit("address", "LINK")};

/** The attributes that the engine knows; what stands in a slot is in its place already. */
export const ATTRIBUTES =
${wrapped(attributes.filter((name) => name !== "slot").join(" "))};
`;
}

const FILES = { "extension/engine.d.ts": types, "extension/content/contract.js": values };
const stale = Object.entries(FILES).filter(([file, make]) => {
  if (!process.argv.includes("--check")) writeFileSync(join(ROOT, file), make());
  return read(file) !== make();
});
for (const [file] of stale) console.log(`not ok - ${file} is not what the sources say: node tests/build/contract.mjs`);
process.exitCode = stale.length;
