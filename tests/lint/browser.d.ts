// What the extension uses and no declaration of the platform has.

declare module "*.css" {
  const text: string;
  export default text;
}

interface HTMLElement {
  /** Firefox, in content scripts. */
  openOrClosedShadowRoot?: ShadowRoot | null;
}

declare namespace chrome.commands {
  /** Firefox 137. */
  const openShortcutSettings: undefined | (() => Promise<void>);
}

// The engine's modules are made by the build; what they take and give, extension/engine.d.ts has.
declare module "*/engine/copydesk.js";
declare module "*/engine/comparer.js";
