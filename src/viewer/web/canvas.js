// SPDX-License-Identifier: MIT
import { MultiDirectedGraph } from "graphology";
import Sigma, { DEFAULT_STYLES } from "sigma";
import {
  extremityArrow, layerDashed, layerFill, layerPlain, pathCurved, pathLine, pathLoop, sdfCircle, sdfSquare,
} from "sigma/rendering";
import { otherEnd } from "./data.js";
import { isDrawn } from "./filter.js";
import { createLabels } from "./labels.js";
import { statusStyles, themes } from "./palette.js";

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const stillAnimation = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The drawing of the graph. `colorOf(node)` gives a node's colour, `visibility()` what is to be seen. */
export function createCanvas(container, data, store, visibility, colorOf) {
  const graph = new MultiDirectedGraph();
  const maxRank = Math.max(...data.nodes.slice(0, 1).map((node) => node.rank), 1e-12);
  let focus = null; // the nodes that a selection or path leaves bright; null: all

  function addNode(index) {
    const node = data.nodes[index];
    graph.addNode(String(index), { index, x: node.x, y: node.y });
    for (const edge of node.edges) {
      const other = String(otherEnd(edge, index));
      if (!graph.hasNode(other) || graph.hasEdge(String(edge.index))) continue;
      graph.addDirectedEdgeWithKey(String(edge.index), String(edge.source), String(edge.target), { index: edge.index });
    }
  }

  function addDrawn() {
    const state = store.get();
    for (const node of data.nodes) {
      if (isDrawn(state, node.index) && !graph.hasNode(String(node.index))) addNode(node.index);
    }
  }

  const isFocused = (index) => focus === null || focus.nodes.has(index);
  const isMain = (index) => store.get().selected === index || store.get().path?.nodes.includes(index);
  const theme = () => themes[store.get().theme];
  const lineOf = (a) => statusStyles[data.edges[a.index].status];
  const edgeInFocus = (index) => focus !== null && focus.edges.has(index);
  const edgeColor = (a) => (focus === null || edgeInFocus(a.index) ? lineOf(a)[store.get().theme] : theme().faintEdge);

  let smallest = 3; // pixels; fit() sets it by how much room there is
  const minRank = data.nodes.length > 0 ? data.nodes[data.nodes.length - 1].rank : 0;
  const weightOf = (node) => Math.sqrt((node.rank - minRank) / Math.max(maxRank - minRank, 1e-12));
  const sizeOf = (node) => smallest * (1 + 2.4 * weightOf(node));

  addDrawn();
  const sigma = new Sigma(graph, container, {
    customNodeState: { isLabelled: false },
    primitives: {
      nodes: { shapes: [sdfCircle(), sdfSquare()], layers: [layerFill()] },
      edges: {
        paths: [pathLine(), pathCurved(), pathLoop()],
        extremities: [extremityArrow()],
        variables: {
          solidColor: { type: "color", default: "#00000000" },
          dashColor: { type: "color", default: "#00000000" },
          dash: { type: "number", default: 0 },
          gap: { type: "number", default: 0 },
        },
        layers: [
          layerPlain({ color: { attribute: "solidColor" } }),
          layerDashed({
            dashSize: { attribute: "dash", default: 0, mode: "pixels" },
            gapSize: { attribute: "gap", default: 0, mode: "pixels" },
            dashColor: { attribute: "dashColor" },
            solidExtremities: "head",
          }),
        ],
      },
    },
    styles: {
      nodes: {
        ...DEFAULT_STYLES.nodes,
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: (a) => sizeOf(data.nodes[a.index]) * (isMain(a.index) ? 1.15 : 1),
        shape: (a) => (data.nodes[a.index].literal ? "square" : "circle"),
        color: (a, s) => (isFocused(a.index) || s.isHovered ? colorOf(a.index) : theme().faintNode),
        label: (a) => shorten(data.nodes[a.index].label),
        labelPosition: (a) => (store.get().path?.nodes.includes(a.index) ? "above" : "right"),
        labelFont: font,
        labelSize: (a) => (isMain(a.index) ? 14 : 11 + 2.5 * weightOf(data.nodes[a.index])),
        labelColor: () => theme().label,
        labelBackgroundColor: () => theme().halo,
        labelBackgroundPadding: 1,
        labelVisibility: (a, s) => (s.isHovered || s.isLabelled ? "visible" : "hidden"),
        visibility: (a) => (visibility().nodes[a.index] ? "visible" : "hidden"),
        depth: (a, s) => (s.isHovered || (focus !== null && isFocused(a.index)) ? "topNodes" : "nodes"),
        backdropVisibility: (a, s) => (s.isHovered || store.get().selected === a.index ? "visible" : "hidden"),
        backdropColor: () => theme().background,
        backdropShadowColor: "rgba(0, 0, 0, 0.35)",
        backdropShadowBlur: 8,
        backdropPadding: 4,
        cursor: "pointer",
      },
      edges: {
        ...DEFAULT_STYLES.edges,
        path: "straight",
        parallelPath: "curved",
        selfLoopPath: "loop",
        head: "arrow",
        // Many lines would grow together into one surface.
        opacity: (a) => (edgeInFocus(a.index) ? 1 : Math.min(1, 45 / Math.sqrt(visibility().edgeCount))),
        size: (a, s) => Math.min(4, (visibility().edgeCount > 4000 ? 0.7 : 1.5) + 0.5 * (data.edges[a.index].sentences.length - 1)) + (edgeInFocus(a.index) ? 0.6 : 0) + (s.isHovered ? 1 : 0),
        color: edgeColor,
        solidColor: (a) => (lineOf(a).dash === 0 ? edgeColor(a) : "#00000000"),
        dashColor: (a) => (lineOf(a).dash === 0 ? "#00000000" : edgeColor(a)),
        dash: (a) => lineOf(a).dash,
        gap: (a) => lineOf(a).gap,
        label: (a) => (edgeInFocus(a.index) && focus.edges.size <= 12 ? data.relations[data.edges[a.index].relation].label : ""),
        labelFont: font,
        labelSize: 10.5,
        labelColor: () => theme().label,
        labelBackgroundColor: () => theme().halo,
        labelBackgroundPadding: 1,
        visibility: (a) => (visibility().edges[a.index] ? "visible" : "hidden"),
        depth: (a) => (edgeInFocus(a.index) ? "topEdges" : "edges"),
        cursor: "pointer",
      },
      stage: { background: () => "transparent" },
    },
    settings: {
      itemSizesReference: "screen",
      minEdgeThickness: 0.7,
      renderEdgeLabels: true,
      enableEdgeEvents: true,
      labelRenderedSizeThreshold: 0,
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.35,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      stagePadding: 50,
      hideEdgesOnMove: false,
      zoomDuration: stillAnimation ? 0 : 200,
      inertiaDuration: stillAnimation ? 0 : 200,
    },
  });
  const placeLabels = createLabels(sigma, (index) => shorten(data.nodes[index].label), font);
  const byRank = data.nodes.map((node) => node.index);
  function updateLabels() {
    const { selected, path } = store.get();
    const always = new Set(path ? path.nodes : selected !== null ? [selected] : []);
    const candidates = focus ? [...always, ...[...focus.nodes].filter((index) => !always.has(index)).sort((a, b) => a - b)] : byRank;
    if (container.clientWidth > 0) placeLabels(candidates, always);
  }
  let waiting = 0;
  sigma.getCamera().on("updated", () => {
    clearTimeout(waiting);
    waiting = setTimeout(updateLabels, 80);
  });

  function updateFocus() {
    const { selected, path, edge } = store.get();
    const shown = visibility();
    if (path) {
      focus = { nodes: new Set(path.nodes), edges: path.edges };
    } else if (edge !== null) {
      const { source, target } = data.edges[edge];
      focus = { nodes: new Set([source, target]), edges: new Set([edge]) };
    } else if (selected !== null) {
      const edges = data.nodes[selected].edges.filter((e) => shown.edges[e.index]);
      focus = { nodes: new Set([selected, ...edges.map((e) => otherEnd(e, selected))]), edges: new Set(edges.map((e) => e.index)) };
    } else {
      focus = null;
    }
  }

  function box(nodes) {
    const x = [Infinity, -Infinity];
    const y = [Infinity, -Infinity];
    for (const node of nodes) {
      x[0] = Math.min(x[0], node.x); x[1] = Math.max(x[1], node.x);
      y[0] = Math.min(y[0], node.y); y[1] = Math.max(y[1], node.y);
    }
    return { x, y };
  }

  /** Shows all that is visible. */
  function fit() {
    const shown = visibility();
    const nodes = data.nodes.filter((node) => shown.nodes[node.index]);
    const extent = nodes.length > 0 ? box(nodes) : null;
    sigma.setCustomBBox(extent);
    if (extent) {
      const unit = Math.min(container.clientWidth / (extent.x[1] - extent.x[0] + 2), container.clientHeight / (extent.y[1] - extent.y[0] + 2));
      smallest = Math.min(4.5, Math.max(0.9, unit * 0.22)); // nodes lie a unit apart
    }
    sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    draw();
  }

  /** Moves so that these nodes are seen, if they are not all. */
  function show(indices) {
    const places = indices.map((index) => sigma.getNodeDisplayData(String(index))).filter(Boolean);
    if (places.length === 0) return;
    const { x, y } = box(places);
    const ratio = Math.min(1, Math.max(0.2, 1.6 * Math.max(x[1] - x[0], y[1] - y[0])));
    const camera = sigma.getCamera();
    const target = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2, ratio: indices.length > 1 ? ratio : Math.min(camera.getState().ratio, 0.6) };
    if (stillAnimation) camera.setState(target);
    else camera.animate(target, { duration: 350 });
  }

  function draw() {
    updateFocus();
    sigma.refresh();
    updateLabels();
  }

  sigma.on("clickNode", ({ node }) => store.set({ selected: Number(node), edge: null, path: null, panel: "details" }));
  sigma.on("clickEdge", ({ edge }) => store.set({ edge: Number(edge), selected: null, path: null, panel: "details" }));
  sigma.on("clickStage", () => store.set({ selected: null, edge: null, path: null }));

  store.subscribe((state, before) => {
    if (state.added !== before.added || state.drawnNodes !== before.drawnNodes) addDrawn();
    // While the table is shown the drawing has no size; resize() brings it up to date.
    if (state.view !== "graph" || before.view !== "graph") return;
    if (state.panel === before.panel || state.selected !== before.selected || state.theme !== before.theme) {
      draw();
    }
  });
  fit();

  return {
    fit,
    show,
    zoom: (factor) => {
      const camera = sigma.getCamera();
      camera.setState({ ratio: camera.getBoundedRatio(camera.getState().ratio * factor) });
    },
    pan: (dx, dy) => {
      const camera = sigma.getCamera();
      const { x, y, ratio } = camera.getState();
      camera.setState({ x: x + dx * ratio, y: y + dy * ratio });
    },
    resize() {
      sigma.resize(true);
      draw();
    },
    /** Where a node is on the page, in CSS pixels. */
    placeOf(index) {
      const at = sigma.getNodeDisplayData(String(index));
      if (!at) return null;
      const place = sigma.framedGraphToViewport(at);
      const { left, top } = container.getBoundingClientRect();
      return { x: left + place.x, y: top + place.y };
    },
    /** The picture as it stands, as a canvas of its own: what WebGL draws is gone after the frame. */
    picture() {
      sigma.refresh();
      const stage = sigma.getStageCanvas();
      const copy = document.createElement("canvas");
      copy.width = stage.width;
      copy.height = stage.height;
      const context = copy.getContext("2d");
      context.fillStyle = theme().background;
      context.fillRect(0, 0, copy.width, copy.height);
      context.drawImage(stage, 0, 0);
      return copy;
    },
  };
}

function shorten(label) {
  const letters = Array.from(label);
  return letters.length > 34 ? `${letters.slice(0, 32).join("").trimEnd()}…` : label;
}
