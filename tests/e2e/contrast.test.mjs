// The contrast of the colours of every theme, computed from the style sheet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { SCHEMA } from "../../extension/settings.js";

const CSS = readFileSync(join(fileURLToPath(import.meta.url), "../../../extension/view/themes.css"), "utf8");

/** Text on its grounds (WCAG 1.4.3), and what must be seen to find a control (1.4.11). */
const TEXT = [
  ["ink", "paper"], ["ink", "sheet"], ["ink", "tint"], ["ink", "lit"],
  ["soft", "paper"], ["soft", "sheet"], ["soft", "tint"],
  ["link", "paper"], ["link", "sheet"], ["link", "tint"],
  ["paper", "ink"], ["paper", "link"],
];
const PARTS = [
  ["link", "paper"], ["link", "sheet"], ["edge", "paper"], ["edge", "sheet"],
  ["person", "paper"], ["organisation", "paper"], ["place", "paper"], ["person", "sheet"], ["organisation", "sheet"], ["place", "sheet"],
];

/** The tokens of one rule, as written. */
function tokens(selector) {
  const [, body] = CSS.split(`${selector} {`);
  assert.ok(body, selector);
  return Object.fromEntries([...body.split("}")[0].matchAll(/--([a-z]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

/** The colour of a token in a scheme, as three numbers from 0 to 1. */
function colour(all, name, dark) {
  const stated = all[name];
  const [, pointed] = /^var\(--([a-z]+)\)$/.exec(stated) ?? [];
  if (pointed) return colour(all, pointed, dark);
  const [, light, night] = /^light-dark\((#\w+), (#\w+)\)$/.exec(stated) ?? [null, stated, stated];
  const hex = dark ? night : light;
  assert.match(hex ?? "", /^#[0-9a-f]{6}$/, `${name}: ${stated}`);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const base = tokens(".themed");
const SCHEMES = {
  light: [[base, false]],
  dark: [[base, true]],
  system: [[base, false], [base, true]],
  sepia: [[{ ...base, ...tokens('.themed[data-theme="sepia"]') }, false]],
  contrast: [false, true].map((dark) => [{ ...base, ...tokens('.themed[data-theme="contrast"]') }, dark]),
};

test("black on white has the contrast that the standard says", () => {
  assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21);
  assert.ok(Math.abs(contrast([0x76 / 255, 0x76 / 255, 0x76 / 255], [1, 1, 1]) - 4.54) < 0.01);
});

describe("contrast", () => {
  for (const theme of SCHEMA.theme.values) {
    test(`${theme}: text at least ${theme === "contrast" ? 7 : 4.5}, parts of controls and lines at least 3`, () => {
      for (const [all, dark] of SCHEMES[theme]) {
        const check = (pairs, least) => {
          for (const [front, ground] of pairs) {
            const found = contrast(colour(all, front, dark), colour(all, ground, dark));
            assert.ok(found >= least, `${front} on ${ground}${dark ? ", dark" : ""}: ${found.toFixed(2)}`);
          }
        };
        check(TEXT, theme === "contrast" ? 7 : 4.5);
        check(PARTS, 3);
      }
    });
  }
});
