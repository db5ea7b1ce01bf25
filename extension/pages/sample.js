// Our own page with a story to try the reader on: as no script can be put into it, it runs those that the
// background names, and a button does what the one in the toolbar does.
import { button, make } from "../view/dom.js";
import { say } from "../view/strings.js";

/** A script that is run again is another module. */
let turn = 0;

chrome.runtime.onMessage.addListener(({ run }, sender, respond) => {
  if (typeof run !== "string") return false;
  turn += 1;
  const script = chrome.runtime.getURL(`${run}?${turn}`);
  import(script).then(() => respond(true), () => respond(null));
  return true;
});

const read = button({ class: "try" }, () => chrome.runtime.sendMessage({ type: "sample" }), say("actionOpen"));
document.body.prepend(make("section", { class: "try-bar", "aria-label": say("tryHere") }, make("p", null, say("tryHere")), read));
