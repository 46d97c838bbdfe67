// SPDX-License-Identifier: MIT
// What people need who do not see the page well, or do not use a mouse: checks of WCAG 2's level AA that a program can make.
import { classColors, statusStyles, themes } from "../../src/viewer/web/palette.js";

const leastForText = 4.5;
const leastForLargeText = 3;
const leastForShapes = 3;

/** Relative luminance of a colour of three numbers, and the contrast of two; also run within the page. */
function luminance(rgb) {
  const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const rgbOf = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** What is drawn in a colour that stands out too little from the drawing's background. */
export function faintShapes() {
  const faint = [];
  for (const [name, { background }] of Object.entries(themes)) {
    const shapes = { ...classColors, ...Object.fromEntries(statusStyles.map((style, status) => [`status ${status}`, style[name]])) };
    for (const [what, color] of Object.entries(shapes)) {
      const found = contrast(rgbOf(color), rgbOf(background));
      if (found < leastForShapes) faint.push(`${what} in the ${name}: ${found.toFixed(2)}`);
    }
  }
  return faint;
}

/** Statuses that only their colour would tell apart. */
export function likeStatuses() {
  const forms = statusStyles.map(({ dash, gap, head, tail }) => `${dash} ${gap} ${head} ${tail}`);
  return forms.filter((form, i) => forms.indexOf(form) !== i);
}

/** In the page: texts that stand out too little from what lies behind them. */
function faintTextsOf(text, largeText) {
  const parse = (color) => { const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number); return { rgb: [r, g, b], a }; };
  const over = (front, back) => front.rgb.map((v, i) => v * front.a + back[i] * (1 - front.a));
  const behind = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    const own = parse(backgroundColor);
    if (own.a === 1) return own.rgb;
    return over(own, element.parentElement ? behind(element.parentElement) : [255, 255, 255]);
  };
  const faint = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest(".hidden, script")) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const back = behind(element);
    const found = contrast(over(parse(style.color), back), back);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (found < (large ? largeText : text)) faint.push(`${node.data.trim().slice(0, 30)}: ${found.toFixed(2)}`);
  }
  return [...new Set(faint)];
}
export const faintTexts = (page) => page.value(`(() => { ${luminance} ${contrast} ${faintTextsOf}
  return faintTextsOf(${leastForText}, ${leastForLargeText}); })()`);

const roles = new Set(["button", "link", "checkbox", "radio", "slider", "combobox", "textbox", "searchbox", "tab", "tabpanel", "option", "listbox",
  "application", "dialog", "navigation", "complementary", "region", "table", "DisclosureTriangle"]);

/** What a screen reader comes to and has no name for, by role. */
export async function nameless(page) {
  const { nodes } = await page.send("Accessibility.getFullAXTree");
  return nodes.filter((node) => !node.ignored && roles.has(node.role?.value) && !node.name?.value?.trim()).map((node) => node.role.value);
}

/** What the focus is on, as a screen reader says it: role and name. */
export async function focused(page) {
  const { nodes } = await page.send("Accessibility.getFullAXTree");
  const node = nodes.find(({ role, properties = [] }) => role.value !== "RootWebArea" && properties.some(({ name, value }) => name === "focused" && value.value === true));
  return node ? `${node.role.value} ${node.name.value}` : "";
}

/** Presses Tab until the focus is on what is so called; the number of times, or null. */
export async function tabTo(page, wanted, most = 120) {
  for (let times = 1; times <= most; times += 1) {
    await page.press("Tab");
    if ((await focused(page)).includes(wanted)) return times;
  }
  return null;
}
