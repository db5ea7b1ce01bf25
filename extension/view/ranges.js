// Where the text of a block stands on the page: the engine reads spaces as the browser shows them,
// the page's text nodes have them as they were written.

/** Text that is in the markup and never shown. */
const SILENT = "script, style, noscript, template, rt, rp";

/** What the engine leaves out of a text or squeezes. */
const GAP = /[\s\u00ad\u200b\u2060]/;
const GAPS = new RegExp(GAP, "g");

/** The ranges of `spans` (`start` and `end` in UTF-16 units of `text`) in an element that shows the text. Linear. */
export function rangesOf(element, text, spans) {
  const nodes = [];
  let solid = "";
  const ends = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement?.closest(SILENT)) continue;
    nodes.push(walker.currentNode);
    solid += /** @type {Text} */ (walker.currentNode).data.toWellFormed().replace(GAPS, "");
    ends.push(solid.length);
  }
  const begin = solid.indexOf(text.replace(GAPS, ""));
  if (begin < 0) return [];
  const before = solidBefore(text);
  return spans.flatMap(({ start, end }) => {
    const [from, to] = [begin + before[start], begin + before[end]];
    if (to <= from) return [];
    const range = new Range();
    range.setStart(...at(from, 0));
    range.setEnd(...at(to - 1, 1));
    return [range];
  });

  /**
   * The text node and the offset of a character that is no space; `after` 1 gives the place behind it.
   * @returns {[Text, number]}
   */
  function at(number, after) {
    const index = ends.findIndex((end) => end > number);
    const { data } = nodes[index];
    let left = number - (ends[index - 1] ?? 0);
    let offset = 0;
    for (; ; offset++) {
      if (GAP.test(data[offset])) continue;
      if (left-- === 0) break;
    }
    return [nodes[index], offset + after];
  }
}

/** For each place of a text how many characters that are no spaces stand before it. */
function solidBefore(text) {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i] + (GAP.test(text[i]) ? 0 : 1);
  return before;
}
