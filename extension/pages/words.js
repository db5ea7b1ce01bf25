// The words of an extension page: put into the elements that name them.
import { say, language, direction } from "../view/strings.js";

/** Fills every element that has `data-say`, and tells the page's language and direction. */
export function fill() {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  /** @type {NodeListOf<HTMLElement>} */
  const named = document.querySelectorAll("[data-say]");
  for (const element of named) element.textContent = say(element.dataset.say);
}
