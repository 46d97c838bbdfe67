// SPDX-License-Identifier: MIT

/** Whether a node is on the canvas at all, filters aside. */
export function isDrawn(state, node) {
  return node < state.drawnNodes || state.added.has(node);
}

function inTime(sentence, from, to) {
  return sentence.from !== null && (from === null || sentence.to >= from) && (to === null || sentence.from <= to);
}

function passes(data, state, edge) {
  if (state.hiddenStatuses.has(edge.status) || state.hiddenRelations.has(edge.relation)) return false;
  if (edge.confidence < state.minConfidence || edge.sentences.length < state.minSentences) return false;
  if (state.hiddenClasses.has(data.nodes[edge.source].cls)) return false;
  if (state.hiddenClasses.has(data.nodes[edge.target].cls)) return false;
  if (state.from === null && state.to === null) return true;
  return edge.sentences.some((sentence) => inTime(sentence, state.from, state.to));
}

const filterKeys = [
  "hiddenStatuses", "hiddenRelations", "hiddenClasses", "minConfidence", "minSentences", "from", "to", "unconnected",
  "drawnNodes", "added",
];

/** Which nodes and edges are to be seen: worked out anew when a filter changes. */
export function createVisibility(data, store) {
  let visible = null;
  const compute = () => {
    const state = store.get();
    const edges = new Uint8Array(data.edges.length);
    const nodes = new Uint8Array(data.nodes.length);
    const degrees = new Uint32Array(data.nodes.length);
    let edgeCount = 0;
    for (const edge of data.edges) {
      if (!isDrawn(state, edge.source) || !isDrawn(state, edge.target) || !passes(data, state, edge)) continue;
      edges[edge.index] = 1;
      edgeCount += 1;
      degrees[edge.source] += 1;
      degrees[edge.target] += 1;
    }
    let nodeCount = 0;
    for (const node of data.nodes) {
      const lonely = degrees[node.index] === 0;
      if (lonely && !state.added.has(node.index) && !(state.unconnected && isDrawn(state, node.index))) continue;
      if (state.hiddenClasses.has(node.cls)) continue;
      nodes[node.index] = 1;
      nodeCount += 1;
    }
    return { nodes, edges, degrees, nodeCount, edgeCount };
  };
  store.subscribe((state, before) => {
    if (filterKeys.some((key) => state[key] !== before[key])) visible = null;
  });
  return () => (visible ??= compute());
}
