// When a card opens and closes, without a browser: the state and what happens to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, idle } from "../../extension/view/hover.js";

/** The states after each event, from a closed card. */
function run(...events) {
  let state = idle;
  return events.map((event) => (state = after(state, event)));
}
const enter = (name) => ({ type: "enter", name });
const [leave, card, timer, dismiss] = ["leave", "card", "timer", "dismiss"].map((type) => ({ type }));

test("a card opens after a rest on the name, not at once", () => {
  const [waiting, open] = run(enter("a"), timer);
  assert.deepEqual([waiting.shown, waiting.timer], [null, 300]);
  assert.deepEqual([open.shown, open.timer], ["a", null]);
});

test("passing over a name opens nothing", () => {
  const [, left] = run(enter("a"), leave);
  assert.deepEqual([left.shown, left.next, left.timer], [null, null, null]);
});

test("from an open card to another name there is no delay", () => {
  assert.equal(run(enter("a"), timer, leave, enter("b")).at(-1).shown, "b");
});

test("there is time to get from the name to its card, and the card stays while the pointer is on it", () => {
  const states = run(enter("a"), timer, leave, card);
  assert.deepEqual([states[2].shown, states[2].timer], ["a", 300]);
  assert.deepEqual([states[3].shown, states[3].timer], ["a", null]);
});

test("leaving the name and the card closes it after a moment", () => {
  assert.equal(run(enter("a"), timer, leave, timer).at(-1).shown, null);
});

test("a card opened by key, click or touch stays until it is dismissed", () => {
  const shown = run({ type: "show", name: "a" }, leave, timer, enter("b"), timer);
  assert.equal(shown.at(-1).shown, "a");
  assert.equal(after(shown.at(-1), dismiss).shown, null);
  assert.equal(after(shown.at(-1), { type: "show", name: "b" }).shown, "b");
});
