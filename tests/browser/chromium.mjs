// Chromium with the extension: real toolbar clicks, pages seen from a world that they cannot reach.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pipe, until } from "./cdp.mjs";
import { ChromiumTab } from "./chromium-tab.mjs";
import { surroundings } from "./fonts.mjs";

const QUIET = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-quic",
  "--disable-default-apps",
  "--disable-client-side-phishing-detection",
  "--disable-features=AutofillServerCommunication,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,Translate",
  "--simulate-outdated-no-au=Tue, 31 Dec 2099 23:59:59 GMT",
  "--metrics-recording-only",
  "--password-store=basic",
];

export class Chromium {
  #child;
  #profile;
  #pipe;
  extension = null;
  /** The folder that downloads go to. */
  downloads;
  /** The address of the page that the extension opened when it was installed. */
  greeting = null;

  /**
   * Starts a Chromium with a fresh profile.
   *
   * `extension`: folder to load; `headless`: no window; `proxy`: port on this machine that gets every
   * request to somewhere else, none may leave if it is given; `insecure`: any certificate is taken for
   * good; `alike`: fonts, language and time zone are the same on every machine; `url`: shown at the start.
   */
  static async launch({ extension, headless = true, proxy = null, insecure = false, alike = false, url = "about:blank" }) {
    const browser = new Chromium();
    browser.#profile = await mkdtemp(join(tmpdir(), "copydesk-"));
    const flags = [
      ...QUIET,
      `--user-data-dir=${browser.#profile}`,
      "--remote-debugging-pipe",
      "--enable-unsafe-extension-debugging",
      "--window-size=1280,900",
    ];
    if (headless) flags.push("--headless=new", "--disable-gpu", "--force-prefers-reduced-motion", "--hide-scrollbars");
    if (insecure) flags.push("--ignore-certificate-errors");
    if (process.getuid?.() === 0) flags.push("--no-sandbox");
    if (proxy) {
      flags.push(`--proxy-server=http://127.0.0.1:${proxy}`, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    }
    if (alike) flags.push("--lang=en-US", "--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb", "--force-device-scale-factor=1");
    const env = { ...process.env, ...(alike && (await surroundings(join(browser.#profile, "fonts")))) };
    browser.#child = spawn(process.env.CHROMIUM || "chromium", [...flags, url], {
      env,
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    browser.#pipe = new Pipe(browser.#child);
    try {
      browser.version = (await browser.#pipe.send("Browser.getVersion")).product;
      browser.downloads = join(browser.#profile, "downloads");
      await browser.#pipe.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: browser.downloads });
      if (extension) {
        browser.extension = (await browser.#pipe.send("Extensions.loadUnpacked", { path: extension })).id;
        // A click before the background has run for the first time is lost: nobody listens yet.
        const listens = () => browser.background(() => chrome.action.onClicked.hasListeners()).catch(() => false);
        await until("the background to listen", listens);
        browser.greeting = await browser.#greeted();
      }
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  /** The address of a file of the extension. */
  address(file) {
    return `chrome-extension://${this.extension}/${file}`;
  }

  /** Waits for the page that the extension opens when it was installed, closes it and gives its address. */
  async #greeted() {
    const page = await until("the first-run page", async () => {
      const { targetInfos } = await this.#pipe.send("Target.getTargets");
      return targetInfos.find(({ type, url }) => type === "page" && url.startsWith(this.address("")));
    }, 30_000);
    await this.#pipe.send("Target.closeTarget", { targetId: page.targetId });
    return page.url;
  }

  /** Opens a tab on `url` and waits until the page has loaded, at most `limit` ms. */
  async open(url, { limit = 30_000 } = {}) {
    const tab = (await this.#pipe.send("Target.createTarget", { url: "about:blank", forTab: true })).targetId;
    const { sessionId } = await this.#pipe.send("Target.attachToTarget", { targetId: tab, flatten: true });
    const attached = new Promise((resolve) => this.#pipe.once(`${sessionId}/Target.attachedToTarget`, resolve));
    await this.#pipe.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId);
    const page = new ChromiumTab(this.#pipe, (await attached).sessionId, tab, this.extension);
    await page.start(url, limit);
    return page;
  }

  /** The addresses of all tabs. */
  async addresses() {
    const { targetInfos } = await this.#pipe.send("Target.getTargets");
    return targetInfos.filter(({ type }) => type === "page").map(({ url }) => url);
  }

  /** The page in the small window of the toolbar button, which closes with its tab, or null if there is none. */
  async popup() {
    const { targetInfos } = await this.#pipe.send("Target.getTargets", { filter: [{}] });
    return targetInfos.find(({ url }) => url === this.address("pages/refused.html"))?.url ?? null;
  }

  /** A person lets the extension see a host, on the browser's own page for it: asked, the browser says yes from now on. */
  async consent(host) {
    const page = await this.open("chrome://extensions/");
    await page.inPage(async (extensionId, wanted) => {
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: "ON_SPECIFIC_SITES" });
      await chrome.developerPrivate.addHostPermission(extensionId, wanted);
    }, this.extension, `*://${host}/*`);
    await page.close();
  }

  /** What the toolbar button says on the tab in front: `{ text, title }`. */
  badge() {
    return this.background(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const [text, title] = await Promise.all([chrome.action.getBadgeText({ tabId: tab.id }), chrome.action.getTitle({ tabId: tab.id })]);
      return { text, title };
    });
  }

  /** Runs a function in the extension's background and gives what it gives; fails if it does not run. */
  async background(body, ...values) {
    const target = await until("the background", async () => {
      const { targetInfos } = await this.#pipe.send("Target.getTargets", { filter: [{}] });
      return targetInfos.find((info) => info.type === "service_worker" && info.url.includes(this.extension));
    });
    const { sessionId } = await this.#pipe.send("Target.attachToTarget", { targetId: target.targetId, flatten: true });
    const { result, exceptionDetails } = await this.#pipe.send(
      "Runtime.evaluate",
      {
        expression: `(${body})(...${JSON.stringify(values)})`,
        awaitPromise: true,
        returnByValue: true,
      },
      sessionId,
    );
    await this.#pipe.send("Target.detachFromTarget", { sessionId });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** What the extension keeps. */
  kept() {
    return this.background(() => chrome.storage.local.get());
  }

  /** Bytes that the background's scripts hold, after what is garbage was thrown away. */
  async heap() {
    const { targetInfos } = await this.#pipe.send("Target.getTargets", { filter: [{}] });
    const worker = targetInfos.find((info) => info.type === "service_worker" && info.url.includes(this.extension));
    if (!worker) return null;
    const { sessionId } = await this.#pipe.send("Target.attachToTarget", { targetId: worker.targetId, flatten: true });
    await this.#pipe.send("HeapProfiler.collectGarbage", {}, sessionId);
    const { usedSize } = await this.#pipe.send("Runtime.getHeapUsage", {}, sessionId);
    await this.#pipe.send("Target.detachFromTarget", { sessionId });
    return usedSize;
  }

  /** Stops the background, as the browser does after half a minute of nothing. */
  async stopBackground() {
    const { targetInfos } = await this.#pipe.send("Target.getTargets", { filter: [{}] });
    const worker = targetInfos.find((info) => info.type === "service_worker" && info.url.includes(this.extension));
    if (worker) await this.#pipe.send("Target.closeTarget", { targetId: worker.targetId });
  }

  /** What is on the clipboard. */
  async clipboard(page) {
    await this.#pipe.send("Browser.grantPermissions", { permissions: ["clipboardReadWrite"] });
    return page.inPage(() => navigator.clipboard.readText());
  }

  /** Resolves when the browser's window has been closed. */
  closed() {
    return new Promise((resolve) => this.#pipe.once("close", resolve));
  }

  async close() {
    const gone = this.#child.exitCode === null && this.#child.signalCode === null ? this.closed() : null;
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    await this.#pipe.send("Browser.close").catch(() => this.#child.kill());
    await gone;
    clearTimeout(timer);
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
