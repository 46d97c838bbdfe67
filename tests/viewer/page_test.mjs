// SPDX-License-Identifier: MIT
// Opens pages of `relata view` in real Chromium and uses them as people do.
//   node page_test.mjs RELATA CHROMIUM [SCREENSHOT_DIR]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faintShapes, faintTexts, focused, likeStatuses, nameless, tabTo } from "./access.mjs";
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
}

async function testColours(page) {
  const colours = () => page.value("[...document.querySelectorAll('#details .top .dot')].map((dot) => dot.style.background).join()");
  const classes = await colours();
  await page.click("#color-community");
  check("communities have colours of their own", (await colours()) !== classes, await colours());
  check("and are named by their first", (await page.text("#communities")).startsWith("Vladimir Putin and 2 more"), await page.text("#communities"));
  await page.click("#color-class");
  same("classes again", await colours(), classes);
}

async function testNothingLeft(page) {
  await page.value("(() => { const s = document.querySelector('[aria-label=\"Least confidence\"]'); s.value = '1'; s.dispatchEvent(new Event('input')); })()");
  same("nothing passes", await counts(page), { nodes: 0, edges: 0 });
  check("the drawing says so", (await page.text("#nothing")).startsWith("Nothing passes"), await page.text("#nothing"));
  await page.click("#nothing button");
  same("all again by its button", (await counts(page)).edges, 10);
}

/** The whole page without a mouse. */
async function testKeyboard(address) {
  const page = await browser.open(address);
  const said = () => page.value("document.getElementById('said').textContent");
  same("the first stop leads past the filters", [await tabTo(page, "Skip to the details"), await page.press("Enter"), await focused(page)], [1, undefined, "heading Most connected"]);
  await page.press("Tab");
  await page.press("Enter");
  same("an entity of the list", [await title(page), await focused(page)], ["Vladimir Putin", "heading Vladimir Putin"]);
  same("is told", await said(), "Vladimir Putin, Person, 4 statements");
  await page.press("Escape");
  same("Escape leaves it", [await title(page), await said()], ["Most connected", "Nothing is selected"]);
  check("the path's panel by Tab and arrow", (await tabTo(page, "tab Details")) !== null);
  await page.press("ArrowRight");
  same("opens", await focused(page), "tab Path");
  for (const name of ["Putin", "Georgia"]) {
    await page.press("Tab");
    await page.type(name);
    await page.press("Enter");
  }
  same("a path is told", await said(), "Path of 2 steps: Vladimir Putin, Russia, Georgia");
  check("a filter by Tab", (await tabTo(page, "checkbox denied")) !== null);
  await page.press(" ", "Space");
  same("ticked off", (await counts(page)).edges, 9);
  check("the time line by Tab", (await tabTo(page, "slider Earliest date")) !== null);
  await page.press("End");
  check("moved", (await counts(page)).edges < 9, await counts(page));
  check("the drawing by Tab", (await tabTo(page, "application Drawing")) !== null);
  const before = await page.value("relata.placeOf('Russia').x");
  await page.press("ArrowRight");
  check("moved by arrows", (await page.value("relata.placeOf('Russia').x")) !== before);
  await page.press("?");
  same("the keys are shown, with the focus on their button", await focused(page), "button Close");
  same("everything there has a name", await nameless(page), []);
  await page.press("Escape");
  same("no complaint of the keyboard", page.complaints, []);
}

async function testAccess(address) {
  same("shapes stand out", faintShapes(), []);
  same("statuses differ without their colours", likeStatuses(), []);
  for (const dark of [false, true]) {
    const page = await browser.open(address, { dark });
    const where = dark ? "in the dark" : "in the light";
    const audit = async (what) => {
      same(`texts stand out ${where}: ${what}`, await faintTexts(page), []);
      same(`everything has a name ${where}: ${what}`, await nameless(page), []);
    };
    await audit("at first");
    await page.press("/", "Slash");
    await page.type("u");
    await audit("a search");
    await page.press("Enter");
    await audit("an entity");
    await page.value("document.activeElement.blur()");
    await page.press("t");
    await audit("the table");
    await page.press("?");
    await audit("the keys");
  }
}

async function testNarrow(address) {
  for (const width of [320, 820]) {
    const page = await browser.open(address, { width, height: 800 });
    const overflow = () => page.value("document.documentElement.scrollWidth - window.innerWidth");
    same(`nothing to scroll sideways at ${width}`, await overflow(), 0);
    await page.press("/", "Slash");
    await page.type("Russia");
    await page.press("Enter");
    const top = await page.value("document.getElementById('details-title').getBoundingClientRect().top");
    check(`what is chosen is in sight at ${width}`, top > 0 && top < 800, top);
    same(`nor then at ${width}`, await overflow(), 0);
    await picture(page, `narrow-${width}`);
  }
}

/** Where a frame of all lines takes too long, they go while the drawing moves, and come back. */
async function testSlowDrawing(address) {
  const script = `window.drawn = 0;
    for (const name of ["drawArrays", "drawArraysInstanced"]) {
      WebGL2RenderingContext.prototype[name] = (mode, first, vertices, many) => {
        if (!(many > 15000)) return; // only the lines are so many
        window.drawn += 1;
        const until = performance.now() + 200;
        while (performance.now() < until);
      };
    }`;
  const page = await browser.open(address, { script });
  const drag = (type, x) => page.send("Input.dispatchMouseEvent", { type, x, y: 400, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1 });
  await drag("mousePressed", 600);
  for (let x = 590; x > 560; x -= 10) { await drag("mouseMoved", x); await page.settle(); }
  const before = await page.value("drawn");
  check("lines are drawn while frames are quick, or not known to be slow", before > 0, before);
  for (let x = 560; x > 520; x -= 10) { await drag("mouseMoved", x); await page.settle(); }
  const slow = await page.value("drawn");
  for (let x = 520; x > 480; x -= 10) { await drag("mouseMoved", x); await page.settle(); }
  same("none while it moves slowly", (await page.value("drawn")) - slow, 0);
  await drag("mouseReleased", 480);
  await new Promise((done) => { setTimeout(done, 3000); });
  check("they are there at rest", (await page.value("drawn")) > slow);
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
  check("relata reads it back", execFileSync(relata, ["import", join(work, "graph.graphml"), "-o", "-"], { stdio: ["ignore", "pipe", "ignore"] }).toString("utf8").includes('"type":"statement"'));
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
  for (const test of [testOpening, testSearch, testClick, testFilters, testColours, testNothingLeft, testTimeline, testPath, testTable, testSaving]) await test(page);
  same("no complaint", page.complaints, []);
  await testHostileNames(page); // its last step is a violation on purpose
  same("no request", page.requests, []);

  for (const test of [testKeyboard, testAccess, testNarrow]) await test(address);

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

  await testSlowDrawing(makePage("slow", large(22000)));

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
