// SPDX-License-Identifier: MIT
import { createCanvas } from "./canvas.js";
import { createCombobox } from "./combobox.js";
import { communities } from "./communities.js";
import { edgesAtOpen, nodesWithin, otherEnd, readData } from "./data.js";
import { createDetails } from "./details.js";
import { byId, h, plural } from "./dom.js";
import { createFacets } from "./facets.js";
import { savePicture, saveGraphml } from "./files.js";
import { createVisibility, isDrawn } from "./filter.js";
import { createNameIndex } from "./names.js";
import { classColor, seriesColor, seriesLength } from "./palette.js";
import { createPathPanel } from "./pathpanel.js";
import { createStore, initialState, noFilter } from "./store.js";
import { createTable } from "./table.js";
import { createTheme } from "./theme.js";
import { createTimeline } from "./timeline.js";

const data = readData(byId("graph-data").textContent);
const store = createStore(initialState(nodesWithin(data, edgesAtOpen)));
const visibility = createVisibility(data, store);
createTheme(store, byId("theme"));

const narrow = matchMedia("(max-width: 900px)"); // as in style.css

let community = new Map();
function colorOf(node) {
  if (store.get().colorBy === "community") return seriesColor(community.get(node));
  return classColor(data.classes[data.nodes[node].cls].name);
}

const find = ((index) => (query) => index(query, 12))(createNameIndex(data));
const actions = {
  colorOf,
  select(node) {
    actions.reveal([node]);
    keepingFocus(() => store.set({ selected: node, edge: null, path: null, panel: "details" }));
    if (store.get().view === "graph") actions.center(node);
  },
  selectEdge: (edge) => keepingFocus(() => store.set({ edge, selected: null, path: null, panel: "details" })),
  /** Tells those who do not see it. */
  say: (text) => { byId("said").textContent = text; },
  center(...nodes) {
    store.set({ view: "graph" });
    canvas?.show(nodes);
  },
  pathFrom(node) {
    store.set({ panel: "path" });
    pathPanel.start(node);
  },
  /** Brings nodes that are not drawn onto the canvas, each with its closest neighbours. */
  reveal(nodes) {
    const state = store.get();
    const added = new Set(state.added);
    for (const node of nodes) {
      if (isDrawn(state, node)) continue;
      added.add(node);
      data.nodes[node].edges.map((edge) => otherEnd(edge, node)).sort((a, b) => a - b).slice(0, 50).forEach((other) => {
        if (!isDrawn(state, other)) added.add(other);
      });
    }
    if (added.size > state.added.size) store.set({ added });
  },
};

/** What is chosen within the panel is replaced by what it leads to: the focus goes there as well. */
function keepingFocus(change) {
  const within = document.querySelector("aside").contains(document.activeElement);
  change();
  if (within) byId("details-title").focus();
}

const canvas = startCanvas();
createFacets(byId("facets"), data, store);
createTimeline(byId("timeline"), data, store);
createDetails(byId("details"), data, store, visibility, actions);
const pathPanel = createPathPanel(byId("path"), data, store, visibility, find, actions);
createTable(byId("table"), data, store, visibility, actions);
const search = createCombobox(data, { label: "Search a name", placeholder: "Search a name  ( / )", find, onPick: actions.select, className: "search" });
byId("search").append(search.element);

/** Without WebGL there is no drawing; tables and panels work all the same. */
function startCanvas() {
  try {
    return createCanvas(byId("canvas"), data, store, visibility, colorOf);
  } catch (error) {
    byId("canvas").append(h("p", { class: "empty" }, `The graph cannot be drawn here: ${error.message}. The table shows it.`));
    store.set({ view: "table" });
    return null;
  }
}

/** The largest communities by their highest ranked entity, while they are what colours show. */
function showCommunities() {
  const shown = store.get().colorBy === "community";
  const members = new Map();
  if (shown) {
    for (const { index } of data.nodes) { // by falling rank
      const own = community.get(index);
      if (!(own < seriesLength)) continue;
      if (!members.has(own)) members.set(own, { first: index, others: 0 });
      else members.get(own).others += 1;
    }
  }
  byId("communities").replaceChildren(...[...members].sort(([a], [b]) => a - b).map(([own, { first, others }]) => {
    const dot = h("span", { class: "dot", "aria-hidden": "true" });
    dot.style.background = seriesColor(own);
    return h("li", {}, dot, h("span", { class: "name" }, `${data.nodes[first].label} and ${others.toLocaleString("en")} more`));
  }));
  byId("facets").classList.toggle("uncoloured", shown);
}

function updateCounts() {
  const { nodeCount, edgeCount } = visibility();
  byId("nothing").hidden = nodeCount > 0;
  byId("counts").textContent = `${nodeCount.toLocaleString("en")} entities, ${plural(edgeCount, "statement")}`;
}

/** Says which part of the graph the page holds and draws, where that is not all of it. */
function updateNotice() {
  const { totals } = data;
  const drawn = Math.min(data.nodes.length, store.get().drawnNodes);
  const parts = [];
  if (drawn < data.nodes.length) parts.push(`Drawn are the ${drawn.toLocaleString("en")} highest ranked of ${plural(data.nodes.length, "entity", "entities")}; others come when you search them.`);
  if (data.nodes.length < totals.nodes) parts.push(`This page holds the ${data.nodes.length.toLocaleString("en")} highest ranked of the graph's ${totals.nodes.toLocaleString("en")} entities, with ${data.edges.length.toLocaleString("en")} of ${plural(totals.edges, "statement")}.`);
  const notice = byId("notice");
  notice.hidden = parts.length === 0;
  notice.replaceChildren(parts.join(" "));
  if (drawn < data.nodes.length) {
    notice.append(h("button", { type: "button", onclick: () => store.set({ drawnNodes: Math.min(data.nodes.length, store.get().drawnNodes * 2) }) }, "Draw twice as many"));
  }
}

