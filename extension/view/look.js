// What is set, on the screen: measures as custom properties, choices as data attributes. The style
// sheets do the rest.

/** Who asked the system for more contrast gets it, unless a theme was chosen. */
const contrasted = (theme) => (theme === "system" && matchMedia("(prefers-contrast: more)").matches ? "contrast" : theme);

/** Puts settings on an element. */
export function apply(element, settings) {
  element.classList.add("themed");
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === "number") element.style.setProperty(`--${name}`, value);
    else element.dataset[name] = name === "theme" ? contrasted(value) : value;
  }
}
