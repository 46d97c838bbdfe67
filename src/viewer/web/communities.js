// SPDX-License-Identifier: MIT
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";

/** Numbers in [0, 1) that are the same every time (mulberry32). */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The community of each node by Louvain's method over the visible edges; the largest community is 0. */
export function communities(data, visible) {
  const graph = new UndirectedGraph();
  for (const node of data.nodes) if (visible.nodes[node.index]) graph.addNode(String(node.index));
  for (const edge of data.edges) {
    if (!visible.edges[edge.index] || edge.source === edge.target) continue;
    graph.updateEdge(String(edge.source), String(edge.target), (a) => ({ weight: (a.weight ?? 0) + edge.sentences.length }));
  }
  if (graph.size === 0) return new Map();
  const found = louvain(graph, { rng: seededRandom(20081), getEdgeWeight: "weight" });
  const sizes = new Map();
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const bySize = [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a) || a - b);
  const place = new Map(bySize.map((community, i) => [community, i]));
  return new Map(Object.entries(found).map(([node, community]) => [Number(node), place.get(community)]));
}
