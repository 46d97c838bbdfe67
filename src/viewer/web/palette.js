// SPDX-License-Identifier: MIT

export const classColors = {
  Person: "#4a7ab5", Country: "#cb7429", Location: "#6f9a4b", Organization: "#8a6bb8", GovernmentBody: "#b0557f",
  Treaty: "#2f9186", Event: "#b0831c", MediaOutlet: "#8a6f5c", Work: "#6a8798", Position: "#7f8f3f", Group: "#b976ad",
  Product: "#4f9aa8", Issue: "#a8724a", Date: "#858b93", Amount: "#858b93",
};

// For communities and for classes of a user's own schema.
const series = [
  "#4a7ab5", "#cb7429", "#6f9a4b", "#8a6bb8", "#b0831c", "#2f9186", "#b0557f", "#8a6f5c", "#4f9aa8", "#7f8f3f",
];
export const seriesLength = series.length;
const rest = "#858b93";

/** The colour of a class; one that is not known has always the same by its name. */
export function classColor(name) {
  if (classColors[name]) return classColors[name];
  let sum = 0;
  for (const c of name) sum = (sum * 31 + c.codePointAt(0)) >>> 0;
  return series[sum % series.length];
}

/** The colour of the n-th largest community. */
export function seriesColor(n) {
  return series[n] ?? rest;
}

/**
 * How a status is drawn, by its number: colour in light and dark, dash and gap in pixels (0: solid), and what the line begins and ends
 * with, so that each is told without its colour: a report begins at a ring as speech does, and a denial ends at a bar.
 */
export const statusStyles = [
  { light: "#848c98", dark: "#737b87", dash: 0, gap: 0, head: "arrow", tail: "none" },
  { light: "#2f6fd6", dark: "#6ba0f2", dash: 9, gap: 5, head: "arrow", tail: "none" },
  { light: "#7f58c2", dark: "#ab8de6", dash: 3, gap: 5, head: "arrow", tail: "none" },
  { light: "#b9801c", dark: "#d8a548", dash: 0, gap: 0, head: "arrow", tail: "circle" },
  { light: "#cf3d4c", dark: "#f0717d", dash: 5, gap: 4, head: "bar", tail: "none" },
];

export const themes = {
  light: { background: "#fbfbfa", label: "#1d2126", faintNode: "#d9dbde", faintEdge: "#e6e7e9", halo: "#fbfbfaa6", strong: "#1d2126" },
  dark: { background: "#14171b", label: "#e7e9ec", faintNode: "#353b43", faintEdge: "#252a31", halo: "#14171ba6", strong: "#f4f5f7" },
};
