// SPDX-License-Identifier: MIT

const areaOfLabel = 5000; // square pixels of the drawing
const mostCandidates = 2000; // of more on the drawing, names cover others wherever they stand
const leaders = 12; // show their names whatever nodes these cover
const mostCovered = 0.1;
const margin = 5; // pixels that sigma leaves between a node and its name
const sides = ["right", "left", "above", "below"];
const cell = 4; // pixels

/** What is taken of the drawing, in cells of some pixels. */
class Grid {
  constructor(width, height) {
    this.columns = Math.ceil(width / cell);
    this.rows = Math.ceil(height / cell);
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  /** The parts of the cells' rows that a box has on the drawing. */
  *rowsOf({ left, right, top, bottom }) {
    const from = Math.max(0, Math.floor(left / cell));
    const to = Math.min(this.columns, Math.floor(right / cell) + 1);
    const last = Math.min(this.rows - 1, Math.floor(bottom / cell));
    for (let row = Math.max(0, Math.floor(top / cell)); row <= last; row += 1) yield this.cells.subarray(row * this.columns + from, row * this.columns + Math.max(from, to));
  }

  take(box) {
    for (const row of this.rowsOf(box)) row.fill(1);
  }

  isFree(box) {
    for (const row of this.rowsOf(box)) if (row.includes(1)) return false;
    return true;
  }

  /** How much of a box is taken: 0 for nothing, 1 for all. */
  taken(box) {
    let all = 0;
    let taken = 0;
    for (const row of this.rowsOf(box)) {
      all += row.length;
      for (const value of row) taken += value;
    }
    return all === 0 ? 0 : taken / all;
  }
}

function boxAt(side, { x, y, radius }, width, height) {
  const gap = radius + margin;
  if (side === "right") return { left: x + gap, right: x + gap + width, top: y - height / 2, bottom: y + height / 2 };
  if (side === "left") return { left: x - gap - width, right: x - gap, top: y - height / 2, bottom: y + height / 2 };
  const top = side === "above" ? y - gap - height : y + gap;
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
}

/**
 * Chooses which nodes show their names, and on which side: in order of rank, each whose name covers no other name and stays on the
 * drawing; of its sides the one that covers least of nodes and `lines`, pairs of node numbers. `candidates` are node numbers, the most
 * important first; those in `always` show theirs whatever it covers.
 */
export function createLabels(sigma, graph, font) {
  const context = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  let shown = new Map(); // sides of nodes

  function widthOf(text, size) {
    if (!widths.has(text)) {
      context.font = `100px ${font}`;
      widths.set(text, context.measureText(text).width / 100);
    }
    return widths.get(text) * size;
  }

  /** Where nodes are, in pixels. What sigma does one by one is the same linear change for all. */
  function createPlaces() {
    const [zero, right, up] = [[0, 0], [1, 0], [0, 1]].map(([x, y]) => sigma.graphToViewport({ x, y }));
    const scale = sigma.scaleSize(1);
    return (index) => {
      const key = String(index);
      if (!graph.hasNode(key)) return null;
      const node = graph.getNodeAttributes(key);
      if (node.visibility === "hidden") return null;
      return {
        index, node, radius: node.size * scale,
        x: zero.x + (right.x - zero.x) * node.x + (up.x - zero.x) * node.y,
        y: zero.y + (right.y - zero.y) * node.x + (up.y - zero.y) * node.y,
      };
    };
  }

  /** The nodes on the drawing, and what names should not cover. */
  function survey(candidates, lines, { width, height }) {
    const placeOf = createPlaces();
    const places = [];
    for (const index of candidates) {
      const place = placeOf(index);
      if (place && place.x > -20 && place.y > 0 && place.x < width && place.y < height) places.push(place);
      if (places.length > mostCandidates) break;
    }
    const things = new Grid(width, height);
    if (places.length <= mostCandidates) {
      for (const { x, y, radius } of places) things.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    }
    for (const ends of lines) {
      const [from, to] = ends.map(placeOf);
      const steps = from && to ? Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / cell) : -1;
      for (let i = 0; i <= steps; i += 1) {
        const [x, y] = [from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps];
        things.take({ left: x, right: x, top: y, bottom: y });
      }
    }
    return { places, things };
  }

  return function place(candidates, always, lines) {
    const size = sigma.getDimensions();
    const { places, things } = survey(candidates, lines, size);
    const names = new Grid(size.width, size.height);
    const isInside = (box) => box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
    const mostLabels = (size.width * size.height) / areaOfLabel;
    const chosen = new Map();
    for (const at of places) {
      if (chosen.size >= mostLabels) break;
      const tolerated = chosen.size < leaders || lines.length > 0 ? 1 : mostCovered;
      const { label, labelSize } = at.node;
      let best = null;
      for (const side of sides) {
        const box = boxAt(side, at, widthOf(label, labelSize) + 2, labelSize * 1.3);
        if (!isInside(box) || !names.isFree(box)) continue;
        const covered = things.taken(box);
        if (covered <= tolerated && (best === null || covered < best.covered - 0.02)) best = { side, box, covered };
      }
      if (best === null && always.has(at.index)) best = { side: "right", box: boxAt("right", at, widthOf(label, labelSize), labelSize) };
      if (best === null) continue;
      chosen.set(at.index, best.side);
      names.take(best.box);
    }
    const gone = [...shown.keys()].filter((index) => !chosen.has(index)).map(String);
    const come = new Map(sides.map((side) => [side, []]));
    for (const [index, side] of chosen) {
      if (shown.get(index) === side) continue;
      graph.getNodeAttributes(String(index)).labelPosition = side; // setNodeAttribute() would have sigma process all edges of it anew
      come.get(side).push(String(index));
    }
    shown = chosen;
    if (gone.length > 0) sigma.setNodesState(gone, { isLabelled: false });
    for (const [side, keys] of come) if (keys.length > 0) sigma.setNodesState(keys, { isLabelled: true, side });
  };
}
