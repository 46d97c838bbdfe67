// SPDX-License-Identifier: MIT
import { statuses, otherEnd } from "./data.js";
import { appendInPieces, h, link, plural } from "./dom.js";
import { sentenceView } from "./sentence.js";

/** The panel about what is selected: a node, a statement, or nothing yet. */
export function createDetails(container, data, store, visibility, actions) {
  let drawn = [];
  const render = () => {
    const { selected, edge, colorBy } = store.get();
    drawn = [selected, edge, visibility(), colorBy];
    if (edge !== null) container.replaceChildren(...edgeDetails(data, data.edges[edge], actions));
    else if (selected !== null) container.replaceChildren(...nodeDetails(data, data.nodes[selected], visibility(), actions));
    else container.replaceChildren(...overview(data, visibility(), actions));
    container.scrollTop = 0;
  };
  store.subscribe((state) => {
    if (state.selected !== drawn[0] || state.edge !== drawn[1] || visibility() !== drawn[2] || state.colorBy !== drawn[3]) render();
  });
  render();
}

function dot(actions, node) {
  const element = h("span", { class: "dot", "aria-hidden": "true" });
  element.style.background = actions.colorOf(node);
  return element;
}

export function entityButton(data, node, actions) {
  return h("button", { type: "button", class: "entity", onclick: () => actions.select(node) }, dot(actions, node),
    h("span", {}, data.nodes[node].label));
}

/** What a statement is, where it is no mere fact, and whether a user confirmed it. */
function badges(edge) {
  const names = [statuses[edge.status]].filter((name) => name !== "factual");
  if (edge.confirmed) names.push("confirmed");
  return names.map((name) => h("span", { class: `badge ${name}` }, name));
}

function nodeDetails(data, node, visible, actions) {
  const cls = data.classes[node.cls].label;
  const head = h("div", { class: "head" },
    h("p", { class: "class" }, dot(actions, node.index), cls),
    h("h2", { tabindex: "-1", id: "details-title" }, node.label),
    node.aliases.length > 0 ? h("p", { class: "aliases" }, `also ${node.aliases.join(", ")}`) : null,
    h("p", { class: "facts" },
      h("span", {}, plural(node.mentions, "mention")),
      h("span", {}, plural(node.edges.length, "statement")),
      node.wikidata ? link(`https://www.wikidata.org/wiki/${encodeURIComponent(node.wikidata)}`, `Wikidata ${node.wikidata}`) : null),
    h("div", { class: "buttons" },
      h("button", { type: "button", onclick: () => actions.pathFrom(node.index) }, "Path from here"),
      h("button", { type: "button", onclick: () => actions.center(node.index) }, "Show on the graph")));
  const shown = node.edges.filter((edge) => visible.edges[edge.index]);
  const parts = [head];
  if (shown.length === 0) {
    parts.push(h("p", { class: "empty" }, node.edges.length === 0
      ? "No statement is about this entity; articles only mention it."
      : "The filters hide every statement about this entity."));
  }
  for (const group of groups(data, node, shown)) {
    const list = h("ul", { class: "statements" });
    const section = h("section", {}, h("h3", {}, group.title, h("span", { class: "count" }, String(group.edges.length))), list);
    appendInPieces(list, group.edges, 20, (edge) => h("li", {},
      h("div", { class: "statement" }, entityButton(data, otherEnd(edge, node.index), actions), ...badges(edge)), ...sentencesOf(data, edge)));
    parts.push(section);
  }
  const hidden = node.edges.length - shown.length;
  if (hidden > 0 && shown.length > 0) parts.push(h("p", { class: "empty" }, `${plural(hidden, "statement")} hidden by the filters.`));
  return parts;
}

/** The edges of a node by relation and direction, those with most statements first. */
function groups(data, node, edges) {
  const byTitle = new Map();
  for (const edge of edges) {
    const relation = data.relations[edge.relation].label;
    const title = edge.source === node.index ? `${relation} →` : `← ${relation}`;
    if (!byTitle.has(title)) byTitle.set(title, { title, edges: [] });
    byTitle.get(title).edges.push(edge);
  }
  const sorted = [...byTitle.values()];
  for (const group of sorted) {
    group.edges.sort((a, b) => b.sentences.length - a.sentences.length || b.confidence - a.confidence || a.index - b.index);
  }
  return sorted.sort((a, b) => b.edges.length - a.edges.length || (a.title < b.title ? -1 : 1));
}

/** The first sentence, and the others to be opened. */
export function sentencesOf(data, edge) {
  const [first, ...others] = edge.sentences;
  if (!first) return [];
  const parts = [sentenceView(data, edge, first)];
  if (others.length > 0) {
    const inner = h("div");
    const more = h("details", {}, h("summary", {}, plural(others.length, "more sentence")), inner);
    more.addEventListener("toggle", () => {
      if (more.open && inner.childElementCount === 0) appendInPieces(inner, others, 20, (sentence) => sentenceView(data, edge, sentence));
    });
    parts.push(more);
  }
  return parts;
}

export function statementLine(data, edge, actions) {
  return h("div", { class: "statement" }, entityButton(data, edge.source, actions),
    h("span", { class: "relation" }, data.relations[edge.relation].label), entityButton(data, edge.target, actions), ...badges(edge));
}

function edgeDetails(data, edge, actions) {
  return [
    h("div", { class: "head" }, h("p", { class: "class" }, "Statement"),
      h("h2", { tabindex: "-1", id: "details-title" }, `${data.nodes[edge.source].label} ${data.relations[edge.relation].label} ${data.nodes[edge.target].label}`),
      h("p", { class: "facts" }, h("span", {}, statuses[edge.status]), h("span", {}, `confidence ${edge.confidence.toFixed(2)}`),
        h("span", {}, plural(edge.sentences.length, "sentence")), edge.confirmed ? h("span", {}, "confirmed by a user") : null)),
    statementLine(data, edge, actions),
    ...sentencesOf(data, edge),
  ];
}

function overview(data, visible, actions) {
  const list = h("ol", { class: "top" });
  const nodes = data.nodes.filter((node) => visible.nodes[node.index] && !node.literal)
    .sort((a, b) => visible.degrees[b.index] - visible.degrees[a.index] || a.index - b.index).slice(0, 15);
  for (const node of nodes) {
    list.append(h("li", {}, entityButton(data, node.index, actions), h("span", { class: "count" }, String(visible.degrees[node.index]))));
  }
  return [
    h("div", { class: "head" }, h("h2", { tabindex: "-1", id: "details-title" }, "Most connected"),
      h("p", { class: "hint" }, "Choose an entity here, in the graph or by its name, to read what is said of it. A line is a statement; click it for its sentences.")),
    nodes.length > 0 ? list : h("p", { class: "empty" }, "Nothing passes the filters."),
  ];
}
