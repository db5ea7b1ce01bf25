// The comparison, for the scripts that are in this page already. Injected when it is first asked for.
import { toggle } from "../view/compare.js";

globalThis[Symbol.for("copydesk.compare")] = { toggle };