function showPanels(state) {
  for (const panel of ["details", "path"]) {
    byId(panel).hidden = state.panel !== panel;
    byId(`tab-${panel}`).setAttribute("aria-selected", String(state.panel === panel));
    byId(`tab-${panel}`).tabIndex = state.panel === panel ? 0 : -1;
  }
  for (const view of ["graph", "table"]) {
    byId(`${view}-view`).hidden = state.view !== view;
    byId(`show-${view}`).setAttribute("aria-pressed", String(state.view === view));
  }
}

store.subscribe((state, before) => {
  if (state.colorBy !== before.colorBy) byId(`color-${state.colorBy}`).checked = true;
  showPanels(state);
  if (state.view !== before.view && state.view === "graph") canvas?.resize();
  if (state.drawnNodes !== before.drawnNodes) updateNotice();
  if (state.selected !== before.selected) search.show(state.selected);
  updateCounts();
  tellChoice(state, before);
});

/** Says what is chosen now, and brings the panel into sight where it lies below the drawing. */
function tellChoice(state, before) {
  if (state.selected === before.selected && state.edge === before.edge && state.path === before.path) return;
  if (state.selected !== null) {
    const { label, cls, edges } = data.nodes[state.selected];
    actions.say(`${label}, ${data.classes[cls].label}, ${plural(edges.length, "statement")}`);
  } else if (state.edge !== null) {
    actions.say(byId("details-title").textContent);
  } else if (!state.path) {
    actions.say("Nothing is selected");
    return;
  }
  const { offsetTop } = document.querySelector("aside");
  if (narrow.matches) window.scrollTo({ top: offsetTop - window.innerHeight * 0.45 });
}

for (const view of ["graph", "table"]) byId(`show-${view}`).addEventListener("click", () => store.set({ view }));
for (const panel of ["details", "path"]) {
  byId(`tab-${panel}`).addEventListener("click", () => store.set({ panel }));
  byId(`tab-${panel}`).addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = panel === "details" ? "path" : "details";
    store.set({ panel: other });
    byId(`tab-${other}`).focus();
  });
}
for (const by of ["class", "community"]) {
  byId(`color-${by}`).addEventListener("change", () => {
    if (by === "community") community = communities(data, visibility());
    store.set({ colorBy: by });
    showCommunities();
  });
}
byId("nothing").append("Nothing passes the filters. ", h("button", { type: "button", onclick: () => store.set({ ...noFilter }) }, "Clear all filters"));
byId("skip").addEventListener("click", () => {
  store.set({ panel: "details" });
  byId("details-title").focus();
});
byId("fit").addEventListener("click", () => canvas?.fit());
byId("zoom-in").addEventListener("click", () => canvas?.zoom(1 / 1.4));
byId("zoom-out").addEventListener("click", () => canvas?.zoom(1.4));
byId("save-png").addEventListener("click", () => canvas && savePicture(canvas));
byId("save-graphml").addEventListener("click", () => saveGraphml(data, visibility()));
for (const name of ["about", "keys"]) byId(`open-${name}`).addEventListener("click", () => byId(name).showModal());
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("click", (event) => { if (event.target.closest("button")) menu.open = false; });
  menu.addEventListener("focusout", (event) => { if (!menu.contains(event.relatedTarget)) menu.open = false; });
}

const moves = { ArrowLeft: [-0.08, 0], ArrowRight: [0.08, 0], ArrowUp: [0, 0.08], ArrowDown: [0, -0.08] };
byId("canvas").addEventListener("keydown", (event) => {
  if (moves[event.key]) canvas?.pan(...moves[event.key]);
  else if (event.key === "+" || event.key === "=") canvas?.zoom(1 / 1.4);
  else if (event.key === "-") canvas?.zoom(1.4);
  else if (event.key === "0") canvas?.fit();
  else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    store.set({ selected: null, edge: null, path: null });
    return;
  }
  if (event.target.closest("input:not([type=checkbox]):not([type=radio]):not([type=range])")) return;
  const done = {
    "/": () => search.input.focus(),
    t: () => store.set({ view: store.get().view === "graph" ? "table" : "graph" }),
    p: () => { store.set({ panel: "path" }); byId("path").querySelector("input").focus(); },
    "?": () => byId("keys").showModal(),
  }[event.key];
  if (!done) return;
  done();
  event.preventDefault();
});

document.title = data.title;
byId("title").textContent = data.title;
byId("source").textContent = plural(data.totals.articles, "article");
showPanels(store.get());
updateNotice();
updateCounts();

/** For scripts that drive the page: places of nodes by their label, and what is visible. */
window.relata = {
  placeOf: (label) => canvas?.placeOf(data.nodes.findIndex((node) => node.label === label)) ?? null,
  counts: () => ({ nodes: visibility().nodeCount, edges: visibility().edgeCount }),
};
