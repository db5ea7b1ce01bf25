// A click: opens the reader on this page, or closes it. Built into one script with what it imports.
import { Reader } from "../view/reader.js";
import { Page } from "./page.js";

/** Where the open reader is kept between clicks: a name that no element of the page can take. */
const OPEN = Symbol.for("copydesk.open");

if (globalThis[OPEN]) globalThis[OPEN].close();
else open();

function open() {
  const page = new Page();
  const reader = new Reader({
    page,
    onClose() {
      globalThis[OPEN] = null;
      page.closed();
    },
  });
  globalThis[OPEN] = reader;
  Promise.all([page.plan(), reader.ready]).then(([answer]) => {
    if (!reader.isOpen) return;
    if (page.quiet && answer.plan?.status !== "article") reader.close();
    else if (answer.ok) reader.showPlan(answer.plan, { clicked: answer.clicked, engine: answer.ms.engine });
    else reader.showMessage(answer.code);
  }).catch(() => reader.isOpen && reader.showMessage("engine-failed"));
}
