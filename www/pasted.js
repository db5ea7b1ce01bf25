// What is pasted from a page comes with its HTML: the field shows the text, and the HTML is read.

/** The HTML that a field's text was copied as; it counts as long as the text is not changed. */
const copied = new WeakMap();

/** What is to be read of a field. */
export function textOf(field) {
  const { text, html } = copied.get(field) ?? {};
  return html && text === field.value ? html : field.value;
}

/** Keeps the HTML of what is pasted into an empty field; `tell(words)` says so. */
export function follow(field, tell) {
  field.addEventListener("paste", ({ clipboardData }) => {
    const html = clipboardData.getData("text/html");
    // One line has nothing that its text does not have.
    if (!/<(p|h[1-6]|article|br|li)\b/i.test(html) || field.value.trim() !== "") return;
    setTimeout(() => {
      copied.set(field, { text: field.value, html: `<article>${html}</article>` });
      tell("Pasted with its headings and links.");
    });
  });
}
