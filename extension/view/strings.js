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

/** What the interface is written in, and which way that runs. */
export const language = () => (messages ? "en" : chrome.i18n.getUILanguage());
export const direction = () => (messages ? "ltr" : chrome.i18n.getMessage("@@bidi_dir"));

/** The form of a message that fits a number: `key_one`, `key_other`, and what else a language has. */
export const count = (key, number) => {
  const form = new Intl.PluralRules(language()).select(number);
  return say(`${key}_${form}`, number) || say(`${key}_other`, number);
};

/** A reason in the interface's language, or as the engine words it. */
export const reason = ({ code, args, text }) => say(`reason_${code.replaceAll("-", "_")}`, ...args) || text;

/** The words for a label, such as 'a newsletter pitch'. */
export const label = (name) => say(`label_${name.replaceAll("-", "_")}`) || name;

/** Takes the messages from a file of _locales instead of the browser. */
export const use = (file) => (messages = file);
