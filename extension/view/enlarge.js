// A picture as large as the window lets it be.
import { make, button } from "./dom.js";
import { say } from "./strings.js";
import css from "./enlarge.css";

/** Shows the picture in `opener` over everything else; Esc, a click beside it or its button closes it. */
export function enlarge(reader, opener) {
  const { shell } = reader;
  shell.style(css);
  const small = opener.querySelector("img");
  const caption = opener.closest("figure")?.querySelector("figcaption")?.textContent ?? "";
  const behind = [...shell.dialog.children].filter((element) => !element.matches("[role=status]"));
  const shut = button({ class: "close", "aria-label": say("closePicture"), title: say("closePicture") }, () => close(), "×");
  const picture = make("img", { src: small.src, alt: small.alt, referrerpolicy: "no-referrer", decoding: "async" });
  const root = make(
    "div",
    { class: "enlarged", role: "dialog", "aria-modal": "true", "aria-label": small.alt || say("pictureAlone") },
    shut,
    picture,
    caption && make("p", { class: "enlarged-caption", dir: "auto" }, caption),
  );

  function close() {
    release();
    root.remove();
    for (const element of behind) element.inert = false;
    opener.focus({ preventScroll: true });
  }

  const release = reader.keys((event) => {
    if (event.key === "Escape") close();
    // The button is all that can have the focus here, and other keys are for what is behind.
    return ["escape", "tab", "n"].includes(event.key.toLowerCase());
  });
  root.addEventListener("click", (event) => event.isTrusted && event.target !== picture && !shut.contains(/** @type {Node} */ (event.target)) && close());
  for (const element of behind) element.inert = true;
  shell.dialog.appendChild(root);
  shut.focus({ preventScroll: true });
}
