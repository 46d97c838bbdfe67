// SPDX-License-Identifier: MIT
import { units } from "./dates.js";
import { h, plural, svg } from "./dom.js";
import { isDrawn } from "./filter.js";

const mostBars = 72;
const mostNames = 5;

/** Statements by time, with two handles that leave only those of a stretch. */
export function createTimeline(container, data, store) {
  const bars = count(data, store.get());
  if (!bars) {
    container.append(h("p", { class: "empty" }, "No statement has a date."));
    return;
  }
  const last = bars.steps.length - 1;
  const most = Math.max(...bars.counts);
  const chart = svg("svg", { viewBox: `0 0 ${bars.steps.length} 100`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const rects = bars.counts.map((n, i) => {
    const height = n === 0 ? 0 : Math.max(4, (92 * n) / most);
    const rect = svg("rect", { x: i + 0.08, y: 100 - height, width: 0.84, height }, svg("title", {}, `${name(i)}: ${plural(n, "statement")}`));
    chart.append(rect);
    return rect;
  });
  const range = { from: 0, to: last };
  const shade = h("div", { class: "shade" });
  const handles = { from: handle("from", "Earliest"), to: handle("to", "Latest") };
  const track = h("div", { class: "track" }, chart, shade, handles.from, handles.to);
  const text = h("span", { class: "range" });
  const reset = h("button", { type: "button", onclick: () => store.set({ from: null, to: null }) }, "All times");
  const undated = bars.undated > 0 ? `${plural(bars.undated, "statement")} without a date` : "";
  container.append(
    h("div", { class: "caption" }, h("span", { class: "title" }, "Time"), text, h("span", { class: "undated" }, undated), reset),
    track,
    h("div", { class: "scale", "aria-hidden": "true" }, ...scale()));

  /** Names of some bars, each below its bar. */
  function scale() {
    const every = Math.ceil(bars.steps.length / mostNames);
    const names = [];
    for (let i = 0; i <= last; i += every) {
      const label = h("span", {}, i === 0 && bars.clippedLeft ? `before ${name(1)}` : name(i));
      label.style.left = `${(100 * i) / bars.steps.length}%`;
      names.push(label);
    }
    return names;
  }

  function name(i) {
    return units[bars.unit].label(bars.steps[i]);
  }

  function handle(end, label) {
    return h("div", {
      class: `handle ${end}`, role: "slider", tabindex: "0", "aria-label": `${label} date`, "aria-valuemin": "0", "aria-valuemax": String(last),
      onkeydown: (event) => {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -6, PageUp: 6, Home: -last, End: last }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(end, range[end] + by);
      },
      onpointerdown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
        event.currentTarget.focus();
      },
      onpointermove: (event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = track.getBoundingClientRect();
        const at = ((event.clientX - box.left) / box.width) * bars.steps.length;
        move(end, end === "from" ? Math.round(at) : Math.round(at) - 1);
      },
    });
  }

  function move(end, step) {
    const from = end === "from" ? Math.min(Math.max(0, step), range.to) : range.from;
    const to = end === "to" ? Math.max(Math.min(last, step), range.from) : range.to;
    if (from === range.from && to === range.to) return;
    // The first and the last bar stand for all that is earlier or later.
    store.set({ from: from === 0 ? null : bars.steps[from], to: to === last ? null : units[bars.unit].next(bars.steps[to]) - 1 });
  }

  function draw(state) {
    const steps = bars.steps;
    range.from = state.from === null ? 0 : Math.max(0, steps.findIndex((day) => day >= state.from));
    range.to = state.to === null ? last : steps.reduce((found, day, i) => (day <= state.to ? i : found), 0);
    rects.forEach((rect, i) => rect.setAttribute("class", i >= range.from && i <= range.to ? "in" : "out"));
    const percent = (i) => `${(100 * i) / steps.length}%`;
    shade.style.left = percent(range.from);
    shade.style.width = percent(range.to + 1 - range.from);
    handles.from.style.left = percent(range.from);
    handles.to.style.left = percent(range.to + 1);
    for (const end of ["from", "to"]) {
      handles[end].setAttribute("aria-valuenow", String(range[end]));
      handles[end].setAttribute("aria-valuetext", name(range[end]));
    }
    const all = state.from === null && state.to === null;
    text.textContent = all ? "all" : range.from === range.to ? name(range.from) : `${name(range.from)} – ${name(range.to)}`;
    reset.hidden = all;
  }
  store.subscribe((state, before) => {
    if (state.from !== before.from || state.to !== before.to) draw(state);
  });
  draw(store.get());
}

/** Bars of the finest unit that fits; rare early outliers share the first bar. */
function count(data, state) {
  const days = [];
  let undated = 0;
  for (const edge of data.edges) {
    if (!isDrawn(state, edge.source) || !isDrawn(state, edge.target)) continue;
    const own = edge.sentences.filter((sentence) => sentence.from !== null);
    if (own.length === 0) undated += 1;
    for (const sentence of own) days.push(sentence.from);
  }
  if (days.length === 0) return null;
  days.sort((a, b) => a - b);
  const early = days[Math.floor(days.length * 0.02)];
  const latest = days[days.length - 1];
  let unit = 0;
  let steps = [];
  for (; unit < units.length; unit += 1) {
    steps = [];
    for (let day = units[unit].floor(early); day <= latest && steps.length <= mostBars; day = units[unit].next(day)) steps.push(day);
    if (steps.length <= mostBars) break;
  }
  unit = Math.min(unit, units.length - 1);
  const clippedLeft = days[0] < steps[0];
  if (clippedLeft) steps.unshift(units[unit].floor(days[0]));
  const counts = steps.map(() => 0);
  let at = 0;
  for (const day of days) {
    while (at + 1 < steps.length && day >= steps[at + 1]) at += 1;
    counts[at] += 1;
  }
  return { unit, steps, counts, undated, clippedLeft };
}
