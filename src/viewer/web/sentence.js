// SPDX-License-Identifier: MIT
import { h, link } from "./dom.js";

/** A sentence of an article, subject and object marked, with who says so, when, and where it stands. */
export function sentenceView(data, edge, sentence) {
  const article = data.articles[sentence.article];
  const notes = [];
  if (sentence.saidBy) notes.push(`says ${sentence.saidBy}`);
  if (sentence.timeText) notes.push(sentence.start && sentence.stated ? `${sentence.timeText} (${span(sentence)})` : sentence.timeText);
  notes.push(`confidence ${sentence.confidence.toFixed(2)}`);
  return h("figure", { class: "sentence" },
    h("blockquote", {}, ...marked(data, edge, sentence)),
    h("figcaption", {},
      link(article.uri, article.title || article.uri, { class: "article" }),
      article.published ? h("time", { datetime: article.published }, article.published.slice(0, 10)) : null,
      h("span", { class: "notes" }, notes.join(" · "))));
}

function span({ start, end }) {
  return end === start ? start : `${start} – ${end}`;
}

/** The words with what names subject and object in <mark>. */
function marked(data, edge, sentence) {
  const letters = Array.from(sentence.text);
  const roles = new Array(letters.length).fill("");
  paint(roles, letters, "object", sentence.object, data.nodes[edge.target]);
  paint(roles, letters, "subject", sentence.subject, data.nodes[edge.source]);
  const parts = [];
  for (let i = 0; i < letters.length;) {
    let end = i + 1;
    while (end < letters.length && roles[end] === roles[i]) end += 1;
    const words = letters.slice(i, end).join("");
    parts.push(roles[i] ? h("mark", { class: roles[i], title: roles[i] }, words) : words);
    i = end;
  }
  return parts;
}

/** Spans are known where the names stand in the text; values are looked for by their words. */
function paint(roles, letters, role, spans, node) {
  for (let i = 0; i + 1 < spans.length; i += 2) roles.fill(role, spans[i], spans[i + 1]);
  if (spans.length > 0) return;
  const text = letters.join("").toLowerCase();
  if (text.length !== letters.length) return; // letters outside the basic plane: places would be off
  const words = [node.label, ...node.aliases].filter(Boolean).sort((a, b) => b.length - a.length);
  for (const word of words) {
    const at = text.indexOf(word.toLowerCase());
    if (at < 0) continue;
    roles.fill(role, at, at + word.length);
    return;
  }
}
