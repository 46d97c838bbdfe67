// SPDX-License-Identifier: MIT
// Drives headless Chromium over its DevTools pipe: messages of JSON, each ended by a zero byte. No package is needed.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Browser {
  constructor(program) {
    this.profile = mkdtempSync(join(tmpdir(), "relata-chromium-"));
    this.process = spawn(program, [
      "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
      `--user-data-dir=${this.profile}`, "--remote-debugging-pipe", "about:blank",
    ], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.waiting = new Map();
    this.pages = new Map();
    this.next = 1;
    let rest = Buffer.alloc(0);
    this.process.stdio[4].on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.receive(JSON.parse(rest.subarray(0, end).toString("utf8")));
        rest = rest.subarray(end + 1);
      }
    });
    this.process.on("exit", () => { for (const { reject } of this.waiting.values()) reject(new Error("chromium ended")); });
  }

  receive(message) {
    if (message.id) {
      const { resolve, reject, method } = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) reject(new Error(`${method}: ${message.error.message}`));
      else resolve(message.result);
    } else if (message.sessionId) {
      this.pages.get(message.sessionId)?.on(message.method, message.params);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.next;
    this.next += 1;
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject, method }));
  }

  /** A page of this size; `dark` is what the system is said to prefer, `script` runs before the page's own. */
  async open(address, { width = 1280, height = 800, dark = false, script = "" } = {}) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    this.pages.set(sessionId, page);
    await page.send("Page.enable");
    await page.send("Runtime.enable");
    await page.send("Log.enable");
    await page.send("Network.enable");
    await page.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    await page.send("Emulation.setEmulatedMedia", { features: [
      { name: "prefers-color-scheme", value: dark ? "dark" : "light" }, { name: "prefers-reduced-motion", value: "reduce" },
    ] });
    await page.send("Emulation.setFocusEmulationEnabled", { enabled: true }); // else only the page in front has a focus
    if (script) await page.send("Page.addScriptToEvaluateOnNewDocument", { source: script });
    const loaded = new Promise((resolve) => { page.loaded = resolve; });
    await page.send("Page.navigate", { url: address });
    await loaded;
    await page.settle();
    return page;
  }

  async close() {
    const ended = new Promise((resolve) => { this.process.on("exit", resolve); });
    await this.send("Browser.close").catch(() => {});
    await Promise.race([ended, new Promise((resolve) => { setTimeout(resolve, 5000); })]);
    this.process.kill("SIGKILL");
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

class Page {
  constructor(browser, session, target) {
    Object.assign(this, { browser, session, target });
    this.complaints = []; // of the console, the page and its policy
    this.requests = []; // addresses other than the page's own
  }

  on(method, params) {
    if (method === "Page.loadEventFired") this.loaded?.();
    else if (method === "Runtime.exceptionThrown") this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    else if (method === "Runtime.consoleAPICalled" && ["error", "warning", "assert"].includes(params.type)) this.complaints.push(params.args.map((arg) => arg.value ?? arg.description).join(" "));
    else if (method === "Log.entryAdded" && ["error", "warning"].includes(params.entry.level)) this.complaints.push(params.entry.text);
    else if (method === "Page.javascriptDialogOpening") this.complaints.push(`dialog: ${params.message}`);
    else if (method === "Network.requestWillBeSent" && !/^(file|data|blob):/.test(params.request.url)) this.requests.push(params.request.url);
  }

  send(method, params = {}) {
    return this.browser.send(method, params, this.session);
  }

  /** The value of an expression in the page. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  text(selector) {
    return this.value(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? null`);
  }

  /** Until two more frames are drawn. */
  settle() {
    return this.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))");
  }

  async clickAt(x, y) {
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
    await this.settle();
    for (const type of ["mousePressed", "mouseReleased"]) await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    await this.settle();
  }

  async click(selector) {
    const place = await this.value(`(() => { const e = document.querySelector(${JSON.stringify(selector)}); if (!e) return null;
      e.scrollIntoView({ block: "nearest" }); const { left, top, width, height } = e.getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; })()`);
    if (!place) throw new Error(`nothing to click: ${selector}`);
    await this.clickAt(place.x, place.y);
  }

  async type(text) {
    await this.send("Input.insertText", { text });
    await this.settle();
  }

  async press(key, code = key) {
    const keys = { Enter: 13, Escape: 27, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Home: 36, End: 35, Tab: 9 };
    const params = { key, code, windowsVirtualKeyCode: keys[key] ?? key.toUpperCase().charCodeAt(0) };
    const text = keys[key] && key !== "Enter" ? undefined : key === "Enter" ? "\r" : key;
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...params, text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...params });
    await this.settle();
  }

  async screenshot() {
    return Buffer.from((await this.send("Page.captureScreenshot", { format: "png" })).data, "base64");
  }
}
