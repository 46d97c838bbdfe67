// SPDX-License-Identifier: MIT
import { firstDay, lastDay } from "./dates.js";

export const statuses = ["factual", "planned", "hypothetical", "reported", "denied"];

/** How many edges are drawn at first. */
export const edgesAtOpen = 20000;

/** The graph as the page holds it: plain records, nodes by falling rank. src/viewer/page.cpp writes them. */
export function readData(json) {
  const raw = JSON.parse(json);
  const nodes = raw.nodes.map(([id, label, cls, x, y, rank, mentions, wikidata, aliases, literal], index) => ({
    index, id, label: label || id, cls, x, y, rank, mentions, wikidata, aliases, literal: literal === 1, edges: [],
  }));
  const edges = raw.edges.map(([id, source, target, relation, status, confidence, told, confirmed], index) => {
    const sentences = told.map(readSentence);
    return {
      index, id, source, target, relation, status, confidence, confirmed: confirmed === 1,
      first: sentences[0], // as the other forms of the graph have it
      sentences: sentences.sort((a, b) => b.confidence - a.confidence), // the surest first
    };
  });
  for (const edge of edges) {
    nodes[edge.source].edges.push(edge);
    if (edge.target !== edge.source) nodes[edge.target].edges.push(edge);
  }
  return {
    title: raw.title,
    totals: raw.totals,
    classes: raw.classes.map((name) => ({ name, label: spaced(name) })),
    relations: raw.relations.map(([name, label]) => ({ name, label, open: name.startsWith("open:") })),
    articles: raw.articles.map(([uri, title, published]) => ({ uri, title, published })),
    nodes,
    edges,
  };
}

/** `GovernmentBody` → `Government body`. */
function spaced(name) {
  return name.replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
}

function readSentence([article, text, confidence, saidBy, start, end, stated, timeText, subject, object]) {
  return {
    article, text, confidence, saidBy, start, end: end || start, stated: stated === 1, timeText, subject, object,
    from: firstDay(start),
    to: lastDay(end || start),
  };
}

/** How many nodes, the highest ranked first, can be drawn with at most so many edges among them. */
export function nodesWithin(data, edgeBudget) {
  const edgesUpTo = new Uint32Array(data.nodes.length + 1);
  for (const edge of data.edges) edgesUpTo[Math.max(edge.source, edge.target)] += 1;
  let edges = 0;
  for (let node = 0; node < data.nodes.length; node += 1) {
    edges += edgesUpTo[node];
    if (edges > edgeBudget) return node;
  }
  return data.nodes.length;
}

export function otherEnd(edge, node) {
  return edge.source === node ? edge.target : edge.source;
}
