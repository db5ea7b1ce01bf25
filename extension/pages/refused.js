// What the toolbar button says where no extension may read.
import { loadSettings } from "../store.js";
import { apply } from "../view/look.js";
import { isPrivate } from "./private.js";
import { fill } from "./words.js";

fill();
apply(document.body, { theme: (await loadSettings(isPrivate)).theme });
