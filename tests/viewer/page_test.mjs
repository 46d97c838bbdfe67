// SPDX-License-Identifier: MIT
// Opens pages of `relata view` in real Chromium and uses them as people do.
//   node page_test.mjs RELATA CHROMIUM [SCREENSHOT_DIR]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Browser } from "./chromium.mjs";
import { hostile, large, sample } from "./records.mjs";

const [relata, chromium, pictures] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "relata-page-"));
let passed = 0;
let failed = 0;

function check(name, good, shown = "") {
  if (good) { passed += 1; return; }
  failed += 1;
  console.log(`FAILED: ${name}${shown === "" ? "" : `: ${JSON.stringify(shown)}`}`);
}
const same = (name, got, expected) => check(name, JSON.stringify(got) === JSON.stringify(expected), got);

function makePage(name, records, ...options) {
  const lines = join(work, `${name}.jsonl`);
  const page = join(work, `${name}.html`);
  writeFileSync(lines, records.map((record) => JSON.stringify(record)).join("\n"));
  execFileSync(relata, ["view", lines, "-o", page, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  return `file://${page}`;
}

async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), await page.screenshot());
}

async function untilFile(path) {
  for (let i = 0; i < 100 && !existsSync(path); i += 1) await new Promise((done) => { setTimeout(done, 100); });
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}

const browser = new Browser(chromium);
const counts = (page) => page.value("relata.counts()");
const title = (page) => page.text("#details-title");

async function testOpening(page) {
  same("nodes and edges", await counts(page), { nodes: 13, edges: 10 });
  check("the counts are said", (await page.text("#counts")).startsWith("13 entities, 10 statements"), await page.text("#counts"));
  same("the title", await page.value("document.title"), "Test <graph>");
  check("no notice on a whole graph", await page.value("document.getElementById('notice').hidden"));
  check("the licences are there", (await page.value("document.querySelector('#about pre').textContent")).includes("sigma 4"));
  check("the overview lists entities", (await page.text("#details")).includes("Russia"));
  await picture(page, "open");
}

async function testSearch(page) {
  await page.press("/", "Slash");
  await page.type("erdogan");
  same("search without diacritics", await page.value("document.querySelector('#search [role=option] .name').textContent"), "Recep Tayyip Erdoğan");
  await page.press("Enter");
  same("Enter opens", await title(page), "Recep Tayyip Erdoğan");
  same("the subject is marked", await page.text("#details mark.subject"), "Erdoğan");
  same("the object is marked", await page.text("#details mark.object"), "Putin");
  check("grouped by relation", (await page.text("#details h3")).startsWith("met with →"), await page.text("#details h3"));
  await picture(page, "node");
  await page.press("Escape");
  await page.value("document.querySelector('#search input').focus()");
  await page.type("washington");
  same("search by alias", await page.value("document.querySelector('#search [role=option] .alias').textContent"), "Washington");
  await page.press("Enter");
  same("alias opens its entity", await title(page), "United States");
  check("a sentence that is a plan says so", (await page.text("#details .badge")) === "planned");
  check("all sentences can be opened", (await page.text("#details details summary")) === "1 more sentence");
  await page.click("#details details summary");
  check("they are shown", (await page.text("#details details")).includes("The United States plans to leave"));
  await page.value("document.activeElement.blur()");
  await page.press("Escape");
}

async function testClick(page) {
  await page.click("#fit");
  const place = await page.value("relata.placeOf('Russia')");
  await page.clickAt(place.x, place.y);
  same("a click on a node", await title(page), "Russia");
  same("an article on the web is linked", await page.value("document.querySelector('#details a.article').href"), "https://news.example/2008/war?x=1&y=2");
  check("links tell nothing", await page.value("[...document.querySelectorAll('#details a')].every((a) => a.rel.includes('noopener') && a.rel.includes('noreferrer'))"));
  await page.click("#details .entity");
  check("an entity in the panel", (await title(page)) !== "Russia", await title(page));
  await page.press("Escape");
  await page.click("#fit");
  const [from, to] = [await page.value("relata.placeOf('Ann Far')"), await page.value("relata.placeOf('Bo Away')")];
  await page.clickAt((from.x + to.x) / 2, (from.y + to.y) / 2);
  same("a click on an edge", await title(page), "Ann Far met with Bo Away");
  await page.press("Escape");
}

