// What is wrong with a layout, measured in the browser.

/** On the shadow root, or in a page of the extension: everything that is cut off, overflows or is too small to hit. */
export function faults() {
  const root = this instanceof Node ? this : document;
  const all = (selector) => [...root.querySelectorAll(selector)];
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.className || element.localName} ${element.textContent.trim().slice(0, 40)}`);
  const scroller = all(".scroller")[0] ?? document.scrollingElement;
  if (scroller.scrollWidth > scroller.clientWidth) found.push(`the reader scrolls sideways by ${scroller.scrollWidth - scroller.clientWidth}`);
  for (const element of all("button, legend, .option, .option span, .switch, .range label, output, h1, h2, .flag-line p, .summary, .facts")) {
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).display !== "inline") say("cut off", element);
    // The tools of the bar scroll where there is no room for all.
    if ((box.right > innerWidth + 1 || box.left < -1) && !element.closest(".tools")) say("off the screen", element);
    // A tick of a strip has its equal in the larger buttons beside it.
    if (element.localName === "button" && !element.matches(".tick") && (box.height < 23.9 || box.width < 23.9)) say("too small", element);
  }
  for (const input of all("input:not([type=file])")) {
    const box = input.getBoundingClientRect();
    if (box.height < 23.9 || box.width < 23.9) say("too small", input);
  }
  return found;
}
