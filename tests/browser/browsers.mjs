// The browsers that the extension is built for and tested in, and what drives each. `build.sh` has the names too.

import { Chromium } from "./chromium.mjs";
import { Firefox } from "./firefox.mjs";

export const BROWSERS = { chromium: Chromium, firefox: Firefox };
