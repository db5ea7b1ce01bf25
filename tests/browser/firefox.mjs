// Firefox with the extension: real toolbar clicks, pages seen by the browser's own privileged code.

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./cdp.mjs";
import { FirefoxTab } from "./firefox-tab.mjs";
import { surroundings } from "./fonts.mjs";
import { Marionette } from "./marionette.mjs";

/**
 * Some Firefoxes never load the page that an extension opens while it is being installed: one of thirty at first, ten of
 * fifty on a machine with other work, once four in a row. Others do not start.
 */
const TRIES = 8;

const SETTINGS = {
  "marionette.port": 0,
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "ui.prefersReducedMotion": 1,
};

const setting = ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`;

export class Firefox {
  #child;
  #profile;
  #marionette = null;
  #button;
  /** The folder that downloads go to. */
  downloads;
  #base = null;
  /** The first tab, which stays: of an ordinary window. */
  #first;
  /** The address of the page that the extension opened when it was installed. */
  greeting = null;

  /** Starts a Firefox with a fresh profile; the options are those of Chromium's `launch`. */
  static async launch(options) {
    for (let tries = 1; ; tries++) {
      try {
        return await Firefox.#start(options);
      } catch (error) {
        console.error(`Firefox, try ${tries} of ${TRIES}: ${error.message}`);
        if (tries === TRIES) throw error;
      }
    }
  }

  static async #start({ extension, headless = true, proxy = null, insecure = false, alike = false }) {
    const browser = new Firefox();
    browser.#profile = await mkdtemp(join(tmpdir(), "copydesk-"));
    browser.downloads = join(browser.#profile, "downloads");
    const settings = { ...SETTINGS, "browser.download.dir": browser.downloads, "browser.download.folderList": 2 };
    if (proxy) {
      for (const kind of ["http", "ssl"]) {
        settings[`network.proxy.${kind}`] = "127.0.0.1";
        settings[`network.proxy.${kind}_port`] = proxy;
      }
      settings["network.proxy.type"] = 1;
    }
    await writeFile(join(browser.#profile, "user.js"), Object.entries(settings).map(setting).join(""));
    const flags = ["-marionette", "-remote-allow-system-access", "-no-remote", "-profile", browser.#profile];
    if (headless) flags.push("-headless", "-width", "1280", "-height", "900");
    const env = { ...process.env, ...(alike && (await surroundings(join(browser.#profile, "fonts")))) };
    browser.#child = spawn(process.env.FIREFOX || "firefox-esr", flags, { stdio: "ignore", env });
    try {
      await browser.#connect(extension, insecure);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  /** The address of a file of the extension. */
  address(file) {
    return this.#base + file;
  }

  /** Opens a tab on `url`, or a private window, and waits until the page has loaded. */
  async open(url, { isPrivate = false } = {}) {
    const tab = new FirefoxTab(this.#marionette, this.#button);
    await tab.start(url, isPrivate, this.#first);
    return tab;
  }

  /** Resolves when the browser's window has been closed. */
  closed() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => this.#child.once("exit", resolve));
  }

  async close() {
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    if (this.#marionette) await this.#marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
    else this.#child.kill();
    await this.closed();
    clearTimeout(timer);
    this.#marionette?.end();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #connect(extension, insecure) {
    const said = join(this.#profile, "MarionetteActivePort");
    const port = await until("Firefox to start", () => readFile(said, "utf8").catch(() => null), 60_000, 100);
    this.#marionette = await Marionette.connect(Number(port), { insecure });
    this.version = this.#marionette.version;
    this.#first = (await this.#marionette.send("WebDriver:GetWindowHandle")).value;
    if (!extension) return;
    const { value: id } = await this.#marionette.send("Addon:Install", { path: extension, temporary: true, allowPrivateBrowsing: true });
    const widget = id.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
    this.#button = `#${widget}-BAP`;
    await this.#inChrome("CustomizableUI.addWidgetToArea(arguments[0], CustomizableUI.AREA_NAVBAR);", `${widget}-browser-action`);
    this.#base = await this.#inChrome(`return WebExtensionPolicy.getByID(arguments[0]).getURL("");`, id);
    this.greeting = await this.#greeted();
  }

  /** The addresses of all tabs. */
  addresses() {
    return this.#inChrome("return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec);");
  }

  /** Closes the small window of the toolbar button and gives the page in it, or null if there is none. */
  popup() {
    return this.#inChrome(`
      const browser = document.querySelector(".webextension-popup-browser");
      if (!browser?.currentURI.spec.startsWith("moz-extension:")) return null;
      browser.closest("panel").hidePopup();
      return browser.currentURI.spec;
    `);
  }

  /** What the toolbar button says on the tab in front: `{ text, title }`. */
  badge() {
    return this.#inChrome(`
      const button = document.querySelector(arguments[0]);
      return { text: button.getAttribute("badge") ?? "", title: button.getAttribute("tooltiptext") ?? button.getAttribute("label") ?? "" };
    `, this.#button);
  }

  /** A person lets the extension see what it asks for: asked, the browser says yes from now on. */
  consent() {
    return this.#inChrome(`Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false);`);
  }

  /** What the extension keeps, as one of its own pages reads it. */
  async kept() {
    const page = await this.open(this.address("pages/refused.html"));
    const kept = await page.look(() => Cu.waiveXrays(window).browser.storage.local.get().then((all) => JSON.stringify(all)));
    await page.close();
    return JSON.parse(kept);
  }

  /** What is on the clipboard: of a headless Firefox its own, not the machine's. */
  clipboard() {
    return this.#inChrome(`
      const holder = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
      holder.init(null);
      holder.addDataFlavor("text/plain");
      Services.clipboard.getData(holder, Services.clipboard.kGlobalClipboard);
      const data = {};
      holder.getTransferData("text/plain", data);
      return data.value.QueryInterface(Ci.nsISupportsString).data;
    `);
  }

  /** Runs a script on the browser's own window and gives what it returns. */
  async #inChrome(script, ...args) {
    const { value } = await this.#marionette.inChrome(() => this.#marionette.send("WebDriver:ExecuteScript", { script, args }));
    return value;
  }

  /** Waits for the page that the extension opens when it was installed, closes it and gives its address. */
  #greeted() {
    return until("the first-run page", () => this.#inChrome(`
      const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith(arguments[0]));
      if (!tab) return null;
      const url = tab.linkedBrowser.currentURI.spec;
      gBrowser.removeTab(tab);
      return url;
    `, this.#base), 20_000);
  }
}
