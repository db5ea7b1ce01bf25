// What stands where in a plan: its nodes are numbers of items, or lists, tables and figures of such.

/** The kinds of names, in the order in which they are told. */
export const KINDS = ["PER", "ORG", "LOC"];

function numbers(node) {
  if (typeof node === "number") return [node];
  if (node.figure) return node.figure;
  if (node.rows) return node.rows.flat().flatMap(({ items }) => items);
  return node.entries.flatMap(({ item, lists = [] }) => [...(item === undefined ? [] : [item]), ...lists.flatMap(numbers)]);
}

/** The numbers of a section's items, in page order. */
export const itemsOf = ({ nodes }) => nodes.flatMap(numbers);

/** The numbers of the items of the body that are shown, in page order. */
export const bodyOf = ({ flow }) => flow.filter((section) => !section.flag).flatMap(itemsOf);

/**
 * The flow's sections, with neighbours that are collapsed taken together: one line stands for them.
 * @param {import("../engine").Plan} plan
 */
export function stretches({ flow }) {
  const all = [];
  for (const section of flow) {
    if (section.flag && all.at(-1)?.[0].flag) all.at(-1).push(section);
    else all.push([section]);
  }
  return all;
}

/** How many lines stand for what is collapsed. */
export const foldsOf = (plan) => stretches(plan).filter(([{ flag }]) => flag).length;

/** How many items were left out. */
export const leftOutOf = ({ leftOut }) => leftOut.reduce((sum, section) => sum + itemsOf(section).length, 0);
