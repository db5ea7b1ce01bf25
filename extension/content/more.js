// More tools, for the scripts that are in this page already. Injected when one of them is first used.
import * as more from "../view/more.js";

globalThis[Symbol.for("copydesk.more")] = more;
