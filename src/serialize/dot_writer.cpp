// SPDX-License-Identifier: MIT
#include <ostream>

#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "serialize/xml_text.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

/// A quoted identifier of the DOT language: only `"` needs an escape, but Graphviz reads `\n`, `\N` and the
/// like in labels as commands, so that a backslash is doubled.
void append_id(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : xml_clean(text)) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n' || c == '\r') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  out += '"';
}

/// Lines as the viewer draws them: each status is told without its colour.
std::string_view looks_of(Status status) {
  switch (status) {
    case Status::planned:
      return ", style=dashed";
    case Status::hypothetical:
      return ", style=dotted";
    case Status::reported:
      return ", dir=both, arrowtail=dot";
    case Status::denied:
      return ", style=dashed, arrowhead=tee, color=red";
    case Status::factual:
      break;
  }
  return {};
}

}  // namespace

void write_dot(std::ostream& out, const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  StreamBuffer buffer(out);
  std::string& text = buffer.text;
  text += "digraph relata {\n  node [shape=box, style=rounded];\n";
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    text += "  ";
    append_id(text, g[v].id);
    text += " [label=";
    append_id(text, g[v].label);
    text += ", class=";
    append_id(text, g[v].cls.str());
    text += "];\n";
    buffer.step();
  }
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    text += "  ";
    append_id(text, g[boost::source(e, g)].id);
    text += " -> ";
    append_id(text, g[boost::target(e, g)].id);
    text += " [id=";
    append_id(text, g[e].id);
    text += ", label=";
    append_id(text, edge_kind(g[e]));
    text += ", weight=";
    text += std::to_string(edge_weight(g[e]));
    text += looks_of(g[e].status);
    if (g[e].confirmed) text += ", penwidth=2";
    text += "];\n";
    buffer.step();
  }
  text += "}\n";
  buffer.flush();
}

}  // namespace relata
