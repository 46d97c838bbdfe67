// SPDX-License-Identifier: MIT
import { statuses } from "./data.js";
import { h } from "./dom.js";

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const anchor = h("a", { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export function savePicture(canvas) {
  canvas.picture().toBlob((blob) => save(blob, "graph.png"), "image/png");
}

export function saveGraphml(data, visible) {
  save(new Blob([graphml(data, visible)], { type: "application/xml" }), "graph.graphml");
}

/** XML 1.0 has no place for most control characters; they become U+FFFD. */
function xml(value) {
  return String(value)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\r\n\t]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;" })[c]);
}

const nodeKeys = { label: "string", class: "string", wikidata: "string", aliases: "string", mentions: "long" };
const edgeKeys = {
  label: "string", relation: "string", open: "boolean", status: "string", weight: "long", confidence: "double", verdict: "string", first: "string",
  last: "string", articles: "string", source: "string", sentence: "string",
};

/** Names without repetition, as a list that relata reads. */
function joined(names) {
  return [...new Set(names.filter(Boolean))].map((name) => name.replaceAll("|", "¦")).join("|");
}

/** What is visible as GraphML, with the keys of `relata export`. */
export function graphml(data, visible) {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'];
  for (const [domain, keys] of [["node", nodeKeys], ["edge", edgeKeys]]) {
    for (const [name, type] of Object.entries(keys)) lines.push(`  <key id="${domain[0]}_${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>`);
  }
  lines.push('  <graph id="relata" edgedefault="directed">');
  const add = (prefix, values) => {
    for (const [name, value] of Object.entries(values)) if (value !== "") lines.push(`      <data key="${prefix}_${name}">${xml(value)}</data>`);
  };
  for (const node of data.nodes) {
    if (!visible.nodes[node.index]) continue;
    lines.push(`    <node id="${xml(node.id)}">`);
    add("n", { label: node.label, class: data.classes[node.cls].name, wikidata: node.wikidata, aliases: joined(node.aliases), mentions: node.mentions });
    lines.push("    </node>");
  }
  for (const edge of data.edges) {
    if (!visible.edges[edge.index]) continue;
    const relation = data.relations[edge.relation];
    const status = statuses[edge.status];
    const kind = status === "factual" ? relation.name : `${status}:${relation.name}`;
    const starts = edge.sentences.map((s) => s.start).filter(Boolean).sort();
    const ends = edge.sentences.map((s) => s.end).filter(Boolean).sort();
    lines.push(`    <edge id="${xml(edge.id)}" source="${xml(data.nodes[edge.source].id)}" target="${xml(data.nodes[edge.target].id)}" label="${xml(kind)}">`);
    add("e", {
      label: kind, relation: relation.name, open: relation.open, status, weight: Math.max(1, edge.sentences.length), confidence: edge.confidence,
      verdict: edge.confirmed ? "confirmed" : "", first: starts[0] ?? "", last: ends[ends.length - 1] ?? "",
      articles: joined(edge.sentences.map((s) => s.article).sort((a, b) => a - b).map((a) => data.articles[a].uri)),
      source: joined(edge.sentences.map((s) => s.saidBy)), sentence: edge.first?.text ?? "",
    });
    lines.push("    </edge>");
  }
  lines.push("  </graph>", "</graphml>", "");
  return lines.join("\n");
}
