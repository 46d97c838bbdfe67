// SPDX-License-Identifier: MIT

// Elements out of data: whatever comes from articles goes through textContent or setAttribute, never through a parser.

/** An element with attributes, listeners (`onclick`) and children; children that are no nodes become text. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A link, if the address is one of the web; else the text alone. */
export function link(address, text, attributes = {}) {
  if (!/^https?:\/\//i.test(address)) return h("span", attributes, text);
  return h("a", { ...attributes, href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}

export function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** Puts rows into a list by pieces: the first `piece` at once, more on demand. */
export function appendInPieces(list, items, piece, make) {
  let shown = 0;
  const more = h("button", { class: "more", type: "button", onclick: () => add() });
  const add = () => {
    for (const item of items.slice(shown, shown + piece)) list.append(make(item));
    shown = Math.min(items.length, shown + piece);
    more.remove();
    if (shown < items.length) {
      const left = items.length - shown;
      more.textContent = left > piece ? `Show ${piece} more of ${left.toLocaleString("en")}` : `Show ${left} more`;
      list.after(more);
    }
  };
  add();
}
