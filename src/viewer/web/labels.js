// SPDX-License-Identifier: MIT

const areaOfLabel = 8000; // square pixels of the drawing
const mostCandidates = 5000;

/**
 * Chooses which nodes show their names: in order of rank, each whose name does not cover another one or a larger
 * node. `candidates` are node numbers, the most important first; those in `always` show theirs whatever it covers.
 */
export function createLabels(sigma, graph, font) {
  const context = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  let shown = new Set();

  function widthOf(text, size) {
    if (!widths.has(text)) {
      context.font = `100px ${font}`;
      widths.set(text, context.measureText(text).width / 100);
    }
    return widths.get(text) * size;
  }

  return function place(candidates, always) {
    const { width, height } = sigma.getDimensions();
    const mostLabels = (width * height) / areaOfLabel;
    const taken = [];
    const isFree = (box) => taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
    const chosen = new Set();
    let seen = 0;
    for (const index of candidates) {
      const key = String(index);
      if (!graph.hasNode(key)) continue;
      const node = graph.getNodeAttributes(key);
      if (node.visibility === "hidden") continue;
      const { x, y } = sigma.graphToViewport(node);
      if (x < -20 || y < 0 || x > width || y > height) continue;
      seen += 1;
      if (seen > mostCandidates || chosen.size >= mostLabels) break;
      const radius = sigma.scaleSize(node.size);
      const left = x + radius + 2;
      const label = { left, right: left + widthOf(node.label, node.labelSize) + 6, top: y - node.labelSize * 0.75, bottom: y + node.labelSize * 0.75 };
      const disc = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
      if (always.has(index) || isFree(label)) {
        chosen.add(index);
        taken.push(label, disc);
      } else if (radius > 5) {
        taken.push(disc);
      }
    }
    const changed = (from, other) => [...from].filter((index) => !other.has(index)).map(String);
    const gone = changed(shown, chosen);
    const come = changed(chosen, shown);
    shown = chosen;
    if (gone.length > 0) sigma.setNodesState(gone, { isLabelled: false });
    if (come.length > 0) sigma.setNodesState(come, { isLabelled: true });
  };
}
