#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// How smoothly a page of `relata view` moves: what a step of each interaction takes of the page's main thread, in headless Chromium. There
// a program does the work of a graphics card, thousands of times slower than one, so that WebGL is told to draw nothing, unless asked.
//   viewer.mjs RELATA|PAGE.html CHROMIUM [EDGES [--draw | --profile INTERACTION]]     EDGES: 20000 by default
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Browser } from "../tests/viewer/chromium.mjs";
import { large } from "../tests/viewer/records.mjs";

const [relata, chromium, edges = "20000", mode = "", profiled = ""] = process.argv.slice(2);
const drawNothing = `for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
  WebGL2RenderingContext.prototype[name] = () => {};
}
let thing = 0; // the pointer finds another one whenever it is asked what it is on
WebGL2RenderingContext.prototype.getBufferSubData = (target, offset, result) => {
  thing = (thing + 50) % 5000;
  result.set([thing >> 8, 0, 0, thing & 255]);
};`;
const work = mkdtempSync(join(tmpdir(), "relata-viewer-"));
const browser = new Browser(chromium);
const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
const nextFrame = (page) => page.value("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
const mouse = (page, type, x, y, more = {}) => page.send("Input.dispatchMouseEvent", { type, x, y, ...more });
const at = (i, n, from, to) => Math.round(from + ((to - from) * i) / n);

/** What people do, in steps; each step is followed by a frame. */
const interactions = {
  async pan(page, step) {
    await mouse(page, "mousePressed", 640, 400, { button: "left", buttons: 1, clickCount: 1 });
    for (let i = 1; i <= 15; i += 1) await step(() => mouse(page, "mouseMoved", at(i, 15, 640, 400), at(i, 15, 400, 300), { button: "left", buttons: 1 }));
    await mouse(page, "mouseReleased", 400, 300, { button: "left", clickCount: 1 });
  },
  async zoom(page, step) {
    for (const deltaY of [-120, 120]) {
      for (let i = 0; i < 5; i += 1) await step(() => mouse(page, "mouseWheel", 640, 400, { deltaX: 0, deltaY }));
    }
  },
  async hover(page, step) {
    for (let i = 0; i < 20; i += 1) await step(() => mouse(page, "mouseMoved", at(i, 20, 420, 860), at(i % 7, 7, 250, 600)));
  },
  async select(page, step) {
    for (const name of ["Entity 10", "Entity 1000", "Entity 3000"]) {
      const place = await page.value(`relata.placeOf(${JSON.stringify(name)})`);
      if (!place) continue;
      await mouse(page, "mouseMoved", place.x, place.y);
      await nextFrame(page);
      await mouse(page, "mousePressed", place.x, place.y, { button: "left", clickCount: 1 });
      await step(() => mouse(page, "mouseReleased", place.x, place.y, { button: "left", clickCount: 1 }));
      await step(() => page.value("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))"));
    }
  },
  async filter(page, step) {
    for (let round = 0; round < 2; round += 1) {
      for (const name of ["Person", "planned", "accused", "met_with"]) {
        await step(() => page.value(`[...document.querySelectorAll('.ticks label')].find((l) => l.querySelector('.name').textContent.replace(' ', '_') === ${JSON.stringify(name)})?.querySelector('input').click()`));
      }
    }
  },
  async slide(page, step) {
    for (let i = 1; i <= 6; i += 1) {
      await step(() => page.value(`(() => { const s = document.querySelector('[aria-label="Least confidence"]'); s.value = '${at(i % 6, 6, 0, 90) / 100}'; s.dispatchEvent(new Event('input')); })()`));
    }
  },
  async timeline(page, step) {
    const { x, y, right } = await page.value("(() => { const b = document.querySelector('.handle.from').getBoundingClientRect(); return { x: b.left + b.width / 2, y: b.top + 20, right: document.querySelector('.track').getBoundingClientRect().right }; })()");
    await mouse(page, "mousePressed", x, y, { button: "left", buttons: 1, clickCount: 1 });
    for (let i = 1; i <= 8; i += 1) await step(() => mouse(page, "mouseMoved", at(i, 8, x, x + (right - x) * 0.6), y, { button: "left", buttons: 1 }));
    await mouse(page, "mouseReleased", x + (right - x) * 0.6, y, { button: "left", clickCount: 1 });
    await page.value("document.querySelector('#timeline .caption button').click()");
  },
};

/** Processor time in ms that the page's main thread and the process that draws have taken so far: other work on the machine does not count. */
async function processorTimes() {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const gpu = processInfo.find(({ type }) => type === "GPU");
  const renderer = processInfo.filter(({ type }) => type === "renderer").sort((x, y) => y.cpuTime - x.cpuTime)[0];
  const thread = readFileSync(`/proc/${renderer.id}/task/${renderer.id}/schedstat`, "utf8").split(" ")[0];
  return { main: Number(thread) / 1e6, draw: gpu.cpuTime * 1000 };
}

async function metrics(page) {
  const { metrics: all } = await page.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value * 1000]));
}

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0;

