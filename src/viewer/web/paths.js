// SPDX-License-Identifier: MIT
import { otherEnd } from "./data.js";

/**
 * A shortest path over visible edges in either direction, or null. Literals are no stations: two people are not
 * connected by a date. Of equally short paths the one over higher ranked nodes is taken.
 */
export function shortestPath(data, visible, from, to) {
  const before = new Map([[from, null]]);
  let front = [from];
  while (front.length > 0 && !before.has(to)) {
    const next = [];
    for (const node of front) {
      if (node !== from && data.nodes[node].literal) continue;
      for (const edge of data.nodes[node].edges) {
        const other = otherEnd(edge, node);
        if (!visible.edges[edge.index] || before.has(other)) continue;
        before.set(other, node);
        next.push(other);
      }
    }
    front = next.sort((a, b) => a - b);
  }
  if (!before.has(to)) return null;
  const nodes = [];
  for (let node = to; node !== null; node = before.get(node)) nodes.unshift(node);
  const steps = nodes.slice(1).map((node, i) => data.nodes[node].edges
    .filter((edge) => visible.edges[edge.index] && otherEnd(edge, node) === nodes[i])
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index));
  return { from, to, nodes, steps, edges: new Set(steps.flat().map((edge) => edge.index)) };
}