async function tickOf(page, name) {
  await page.value(`[...document.querySelectorAll('.ticks label')].find((l) => l.querySelector('.name').textContent === ${JSON.stringify(name)}).querySelector('input').click()`);
  await page.settle();
}

async function testFilters(page) {
  await tickOf(page, "denied");
  same("without denials", await counts(page), { nodes: 13, edges: 9 });
  await tickOf(page, "denied");
  await tickOf(page, "Person");
  same("without people", (await counts(page)).edges, 4);
  await tickOf(page, "Person");
  await tickOf(page, "accused");
  same("without a relation", (await counts(page)).edges, 7);
  await picture(page, "filtered");
  await page.click(".reset");
  same("all again", (await counts(page)).edges, 10);
  await page.value("(() => { const s = document.querySelector('[aria-label=\"Least confidence\"]'); s.value = '0.6'; s.dispatchEvent(new Event('input')); })()");
  same("only sure ones", (await counts(page)).edges, 8);
  await page.value("(() => { const s = document.querySelector('[aria-label=\"Least number of sentences\"]'); s.value = '2'; s.dispatchEvent(new Event('input')); })()");
  same("no weak ones", (await counts(page)).edges, 1);
  await page.click(".reset");
  await page.click("#color-community");
  await page.click("#color-class");
}

async function testTimeline(page) {
  await page.value("document.querySelector('.handle.from').focus()");
  for (let i = 0; i < 3; i += 1) await page.press("ArrowRight");
  const later = await counts(page);
  check("a later begin leaves fewer", later.edges < 10, later);
  check("the range is said", /\d{4}/.test(await page.text("#timeline .range")), await page.text("#timeline .range"));
  const handle = await page.value("(() => { const b = document.querySelector('.handle.to').getBoundingClientRect(); return { x: b.left + b.width / 2, y: b.top + 30, left: document.querySelector('.track').getBoundingClientRect().left }; })()");
  for (const [type, x] of [["mousePressed", handle.x], ["mouseMoved", handle.left + 20], ["mouseReleased", handle.left + 20]]) {
    await page.send("Input.dispatchMouseEvent", { type, x, y: handle.y, button: "left", buttons: 1, clickCount: 1 });
  }
  await page.settle();
  check("dragging the end leaves fewer still", (await counts(page)).edges < later.edges, await counts(page));
  await page.click("#timeline .caption button");
  same("all times again", (await counts(page)).edges, 10);
}

async function testPath(page) {
  await page.value("document.activeElement.blur()");
  await page.press("p");
  await page.type("Erdoğan");
  await page.press("Enter");
  await page.value("document.querySelectorAll('#path input')[1].select()");
  await page.type("Georgia");
  await page.press("Enter");
  same("a path of three steps", await page.value("document.querySelectorAll('#path .steps > li').length"), 3);
  check("its stations", /Erdoğan[\s\S]*Putin[\s\S]*Russia[\s\S]*Georgia/.test(await page.text("#path .stations")), await page.text("#path .stations"));
  check("its sentences", (await page.text("#path .steps")).includes("Erdoğan met Putin in Moscow"));
  await picture(page, "path");
  await page.value("document.querySelectorAll('#path input')[1].select()");
  await page.type("Ann Far");
  await page.press("Enter");
  check("no path is said", (await page.text("#path .result")).includes("No chain"), await page.text("#path .result"));
  await page.value("document.activeElement.blur()");
  await page.press("Escape");
}

