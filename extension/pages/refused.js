// What the toolbar button says where no extension may read.
import { loadSettings } from "../store.js";
import { apply } from "../view/look.js";
import { fill } from "./words.js";

fill();
apply(document.body, { theme: (await loadSettings()).theme });
