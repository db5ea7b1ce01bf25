// More tools, a script of their own as those of tools.js are: what is used for a whole story, not in passing.
// view/later.js names them for the reader.

export { toggle as contents } from "./contents.js";
export { toggle as keepLit } from "./kept.js";
export { toggle as listen } from "./listen.js";
export { toggle as marks } from "./marking.js";
export { show as page } from "./onpage.js";
export { toggle as quotes } from "./quotes.js";
export { toggle as save } from "./save.js";
export { complete as rest } from "./rest.js";
export { copy as copySelected, offer as selected } from "./selected.js";
