// SPDX-License-Identifier: MIT
import { h } from "./dom.js";

let count = 0;

/**
 * An input that offers entities while one types (the combobox pattern of WAI-ARIA): arrows move, Enter picks, Escape
 * closes. `find(query)` gives matches, `dot(node)` the colour of a node.
 */
export function createCombobox(data, { label, placeholder, find, onPick, className = "" }) {
  count += 1;
  const listId = `matches-${count}`;
  let matches = [];
  let active = -1;

  const input = h("input", {
    type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder,
    "aria-label": label, "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list",
    oninput: () => offer(), onkeydown: (event) => onKey(event), onfocus: () => input.select(), onblur: () => close(),
  });
  const list = h("ul", { id: listId, role: "listbox", "aria-label": label, hidden: true });

  function offer() {
    matches = find(input.value);
    list.replaceChildren(...matches.map((match, i) => option(match, i)));
    if (matches.length === 0 && input.value.trim()) {
      list.append(h("li", { class: "none", role: "option", "aria-disabled": "true" }, "No such name"));
    }
    const open = list.childElementCount > 0;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    mark(matches.length > 0 ? 0 : -1);
  }

  function option(match, i) {
    const node = data.nodes[match.node];
    return h("li", {
      id: `${listId}-${i}`, role: "option", "aria-selected": "false",
      // The input would lose the focus first, and the list be closed.
      onmousedown: (event) => { event.preventDefault(); pick(i); },
    }, h("span", { class: "name" }, node.label), match.alias ? h("span", { class: "alias" }, match.name) : null,
    h("span", { class: "class" }, data.classes[node.cls].label));
  }

  function mark(i) {
    active = i;
    [...list.children].forEach((child, at) => child.setAttribute("aria-selected", String(at === i)));
    if (i >= 0) {
      input.setAttribute("aria-activedescendant", `${listId}-${i}`);
      list.children[i].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function pick(i) {
    const node = matches[i].node;
    input.value = data.nodes[node].label;
    close();
    onPick(node);
  }

  function onKey(event) {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) offer();
      else if (matches.length > 0) mark((active + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length);
      event.preventDefault();
    } else if (event.key === "Enter" && open && active >= 0) {
      pick(active);
      event.preventDefault();
    } else if (event.key === "Escape" && (open || input.value !== "")) {
      if (open) close();
      else input.value = "";
      event.stopPropagation();
    }
  }

  return {
    element: h("div", { class: `combobox ${className}` }, input, list),
    input,
    show: (node) => { input.value = node === null ? "" : data.nodes[node].label; },
  };
}