async function testTable(page) {
  await page.press("t");
  same("a row for each statement", await page.value("document.querySelectorAll('#table tbody tr').length"), 10);
  await page.value("[...document.querySelectorAll('#table th button')].find((b) => b.textContent === 'Subject').click()");
  same("sorted by subject", await page.value("document.querySelector('#table th[aria-sort]').textContent"), "Subject");
  await page.value("[...document.querySelectorAll('#table .segmented button')].find((b) => b.textContent === 'Entities').click()");
  same("a row for each entity", await page.value("document.querySelectorAll('#table tbody tr').length"), 13);
  await picture(page, "table");
  await page.press("t");
}

async function testSaving(page) {
  await browser.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: work });
  await tickOf(page, "denied");
  await page.value("document.getElementById('save-graphml').click()");
  const graphml = (await untilFile(join(work, "graph.graphml"))).toString("utf8");
  same("GraphML of the visible part", [graphml.match(/<node /g)?.length, graphml.match(/<edge /g)?.length], [13, 9]);
  check("GraphML escapes", graphml.includes("&lt;script&gt;") && !graphml.includes("<script"));
  check("GraphML holds no control characters", !graphml.includes("\u0001"));
  await tickOf(page, "denied");
  await page.value("document.getElementById('save-png').click()");
  const png = await untilFile(join(work, "graph.png"));
  check("a picture", png.subarray(1, 4).toString() === "PNG" && png.length > 8000, png.length);
}

async function testHostileNames(page) {
  for (const name of [hostile.script, hostile.image, hostile.end]) {
    await page.value("document.querySelector('#search input').focus()");
    await page.type(name.slice(0, 12));
    await page.press("Enter");
    check(`found by its name: ${name}`, [hostile.script, hostile.image, hostile.end].includes(await title(page)), await title(page));
    await page.settle();
  }
  same("nothing of it ran", await page.value("window.hacked ?? null"), null);
  same("nothing of it became an element", await page.value("[document.images.length, document.scripts.length, document.querySelectorAll('#details b').length]"), [0, 2, 0]);
  same("no link to a script", await page.value("[...document.querySelectorAll('a')].filter((a) => !/^https?:/.test(a.href)).length"), 0);
  await page.press("Escape");
  const policy = await page.value("document.querySelector('meta[http-equiv=Content-Security-Policy]').content");
  check("the policy lets nothing in", policy.startsWith("default-src 'none'") && !policy.includes("unsafe") && !policy.includes("connect-src"), policy);
  await page.value("(() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 9'; document.body.append(s); })()");
  same("the policy stops a foreign script", await page.value("window.hacked ?? null"), null);
}

try {
  const address = makePage("sample", sample(), "--title", "Test <graph>");
  const page = await browser.open(address);
  for (const test of [testOpening, testSearch, testClick, testFilters, testTimeline, testPath, testTable, testSaving]) await test(page);
  same("no complaint", page.complaints, []);
  await testHostileNames(page); // its last step is a violation on purpose
  same("no request", page.requests, []);

  const dark = await browser.open(address, { dark: true });
  same("dark where the system is", await dark.value("document.documentElement.dataset.theme"), "dark");
  await picture(dark, "dark");
  await dark.click("#theme");
  same("the switch", await dark.value("document.documentElement.dataset.theme"), "light");
  same("no complaint in the dark", dark.complaints, []);

  const start = Date.now();
  const big = await browser.open(makePage("large", large(22000)));
  check("a large graph opens with its top", (await big.text("#notice")).startsWith("Drawn are the "), await big.text("#notice"));
  check("with at most 20,000 edges", (await big.value("relata.counts()")).edges <= 20000);
  await picture(big, "large");
  await big.click("#notice button");
  check("more on demand", (await big.value("relata.counts()")).edges > 20000);
  same("no complaint about a large one", big.complaints, []);
  console.log(`a graph of 22,000 statements: made, opened and drawn twice in ${Date.now() - start} ms`);

  const cut = await browser.open(makePage("cut", large(3000), "--max-edges", "500"));
  check("a page of a part says so", /holds the [\d,]+ highest ranked of the graph's [\d,]+ entities/.test(await cut.text("#notice")), await cut.text("#notice"));
} catch (error) {
  failed += 1;
  console.log(`FAILED: ${error.stack}`);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
console.log(`page: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
