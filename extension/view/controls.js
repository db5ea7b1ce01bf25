// A setting as a form control: radio buttons, a slider or a switch, made from the schema.
import { SCHEMA } from "../settings.js";
import { make } from "./dom.js";
import { apply } from "./look.js";
import { say, count, language } from "./strings.js";

/** How many characters of running text stand on an em, about. */
const CHARACTERS = 2.1;

/** A value with its unit, as it is shown beside its slider: all but the length of a line are parts of the text's size. */
function shown(name, value) {
  if (name === "width") return count("characters", Math.round(value * CHARACTERS));
  const format = new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: 0 });
  return format.format(name === "size" ? value / 100 : value);
}

function choice(name, { values }, value, onChange) {
  const options = values.map((each) => {
    const input = make("input", { type: "radio", name: `copydesk-${name}`, value: each, checked: each === value });
    input.addEventListener("change", (event) => event.isTrusted && onChange(each));
    const option = make("label", { class: "option", "data-value": each }, input, make("span", null, say(`${name}_${each}`)));
    // A theme is shown in its own colours.
    if (name === "theme") apply(option, { theme: each });
    return option;
  });
  return make(
    "fieldset",
    { class: `control choice choice-${name}` },
    make("legend", null, say(`set_${name}`)),
    make("div", { class: "options" }, options),
  );
}

function range(name, { min, max, step }, value, onChange) {
  const id = `copydesk-${name}`;
  const output = make("output", { for: id }, shown(name, value));
  const input = make("input", { type: "range", id, min, max, step, value, "aria-valuetext": shown(name, value) });
  input.addEventListener("input", (event) => {
    if (!event.isTrusted) return;
    const now = Number(input.value);
    output.textContent = shown(name, now);
    input.setAttribute("aria-valuetext", shown(name, now));
    onChange(now);
  });
  return make("div", { class: "control range" }, make("label", { for: id }, say(`set_${name}`)), output, input);
}

function flag(name, entry, value, onChange) {
  const input = make("input", { type: "checkbox", role: "switch", checked: value });
  input.addEventListener("change", (event) => event.isTrusted && onChange(input.checked, input));
  const note = say(`note_${name}`);
  return make(
    "label",
    { class: "control switch", "data-name": name },
    input,
    make("span", null, say(`set_${name}`), note && make("small", null, note)),
  );
}

const KINDS = { choice, range, flag };

/** The control of a setting that has a value; `onChange(value)` when a person changes it. */
export function control(name, value, onChange) {
  const entry = SCHEMA[name];
  return KINDS[entry.kind](name, entry, value, onChange);
}
