// The words of an extension page: put into the elements that name them.
import { say, language, direction } from "../view/strings.js";

/** Fills every element that has `data-say`, and tells the page's language and direction. */
export function fill() {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
}