/** Functions by the time spent in themselves. */
function hottest(profile) {
  const own = new Map();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  profile.samples.forEach((id, i) => {
    const { functionName, lineNumber, columnNumber } = nodes.get(id).callFrame;
    const name = `${functionName || "(anonymous)"} ${lineNumber}:${columnNumber}`;
    own.set(name, (own.get(name) ?? 0) + profile.timeDeltas[i] / 1000);
  });
  return [...own].sort((a, b) => b[1] - a[1]).slice(0, 25);
}

try {
  let file = resolve(relata);
  if (!relata.endsWith(".html")) {
    const lines = join(work, "large.jsonl");
    file = join(work, "large.html");
    writeFileSync(lines, large(Number(edges)).map((record) => JSON.stringify(record)).join("\n"));
    execFileSync(relata, ["view", lines, "-o", file], { stdio: ["ignore", "ignore", "inherit"] });
  }
  const start = Date.now();
  const page = await browser.open(`file://${file}`, { script: mode === "--draw" ? "" : drawNothing });
  const counts = await page.value("relata.counts()");
  console.log(`${counts.nodes} nodes, ${counts.edges} edges; open after ${Date.now() - start} ms`);
  await page.send("Performance.enable");
  console.log("milliseconds       steps   main thread   in scripts   drawing   until drawn: median    worst");
  for (const [name, act] of Object.entries(interactions)) {
    await wait(300);
    const frames = [];
    const step = async (what) => {
      const begin = performance.now();
      await what();
      await nextFrame(page);
      frames.push(performance.now() - begin);
    };
    if (name === profiled) {
      await page.send("Profiler.enable");
      await page.send("Profiler.start");
      await act(page, step);
      const { profile } = await page.send("Profiler.stop");
      for (const [where, ms] of hottest(profile)) console.log(`  ${(ms / frames.length).toFixed(2).padStart(8)} ${where}`);
      continue;
    }
    const [before, beforeTimes] = [await metrics(page), await processorTimes()];
    await act(page, step);
    await wait(400); // the names of nodes come when the movement ends
    const [after, afterTimes] = [await metrics(page), await processorTimes()];
    const each = (value, width) => (value / frames.length).toFixed(1).padStart(width);
    console.log(`${name.padEnd(16)}${String(frames.length).padStart(8)}${each(afterTimes.main - beforeTimes.main, 14)}${each(after.ScriptDuration - before.ScriptDuration, 13)}`
      + `${each(afterTimes.draw - beforeTimes.draw, 10)}${quantile(frames, 0.5).toFixed(1).padStart(22)}${quantile(frames, 1).toFixed(1).padStart(9)}`);
  }
  if (page.complaints.length > 0) console.log(page.complaints);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
