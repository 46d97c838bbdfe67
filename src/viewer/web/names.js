// SPDX-License-Identifier: MIT

/** A name without letter case, diacritics and dots: `Recep Tayyip Erdoğan` is found by `erdogan`. */
export function fold(name) {
  return name.normalize("NFKD").replace(/[\p{M}.]/gu, "").toLowerCase().replace(/ı/g, "i").replace(/\s+/g, " ").trim();
}

/** Finds nodes by label and aliases: names that begin so, then words that do, then parts; higher ranked first. */
export function createNameIndex(data) {
  const names = [];
  for (const node of data.nodes) {
    names.push({ node: node.index, name: node.label, folded: fold(node.label), alias: false });
    for (const alias of node.aliases) names.push({ node: node.index, name: alias, folded: fold(alias), alias: true });
  }
  return (query, limit) => {
    const wanted = fold(query);
    if (!wanted) return [];
    const found = new Map();
    for (const name of names) {
      const at = name.folded.indexOf(wanted);
      if (at < 0) continue;
      const begins = at === 0 || name.folded.startsWith(wanted);
      const word = begins || name.folded.includes(` ${wanted}`);
      const quality = (name.folded === wanted ? 0 : begins ? 1 : word ? 2 : 3) + (name.alias ? 0.5 : 0);
      const known = found.get(name.node);
      if (!known || quality < known.quality) found.set(name.node, { ...name, quality });
    }
    return [...found.values()].sort((a, b) => a.quality - b.quality || a.node - b.node).slice(0, limit);
  };
}
