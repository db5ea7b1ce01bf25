// What the scripts of hostile pages have in common.

/** A script element. */
export const script = (code) => `<script>${code}</script>`;

/** Notes in the page that something inside the reader was reached: `reach(node, how)`. */
export const reach = `globalThis.reached ??= null; globalThis.reach = (node, how) => {
  try {
    const root = node?.getRootNode?.();
    if (root instanceof ShadowRoot && root.host.localName === "copydesk-reader" && root.querySelector("dialog")) globalThis.reached = how;
  } catch {}
};`;
