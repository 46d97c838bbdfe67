// SPDX-License-Identifier: MIT
import { MultiDirectedGraph } from "graphology";
import Sigma, { DEFAULT_STYLES } from "sigma";
import {
  extremityArrow, extremityBar, extremityCircle, layerDashed, layerFill, layerPlain, pathCurved, pathLine, pathLoop, sdfCircle, sdfSquare,
} from "sigma/rendering";
import { otherEnd } from "./data.js";
import { isDrawn } from "./filter.js";
import { createLabels } from "./labels.js";
import { createPace } from "./pace.js";
import { statusStyles, themes } from "./palette.js";

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const stillAnimation = matchMedia("(prefers-reduced-motion: reduce)").matches;

// Of so many edges on, curves are drawn with fewer pieces, and what is under the pointer is not sought while the drawing moves.
const manyEdges = 3000;

// In a focus of more, names cannot keep off the lines.
const mostLines = 60;

const hidden = { visibility: "hidden" };

/** The drawing of the graph. `colorOf(node)` gives a node's colour, `visibility()` what is to be seen. */
export function createCanvas(container, data, store, visibility, colorOf) {
  const graph = new MultiDirectedGraph();
  const maxRank = Math.max(...data.nodes.slice(0, 1).map((node) => node.rank), 1e-12);
  let focus = null; // the nodes that a selection or path leaves bright; null: all

  function addNode(index) {
    const node = data.nodes[index];
    graph.addNode(String(index), { index, x: node.x, y: node.y, label: shorten(node.label), labelPosition: "right" });
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
  const edgeInFocus = (index) => focus !== null && focus.edges.has(index);

  let smallest = 3; // pixels; fit() sets it by how much room there is
  const minRank = data.nodes.length > 0 ? data.nodes[data.nodes.length - 1].rank : 0;
  const weightOf = (node) => Math.sqrt((node.rank - minRank) / Math.max(maxRank - minRank, 1e-12));
  const sizeOf = (node) => smallest * (1 + 2.4 * weightOf(node));

  // Looks are attributes of the graph, worked out when something changes. Functions among sigma's styles would be asked anew for every
  // node and edge whenever the pointer enters one or the drawing begins to move.

  /** Sets attributes; true where one is another than before. */
  function change(attributes, values) {
    let changed = false;
    for (const name in values) {
      if (attributes[name] === values[name]) continue;
      attributes[name] = values[name];
      changed = true;
    }
    return changed;
  }

  /** Gives nodes their looks, and their keys where those have changed. */
  function styleNodes() {
    const { selected } = store.get();
    const shown = visibility().nodes;
    const { faintNode, label, halo, background } = theme();
    const changed = [];
    graph.forEachNode((key, a) => {
      const node = data.nodes[a.index];
      const bright = isFocused(a.index);
      const ownColor = colorOf(a.index);
      if (change(a, !shown[a.index] ? hidden : {
        visibility: "visible",
        size: sizeOf(node) * (isMain(a.index) ? 1.15 : 1),
        shape: node.literal ? "square" : "circle",
        ownColor,
        color: bright ? ownColor : faintNode,
        labelSize: isMain(a.index) ? 14 : 11 + 2.5 * weightOf(node),
        labelColor: label,
        halo,
        background,
        depth: focus !== null && bright ? "topNodes" : "nodes",
        backdrop: selected === a.index ? "visible" : "hidden",
      })) changed.push(key);
    });
    return changed;
  }

  /** The same for edges. */
  function styleEdges() {
    const { edges: shown, edgeCount } = visibility();
    const { faintEdge, label, halo } = theme();
    const scheme = store.get().theme;
    const thinnest = edgeCount > 4000 ? 0.7 : 1.5;
    // Many lines would grow together into one surface. In steps: else all lines change whenever some go.
    const crowd = 2 ** (Math.round(2 * Math.log2(Math.max(1, edgeCount))) / 2);
    const opacity = Math.min(1, 45 / Math.sqrt(crowd));
    const named = focus !== null && focus.edges.size <= 12;
    const changed = [];
    graph.forEachEdge((key, a) => {
      const edge = data.edges[a.index];
      const { dash, gap, head, tail, [scheme]: ownColor } = statusStyles[edge.status];
      const inFocus = edgeInFocus(a.index);
      const color = focus === null || inFocus ? ownColor : faintEdge;
      const size = Math.min(4, thinnest + 0.5 * (edge.sentences.length - 1)) + (inFocus ? 0.6 : 0);
      if (change(a, !shown[a.index] ? hidden : {
        visibility: "visible",
        opacity: inFocus ? 1 : opacity,
        size,
        hoverSize: size + 1,
        color,
        solidColor: dash === 0 ? color : "#00000000",
        dashColor: dash === 0 ? "#00000000" : color,
        dash,
        gap,
        head,
        tail,
        label: inFocus && named ? data.relations[edge.relation].label : "",
        labelColor: label,
        halo,
        depth: inFocus ? "topEdges" : "edges",
      })) changed.push(key);
    });
    return changed;
  }

  addDrawn();
  styleNodes();
  styleEdges();
  const of = (attribute) => ({ attribute });
  const { parallel, loops } = shapesOf(data);
  const many = data.edges.length > manyEdges;
  const hovered = (then, otherwise) => ({ whenState: "isHovered", then, else: otherwise });
  const sigma = new Sigma(graph, container, {
    customNodeState: { isLabelled: false, side: "right", looks: 0 },
    customEdgeState: { looks: 0 },
    primitives: {
      depthLayers: ["edges", "nodes", "topEdges", "topNodes"], // what is in focus lies above all else
      nodes: { shapes: [sdfCircle(), sdfSquare()], layers: [layerFill()] },
      edges: {
        // Each edge is drawn with as many corners as the path that has most, straight or not.
        paths: [
          pathLine(),
          ...(parallel ? [pathCurved({ segments: many ? 6 : 16 })] : []),
          ...(loops ? [pathLoop({ segments: many ? 12 : 32 })] : []),
        ],
        extremities: [extremityArrow(), extremityBar({ lengthRatio: 1.5, widthRatio: 8 }), extremityCircle()],
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
        x: of("x"),
        y: of("y"),
        size: of("size"),
        shape: of("shape"),
        color: hovered(of("ownColor"), of("color")),
        label: of("label"),
        labelPosition: of("labelPosition"),
        labelFont: font,
        labelSize: of("labelSize"),
        labelColor: of("labelColor"),
        labelBackgroundColor: of("halo"),
        labelBackgroundPadding: 1,
        labelVisibility: hovered("visible", { whenState: "isLabelled", then: "visible", else: "hidden" }),
        visibility: of("visibility"),
        depth: hovered("topNodes", of("depth")),
        backdropVisibility: hovered("visible", of("backdrop")),
        backdropColor: of("background"),
        backdropShadowColor: "rgba(0, 0, 0, 0.35)",
        backdropShadowBlur: 8,
        backdropPadding: 4,
        cursor: "pointer",
      },
      edges: {
        ...DEFAULT_STYLES.edges,
        path: "straight",
        parallelPath: parallel ? "curved" : "straight",
        selfLoopPath: loops ? "loop" : "straight",
        head: of("head"),
        tail: of("tail"),
        opacity: of("opacity"),
        size: hovered(of("hoverSize"), of("size")),
        color: of("color"),
        solidColor: of("solidColor"),
        dashColor: of("dashColor"),
        dash: of("dash"),
        gap: of("gap"),
        label: of("label"),
        labelFont: font,
        labelSize: 10.5,
        labelColor: of("labelColor"),
        labelBackgroundColor: of("halo"),
        labelBackgroundPadding: 1,
        visibility: of("visibility"),
        depth: of("depth"),
        cursor: "pointer",
      },
      stage: { background: "transparent" },
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
  const placeLabels = createLabels(sigma, graph, font);
  const byRank = data.nodes.map((node) => node.index);
  function updateLabels() {
    const { selected, path } = store.get();
    const always = new Set(path ? path.nodes : selected !== null ? [selected] : []);
    const candidates = focus ? [...always, ...[...focus.nodes].filter((index) => !always.has(index)).sort((a, b) => a - b)] : byRank;
    const lines = focus && focus.edges.size <= mostLines ? [...focus.edges].map((e) => [data.edges[e].source, data.edges[e].target]) : [];
    if (container.clientWidth > 0) placeLabels(candidates, always, lines);
  }
  // Where no graphics card draws, many lines take so long that nothing would move by them: they go for as long as the drawing moves.
  const pace = createPace();
  let waiting = 0;
  sigma.getCamera().on("updated", () => {
    clearTimeout(waiting);
    waiting = setTimeout(atRest, pace.isSlow() ? 1000 : 80);
    pace.move();
    if (visibility().edgeCount > manyEdges) renderEdges(!pace.isSlow(), false);
  });
  function atRest() {
    pace.rest();
    updateLabels();
    renderEdges(true, true);
  }

  /** Whether edges are drawn while the drawing moves, and drawn a second time, unseen, to tell which of them the pointer is on. */
  function renderEdges(whileMoving, sought) {
    const { settings } = sigma.internals; // setSetting() would process all nodes and edges anew
    if (settings.enableEdgeEvents === sought && settings.hideEdgesOnMove === !whileMoving) return;
    settings.enableEdgeEvents = sought;
    settings.hideEdgesOnMove = !whileMoving;
    sigma.scheduleRender();
  }

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
    draw(true);
  }

  /** Moves so that these nodes are seen; one alone together with what is near it of its neighbours. */
  function show(indices) {
    const placesOf = (some) => some.map((index) => sigma.getNodeDisplayData(String(index))).filter(Boolean);
    const places = placesOf(indices);
    if (places.length === 0) return;
    const camera = sigma.getCamera();
    let target;
    if (places.length > 1) {
      const { x, y } = box(places);
      target = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2, ratio: Math.min(1, Math.max(0.2, 1.6 * Math.max(x[1] - x[0], y[1] - y[0]))) };
    } else {
      const [{ x, y }] = places;
      const away = placesOf(data.nodes[indices[0]].edges.map((edge) => otherEnd(edge, indices[0])))
        .map((other) => Math.hypot(other.x - x, other.y - y)).sort((a, b) => a - b);
      const near = away[Math.floor(0.8 * away.length)] ?? 0; // a few may lie far off
      target = { x, y, ratio: Math.min(camera.getState().ratio, 0.6, Math.max(0.15, 3 * near)) };
    }
    if (stillAnimation) camera.setState(target);
    else camera.animate(target, { duration: 350 });
  }

  let looks = 0;
  /** Brings the drawing up to date; `anew` where nodes or edges have been added, or the whole has another size. */
  function draw(anew = false) {
    updateFocus();
    const [nodes, edges] = [styleNodes(), styleEdges()];
    looks += 1; // a state of theirs that changes makes sigma look at these again, and at no others
    if (anew) {
      sigma.refresh();
    } else {
      sigma.setNodesState(nodes, { looks });
      sigma.setEdgesState(edges, { looks });
    }
    updateLabels();
  }

  sigma.on("clickNode", ({ node }) => store.set({ selected: Number(node), edge: null, path: null, panel: "details" }));
  sigma.on("clickEdge", ({ edge }) => store.set({ edge: Number(edge), selected: null, path: null, panel: "details" }));
  sigma.on("clickStage", () => store.set({ selected: null, edge: null, path: null }));

  store.subscribe((state, before) => {
    const more = state.added !== before.added || state.drawnNodes !== before.drawnNodes;
    if (more) addDrawn();
    // While the table is shown the drawing has no size; resize() brings it up to date.
    if (state.view !== "graph" || before.view !== "graph") return;
    if (more || state.panel === before.panel || state.selected !== before.selected || state.theme !== before.theme) draw(more);
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
      draw(true);
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

/** Whether two edges lie between the same two nodes, and whether some edge leads back to where it begins. */
function shapesOf(data) {
  const pairs = new Set();
  const found = { parallel: false, loops: false };
  for (const { source, target } of data.edges) {
    const pair = Math.min(source, target) * data.nodes.length + Math.max(source, target);
    if (source === target) found.loops = true;
    else if (pairs.has(pair)) found.parallel = true;
    pairs.add(pair);
  }
  return found;
}

function shorten(label) {
  const letters = Array.from(label);
  return letters.length > 34 ? `${letters.slice(0, 32).join("").trimEnd()}…` : label;
}
