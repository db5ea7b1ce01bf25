// The landing page: loads the playground when somebody turns to its form, since most who come look at the pictures
// first; and keeps the page for a time without a network.

import { follow, textOf } from "./pasted.js";

const form = document.getElementById("form");
const source = document.getElementById("source");
const other = document.getElementById("other");

const status = document.getElementById("status");

/** The playground; says so where it cannot be loaded. */
async function playground() {
  try {
    return await import("./playground.js");
  } catch (error) {
    status.textContent = "The reader could not be loaded. Is there a network? Try again.";
    throw error;
  }
}
const readFile = async (file) => file && (await playground()).readFile(file);

for (const field of [source, other]) follow(field, (words) => (status.textContent = words));
for (const type of ["focusin", "pointerover"]) form.addEventListener(type, playground, { once: true });

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  (await playground()).read(textOf(source), textOf(other));
});
document.getElementById("sample").addEventListener("click", async () => {
  const sample = await fetch("samples/story.html").catch(() => null);
  if (!sample?.ok) {
    status.textContent = "The sample could not be loaded. Is there a network? Try again.";
    return;
  }
  source.value = await sample.text();
  (await playground()).read(source.value);
});
document.getElementById("file").addEventListener("change", (event) => readFile(event.target.files[0]));

for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    form.classList.toggle("dropping", type === "dragenter" || type === "dragover");
    if (type === "drop") readFile(event.dataTransfer.files[0]);
  });
}

// A page from a file has no worker, and needs none.
if (location.protocol.startsWith("http")) {
  const worker = globalThis.trustedTypes?.createPolicy("copydesk-worker", { createScriptURL: () => "offline.js" });
  navigator.serviceWorker?.register(worker ? worker.createScriptURL("") : "offline.js").catch(() => {});
}
