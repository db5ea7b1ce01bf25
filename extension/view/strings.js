// The words of the interface, from _locales. The playground has no `chrome.i18n` and hands in the same file.

let messages = null;

const fromFile = (key, values) => {
  const { message = "", placeholders = {} } = messages[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, name) => {
    const at = placeholders[name.toLowerCase()]?.content.slice(1);
    return values[at - 1] ?? "";
  });
};

/** The message of a key, "" if there is none. */
export const say = (key, ...values) => {
  const texts = values.map(String);
  return messages ? fromFile(key, texts) : chrome.i18n.getMessage(key, texts);
};

/** What the interface is written in, with the browser's region where that is the same language. */
export const language = () => {
  const own = say("language");
  const browser = messages ? own : chrome.i18n.getUILanguage();
  return browser.split("-")[0] === own ? browser : own;
};

/** Which way that runs. */
export const direction = () => say("direction");

/** The form of a message that fits a number: `key_one`, `key_other`, and what else a language has. */
export const count = (key, number) => {
  const form = new Intl.PluralRules(language()).select(number);
  return say(`${key}_${form}`, number) || say(`${key}_other`, number);
};

/**
 * A reason in the interface's language, or as the engine words it. What a first argument says in the
 * engine's own words ('the headline') has a message of its own; a second one may be a label.
 */
export const reason = ({ code, args = [], text }) => {
  const key = `reason_${code}`.replaceAll("-", "_");
  const [first = ""] = args;
  const term = /^[a-z ]+$/.test(first) && say(`${key}_${first.replaceAll(" ", "_")}`);
  return term || say(key, ...args.map((arg, i) => (i === 1 ? label(arg) : arg))) || text;
};

/** The same in everyday words, where the exact ones are of use to few. */
const plainly = (each) => say(`plain_${each.code}`.replaceAll("-", "_")) || reason(each);

/** The first of some reasons in everyday words. */
export const why = (reasons) => (reasons ?? []).slice(0, 2).map(plainly).join(" ");

/** What something looks like, and why. */
export const opinion = (flag) => `${say("looksLike", label(flag.label))} ${why(flag.reasons)}`;

/** The same reasons with their figures and names. */
export const precisely = (reasons) => (reasons ?? []).slice(0, 2).map(reason).join(" ");

/** The words for a label, such as 'a newsletter pitch'. */
export const label = (name) => say(`label_${name.replaceAll("-", "_")}`) || name;

/** Takes the messages from a file of _locales instead of the browser. */
export const use = (file) => (messages = file);
