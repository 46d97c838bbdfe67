// SPDX-License-Identifier: MIT
import { statuses } from "./data.js";
import { entityButton } from "./details.js";
import { appendInPieces, h } from "./dom.js";

/** What is visible as two sortable tables: the graph for those who do not see the drawing, or want to read it. */
export function createTable(container, data, store, visibility, actions) {
  const kinds = { statements: statementTable(data, store, actions), entities: entityTable(data, visibility, actions) };
  let kind = "statements";
  let sort = { ...kinds[kind].sort };
  const holder = h("div", { class: "holder", tabindex: "0", role: "region", "aria-label": "Table of the graph" });
  const tabs = Object.keys(kinds).map((name) => h("button", {
    type: "button", "aria-pressed": String(name === kind),
    onclick: () => {
      kind = name;
      sort = { ...kinds[kind].sort };
      tabs.forEach((tab, i) => tab.setAttribute("aria-pressed", String(Object.keys(kinds)[i] === kind)));
      render();
    },
  }, kinds[name].title));
  container.append(h("div", { class: "segmented", role: "group", "aria-label": "Rows" }, ...tabs), holder);

  function render() {
    const { columns, rows } = kinds[kind];
    const visible = visibility();
    const column = columns[sort.column];
    const sorted = rows(visible).sort((a, b) => {
      const [x, y] = [column.value(a, visible), column.value(b, visible)];
      return (x < y ? -1 : x > y ? 1 : a.index - b.index) * (sort.falling ? -1 : 1);
    });
    const body = h("tbody");
    const table = h("table", {}, h("caption", { class: "hidden" }, kinds[kind].title),
      h("thead", {}, h("tr", {}, ...columns.map((c, i) => h("th", { scope: "col", class: c.number ? "number" : null, "aria-sort": i === sort.column ? (sort.falling ? "descending" : "ascending") : null },
        h("button", { type: "button", onclick: () => { sort = { column: i, falling: i === sort.column ? !sort.falling : Boolean(c.number) }; render(); } }, c.title))))),
      body);
    holder.replaceChildren(table);
    if (sorted.length === 0) holder.append(h("p", { class: "empty" }, "Nothing passes the filters."));
    appendInPieces(body, sorted, 200, (row) => h("tr", {}, ...columns.map((c) => h("td", { class: c.number ? "number" : null }, c.cell(row, visible)))));
    const more = body.nextElementSibling;
    if (more) table.after(more);
  }

  let shown = [];
  const update = (state) => {
    if (state.view !== "table" || (shown[0] === visibility() && shown[1] === state.colorBy)) return;
    shown = [visibility(), state.colorBy];
    render();
  };
  store.subscribe(update);
  update(store.get());
}

function entityTable(data, visibility, actions) {
  return {
    title: "Entities",
    sort: { column: 2, falling: true },
    rows: (visible) => data.nodes.filter((node) => visible.nodes[node.index]),
    columns: [
      { title: "Name", value: (node) => node.label.toLowerCase(), cell: (node) => entityButton(data, node.index, actions) },
      { title: "Class", value: (node) => data.classes[node.cls].label, cell: (node) => data.classes[node.cls].label },
      { title: "Statements", number: true, value: (node, visible) => visible.degrees[node.index], cell: (node, visible) => String(visible.degrees[node.index]) },
      { title: "Mentions", number: true, value: (node) => node.mentions, cell: (node) => String(node.mentions) },
    ],
  };
}

function statementTable(data, store, actions) {
  const firstTime = (edge) => edge.sentences.reduce((first, s) => (s.start && (!first || s.start < first) ? s.start : first), "");
  return {
    title: "Statements",
    sort: { column: 5, falling: true },
    rows: (visible) => data.edges.filter((edge) => visible.edges[edge.index]),
    columns: [
      { title: "Subject", value: (edge) => data.nodes[edge.source].label.toLowerCase(), cell: (edge) => entityButton(data, edge.source, actions) },
      {
        title: "Relation", value: (edge) => data.relations[edge.relation].label,
        cell: (edge) => h("button", { type: "button", class: "text", onclick: () => actions.selectEdge(edge.index) }, data.relations[edge.relation].label),
      },
      { title: "Object", value: (edge) => data.nodes[edge.target].label.toLowerCase(), cell: (edge) => entityButton(data, edge.target, actions) },
      { title: "Status", value: (edge) => edge.status, cell: (edge) => h("span", { class: `badge ${statuses[edge.status]}` }, statuses[edge.status]) },
      { title: "Confidence", number: true, value: (edge) => edge.confidence, cell: (edge) => edge.confidence.toFixed(2) },
      { title: "Sentences", number: true, value: (edge) => edge.sentences.length, cell: (edge) => String(edge.sentences.length) },
      { title: "First", number: true, value: firstTime, cell: (edge) => firstTime(edge).slice(0, 10) },
    ],
  };
}
