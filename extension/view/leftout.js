// The list of what was left out, in page order, each with what it was taken for and why.
import { make, put } from "./dom.js";
import { why } from "./sections.js";
import { say, label } from "./strings.js";
import css from "./leftout.css";

/** One block; `same` says that it has the label and the reason of the one before it. */
function row(item, index, because, same) {
  const attributes = { "data-item": index, "data-group": item.group, "data-label": item.label };
  return make(
    "li",
    { class: same ? "same" : null, ...attributes },
    make(
      "p",
      { class: "leftout-why" },
      make("span", { class: "leftout-label", dir: "auto" }, label(item.label)),
      " ",
      make("span", { class: "reason", dir: "auto" }, because),
    ),
    make("p", { class: "leftout-text", dir: "auto" }, item.text || say("picture", item.media?.alt ?? "")),
  );
}

function rows({ items, leftOut }) {
  let before = "";
  return leftOut.map((index) => {
    const because = why(items[index].reasons);
    const now = items[index].label + because;
    const same = before === now;
    before = now;
    return row(items[index], index, because, same);
  });
}

/** Opens the list below the article and goes there, or closes it. */
export function toggle(reader) {
  const { footer } = reader.article;
  let list = footer.querySelector(".leftout");
  if (!list) {
    reader.shell.style(css);
    list = make(
      "section",
      { class: "leftout", hidden: true, "aria-labelledby": "leftout-title" },
      make("h2", { tabindex: -1, id: "leftout-title" }, say("leftOutTitle")),
      make("p", { class: "leftout-note", dir: "auto" }, say("leftOutNote")),
      make("ol", { class: "leftout-list" }, rows(reader.plan)),
    );
    put(footer, [list]);
  }
  list.hidden = !list.hidden;
  for (const opener of reader.article.root.querySelectorAll(".leftout-show")) {
    opener.setAttribute("aria-expanded", String(!list.hidden));
  }
  if (!list.hidden) list.querySelector("h2").focus();
}
