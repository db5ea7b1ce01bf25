// A click: opens the reader on this page, or closes it. Built into one script with what it imports.
import { rootOf } from "../view/host.js";
import { Reader } from "../view/reader.js";
import { Page } from "./page.js";
import { read } from "./read.js";

/** Where the open reader is kept between clicks: a name that no element of the page can take. */
const OPEN = Symbol.for("copydesk.open");

if (globalThis[OPEN]) globalThis[OPEN].close("click");
else open();

function open() {
  const page = new Page();
  // A drawing or a feed has no place for the reader.
  if (!(rootOf(document) instanceof HTMLElement)) return page.closed("refused");
  const reader = new Reader({
    page,
    onClose(how) {
      globalThis[OPEN] = null;
      page.closed(how);
    },
  });
  globalThis[OPEN] = reader;
  return read(page, reader).catch(() => reader.close("failed"));
}
