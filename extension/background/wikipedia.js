// A look into Wikipedia, on a click on a card, where its reader has switched that on: sends a name and
// nothing else, gives plain text.

import { WIKIPEDIA, wikipediaFor } from "../settings.js";
import { loadSettings } from "../store.js";

/** How long (ms) an answer may take. */
const PATIENCE = 8000;

/** Longest name that is sent and longest text that is shown, in UTF-16 units. */
const NAME = 120;
const TEXT = 1200;

const isText = (value) => typeof value === "string" && value.trim() !== "";

/** Something with a letter or a digit in it: dots alone would lead elsewhere in a path. */
const isName = (value) => isText(value) && value.length <= NAME && /[\p{L}\p{N}]/u.test(value);

/** Where a name is looked up. */
const address = (host, name) =>
  `https://${host}/api/rest_v1/page/summary/${encodeURIComponent(name.trim().replaceAll(" ", "_"))}`;

/**
 * The parts of an answer that are shown: text only, and a link only into that Wikipedia.
 * @returns {import("../messages").Answer<"lookup">}
 */
function read(answer, host) {
  const page = URL.parse(answer?.content_urls?.desktop?.page);
  const isOurs = page?.protocol === "https:" && page.hostname === host;
  if (!isText(answer?.extract) || !isOurs) return { ok: false, code: "none" };
  return {
    ok: true,
    title: isText(answer.title) ? answer.title.slice(0, NAME) : "",
    text: answer.extract.slice(0, TEXT),
    several: answer.type === "disambiguation",
    page: page.href,
    host,
  };
}

/** Whether a card may offer it: switched on, allowed by the browser, and no private window. */
export async function canLookUp({ tab }) {
  const { wikipedia } = await loadSettings();
  return wikipedia && !tab.incognito && (await chrome.permissions.contains({ origins: WIKIPEDIA }));
}

/**
 * Looks a name up: plain text of its page, or why there is none.
 * @type {import("../messages").Answers["lookup"]}
 */
export async function lookup({ name, lang }, sender) {
  if (!isName(name) || !(await canLookUp(sender))) return { ok: false, code: "off" };
  const host = wikipediaFor(lang);
  try {
    const response = await fetch(address(host, name), {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 404) return { ok: false, code: "none" };
    if (!response.ok) return { ok: false, code: "failed" };
    return read(await response.json(), host);
  } catch {
    return { ok: false, code: "failed" };
  }
}
