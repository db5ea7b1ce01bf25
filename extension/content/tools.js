// The tools, for the scripts that a click has put into this page. Injected when the first is used.
import * as tools from "../view/tools.js";
import { readOn } from "./again.js";

globalThis[Symbol.for("copydesk.tools")] = { ...tools, readOn };
