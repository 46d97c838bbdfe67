// SPDX-License-Identifier: MIT
import { statuses } from "./data.js";
import { h, svg } from "./dom.js";
import { isDrawn } from "./filter.js";
import { classColor, statusStyles } from "./palette.js";
import { noFilter } from "./store.js";

/** The filters: status, class and relation as lists to tick, confidence and sentences as sliders. */
export function createFacets(container, data, store) {
  const counts = countAll(data, store.get());
  const status = checklist(store, "hiddenStatuses", statuses.map((name, i) => ({ key: i, name, count: counts.statuses[i], mark: line(i) })));
  const classes = checklist(store, "hiddenClasses", data.classes.map(({ name, label }, i) => ({ key: i, name: label, count: counts.classes[i], mark: dotOf(name) })));
  const relations = checklist(store, "hiddenRelations", data.relations.map((relation, i) => ({ key: i, name: relation.label, open: relation.open, count: counts.relations[i] })));
  const mostSentences = data.edges.reduce((most, edge) => Math.max(most, edge.sentences.length), 1);

  container.append(
    section("Status", status.element, true),
    section("Strength", h("div", {},
      slider(store, { key: "minConfidence", label: "Least confidence", min: 0, max: 1, step: 0.05, text: (v) => (v === 0 ? "any" : `≥ ${v.toFixed(2)}`) }),
      slider(store, { key: "minSentences", label: "Least number of sentences", min: 1, max: Math.min(20, Math.max(2, mostSentences)), step: 1, text: (v) => (v === 1 ? "any" : `≥ ${v}`) }),
      tick(store, "unconnected", "Entities without a visible statement")), true),
    section("Classes", classes.element, true),
    section("Relations", h("div", {}, relations.search, relations.element), true),
    h("button", { type: "button", class: "reset", onclick: () => store.set({ ...noFilter }) }, "Clear all filters"));
}

/** Statements by status and relation, entities by class, among what is drawn. */
function countAll(data, state) {
  const counts = { statuses: statuses.map(() => 0), relations: data.relations.map(() => 0), classes: data.classes.map(() => 0) };
  for (const edge of data.edges) {
    if (!isDrawn(state, edge.source) || !isDrawn(state, edge.target)) continue;
    counts.statuses[edge.status] += 1;
    counts.relations[edge.relation] += 1;
  }
  for (const node of data.nodes) if (isDrawn(state, node.index)) counts.classes[node.cls] += 1;
  return counts;
}

function section(title, content, open) {
  return h("details", { class: "facet", open }, h("summary", {}, title), content);
}

/** Ticks for the values of one kind; `stateKey` names the set of those that are hidden. */
function checklist(store, stateKey, values) {
  const present = values.filter((value) => value.count > 0).sort((a, b) => (stateKey === "hiddenStatuses" ? a.key - b.key : b.count - a.count || (a.name < b.name ? -1 : 1)));
  const boxes = new Map();
  const setHidden = (change) => {
    const hidden = new Set(store.get()[stateKey]);
    change(hidden);
    store.set({ [stateKey]: hidden });
  };
  const list = h("ul", { class: "ticks" });
  for (const value of present) {
    const box = h("input", { type: "checkbox", checked: true, onchange: () => setHidden((hidden) => (box.checked ? hidden.delete(value.key) : hidden.add(value.key))) });
    boxes.set(value.key, box);
    list.append(h("li", {},
      h("label", {}, box, value.mark ?? null, h("span", { class: value.open ? "name open" : "name", title: value.name }, value.name), h("span", { class: "count" }, value.count.toLocaleString("en"))),
      h("button", {
        type: "button", class: "only", "aria-label": `Only ${value.name}`,
        onclick: () => setHidden((hidden) => { for (const other of present) if (other !== value) hidden.add(other.key); hidden.delete(value.key); }),
      }, "only")));
  }
  const all = h("button", { type: "button", class: "all", hidden: true, onclick: () => store.set({ [stateKey]: new Set() }) }, "Show all");
  store.subscribe((state, before) => {
    if (state[stateKey] === before[stateKey]) return;
    for (const [key, box] of boxes) box.checked = !state[stateKey].has(key);
    all.hidden = state[stateKey].size === 0;
  });
  const search = h("input", {
    type: "search", placeholder: "Find a relation…", "aria-label": "Find a relation", class: "narrow",
    oninput: () => present.forEach((value, i) => { list.children[i].hidden = !value.name.toLowerCase().includes(search.value.trim().toLowerCase()); }),
  });
  return { element: h("div", {}, list, all), search };
}

function slider(store, { key, label, min, max, step, text }) {
  const output = h("output", {}, text(store.get()[key]));
  const input = h("input", { type: "range", min, max, step, "aria-label": label, oninput: () => store.set({ [key]: Number(input.value) }) });
  input.value = String(store.get()[key]);
  store.subscribe((state) => {
    input.value = String(state[key]);
    output.textContent = text(state[key]);
  });
  return h("label", { class: "slider" }, h("span", {}, label), output, input);
}

function tick(store, key, label) {
  const box = h("input", { type: "checkbox", onchange: () => store.set({ [key]: box.checked }) });
  store.subscribe((state) => { box.checked = state[key]; });
  return h("label", { class: "tick" }, box, h("span", { class: "name" }, label));
}

function dotOf(cls) {
  const dot = h("span", { class: "dot", "aria-hidden": "true" });
  dot.style.background = classColor(cls);
  return dot;
}

/** A sample of how statements of a status are drawn. */
function line(status) {
  const { dash, gap, head, tail } = statusStyles[status];
  return svg("svg", { class: `line ${statuses[status]}`, viewBox: "0 0 34 10", "aria-hidden": "true" },
    svg("line", { x1: tail === "circle" ? 6 : 0, y1: 5, x2: 30, y2: 5, "stroke-dasharray": dash === 0 ? null : `${dash} ${gap}` }),
    tail === "circle" ? svg("circle", { cx: 4, cy: 5, r: 3 }) : null,
    head === "bar" ? svg("line", { x1: 32, y1: 0, x2: 32, y2: 10 }) : svg("path", { d: "M27 1.5 33 5 27 8.5z" }));
}
