// SPDX-License-Identifier: MIT

/** What the user has chosen. Parts of the page subscribe and compare what they care about with what was before. */
export function createStore(initial) {
  let state = initial;
  const listeners = [];
  return {
    get: () => state,
    set(changes) {
      const before = state;
      state = { ...state, ...changes };
      for (const listener of listeners) listener(state, before);
    },
    subscribe: (listener) => listeners.push(listener),
  };
}

export const noFilter = {
  hiddenStatuses: new Set(),
  hiddenRelations: new Set(),
  hiddenClasses: new Set(),
  minConfidence: 0,
  minSentences: 1,
  from: null,
  to: null,
  unconnected: false,
};

export function initialState(drawnNodes) {
  return {
    ...noFilter,
    drawnNodes, // the so many highest ranked nodes
    added: new Set(), // and these
    colorBy: "class",
    selected: null, // a node
    edge: null, // an edge
    path: null, // { from, to, nodes, edges }
    panel: "details",
    view: "graph",
    theme: "light",
  };
}
