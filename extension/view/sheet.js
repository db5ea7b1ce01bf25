// The settings of the look, beside the article that they change.
import { SCHEMA } from "../settings.js";
import { control } from "./controls.js";
import { make, button } from "./dom.js";
import { toggle as togglePanel } from "./panel.js";
import { say } from "./strings.js";
import controls from "./controls.css";
import css from "./sheet.css";

/** What can be set here, in order; everything else is on the page of all settings. */
const NAMES = [
  "theme", "font", "size", "width", "lineHeight", "paragraphSpacing", "letterSpacing", "wordSpacing", "align", "newTab",
];

/** Opens the sheet of a `Reader`, or closes it. */
export function toggle(reader) {
  reader.shell.style(controls);
  reader.shell.style(css);
  togglePanel(reader, "settings", () => {
    const sheet = make("div", { class: "sheet" });
    const draw = () => sheet.replaceChildren(...parts(reader, draw));
    draw();
    return { title: say("settings"), parts: [sheet], focus: sheet.querySelector("input:checked") };
  });
}

/** The controls, and what else can be done; `again()` draws the sheet anew. */
function parts(reader, again) {
  const { page } = reader;
  const note = make("p", { class: "sheet-note", dir: "auto" });
  const set = async (changes) => {
    const code = await reader.set(changes);
    note.textContent = code ? say(code) : "";
  };
  const reset = () => {
    set(Object.fromEntries(NAMES.map((name) => [name, SCHEMA[name].initial])));
    again();
  };
  const more = (key, onClick, ...values) => button({ class: "sheet-more", dir: "auto" }, onClick, say(key, ...values));
  const others = [
    page.host && more("openByItself", () => page.options({ site: true }), page.host),
    page.options && more("allSettings", () => page.options()),
    more("resetLook", reset),
  ];
  return [
    ...NAMES.map((name) => control(name, reader.settings[name], (value) => set({ [name]: value }))),
    note,
    make("div", { class: "sheet-foot" }, others),
  ];
}
