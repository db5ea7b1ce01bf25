// Links within the page, such as footnotes, are followed within the reader.
import { jump } from "./jump.js";
import { entries, show } from "./order.js";

/** Goes to the block of the page's element with this id; gives false if the page has none. */
export function follow(reader, id) {
  const { plan, article, page } = reader;
  const item = itemAt(plan, page.nodes, id);
  if (item < 0) return false;
  if (!article.drawn.has(item)) {
    const entry = entries(reader).find(({ items }) => items.includes(item));
    if (entry) show(reader, entry);
  }
  jump(reader, { item });
  const element = article.drawn.get(item);
  if (!element) return false;
  element.setAttribute("tabindex", "-1");
  element.focus({ preventScroll: true });
  return true;
}

/** The item that stands where the element with an id is: in it, around it, or right after it; -1 if none. */
function itemAt(plan, nodes, id) {
  const target = nodes[0]?.ownerDocument.getElementById(id);
  if (!target) return -1;
  const own = plan.items.findIndex((item) => {
    const node = nodes[item.node];
    return node && (target.contains(node) || node.contains(target));
  });
  if (own >= 0) return own;
  return plan.items.findIndex((item) => target.compareDocumentPosition(nodes[item.node]) & Node.DOCUMENT_POSITION_FOLLOWING);
}
