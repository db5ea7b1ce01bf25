// The tools: what a reader reaches by a further action. They are a script of their own, so that a
// click injects only what every reader needs; it comes into the page when the first tool is used,
// and shares the modules that are there already.
//
// To add one: write its module with a function that gets the open `Reader` and what it is called
// with, export that here under its name, and call it with `reader.use("name", ...values)`. Its style
// sheet is put on with `reader.shell.style(css)`. The words go into _locales.

export { draw as card } from "./card.js";
export { enlarge } from "./enlarge.js";
export { drawAll as showAll } from "./everything.js";
export { follow } from "./follow.js";
export { jump } from "./jump.js";
export { judge } from "./judge.js";
export { toggle as leftOut } from "./leftout.js";
export { show as message } from "./message.js";
export * from "./later.js";
export { toggle as who } from "./who.js";
export { toggle as settings } from "./sheet.js";
