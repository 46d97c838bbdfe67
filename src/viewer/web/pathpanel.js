// SPDX-License-Identifier: MIT
import { createCombobox } from "./combobox.js";
import { entityButton, sentencesOf, statementLine } from "./details.js";
import { appendInPieces, h, plural } from "./dom.js";
import { shortestPath } from "./paths.js";

/** The panel that follows a path between two entities. */
export function createPathPanel(container, data, store, visibility, find, actions) {
  const ends = { from: null, to: null };
  const result = h("div", { class: "result" });
  const pick = (end) => (node) => { ends[end] = node; follow(); };
  const from = createCombobox(data, { label: "Path from", placeholder: "From…", find, onPick: pick("from") });
  const to = createCombobox(data, { label: "Path to", placeholder: "To…", find, onPick: pick("to") });
  container.append(
    h("div", { class: "head" }, h("h2", {}, "Path"), h("p", { class: "hint" }, "The shortest chain of statements between two entities, in either direction, over what the filters leave.")),
    h("div", { class: "ends" }, from.element, to.element), result);

  function follow() {
    if (ends.from === null || ends.to === null) return result.replaceChildren();
    actions.reveal([ends.from, ends.to]);
    const path = ends.from === ends.to ? null : shortestPath(data, visibility(), ends.from, ends.to);
    store.set({ path, selected: null, edge: null });
    if (!path) {
      const why = ends.from === ends.to ? "Choose two different entities." : "No chain of visible statements connects the two.";
      result.replaceChildren(h("p", { class: "empty" }, why));
      actions.say(why);
      return undefined;
    }
    const list = h("ol", { class: "steps" });
    path.steps.forEach((step) => {
      const item = h("li");
      const statements = h("div");
      item.append(statements);
      appendInPieces(statements, step, 1, (edge) => h("div", {}, statementLine(data, edge, actions), ...sentencesOf(data, edge)));
      list.append(item);
    });
    result.replaceChildren(h("p", { class: "facts" }, plural(path.steps.length, "step")), list,
      h("p", { class: "stations" }, ...path.nodes.map((node) => entityButton(data, node, actions))));
    actions.say(`Path of ${plural(path.steps.length, "step")}: ${path.nodes.map((node) => data.nodes[node].label).join(", ")}`);
    actions.center(...path.nodes);
    return undefined;
  }

  let seen = visibility();
  store.subscribe((state) => {
    if (visibility() === seen) return;
    seen = visibility();
    if (state.path) follow();
  });
  return {
    start(node) {
      ends.from = node;
      from.show(node);
      ends.to = null;
      to.show(null);
      result.replaceChildren(h("p", { class: "empty" }, "Now choose where the path leads."));
      to.input.focus();
    },
  };
}
