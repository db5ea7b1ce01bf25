// What the settings make of a text: a few sentences with names and lines for what would be folded away.
import { make } from "../view/dom.js";
import { apply } from "../view/look.js";
import { looks } from "../view/sections.js";
import { say } from "../view/strings.js";

/** The names of the sample, in the order of its words; `modes` are the choices in which each is marked. */
const NAMES = [
  { text: "Lady Sunniva", kind: "ORG", modes: ["all", "first"] },
  { text: "Halvard Quay", kind: "LOC", modes: ["all", "first"] },
  { text: "Ingrid Solheim", kind: "PER", modes: ["main", "people", "all", "first"] },
  { text: "Solheim", kind: "PER", modes: ["main", "people", "all"] },
];

/** Stands for a name in the sample's words. */
const MARK = "\u0001";

/** What would be folded away, and how readily one has to be for it. */
const FLAGS = [
  { label: "newsletter", keenness: ["cautious", "normal", "keen"] },
  { label: "offtopic-paragraph", keenness: ["keen"] },
];

/** Shows it with these settings. */
export function draw(place, settings) {
  const pieces = say("sampleText", ...NAMES.map(({ text }) => MARK + text + MARK)).split(MARK);
  const name = (text) => {
    const { kind, modes } = NAMES.find((each) => each.text === text);
    return make("span", { class: modes.includes(settings.names) ? "name" : "name plain", "data-kind": kind }, text);
  };
  const line = ({ label }) => make("div", { class: "flag" }, make("div", { class: "flag-line" }, looks({ label })));
  place.replaceChildren(
    make("p", { class: "sample-title" }, say("sampleTitle")),
    make("p", null, pieces.map((piece, at) => (at % 2 === 0 ? piece : name(piece)))),
    ...FLAGS.filter(({ keenness }) => keenness.includes(settings.keenness)).map(line),
    make("p", null, say("sampleMore")),
  );
  apply(place, settings);
}
