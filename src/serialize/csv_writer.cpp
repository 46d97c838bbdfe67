// SPDX-License-Identifier: MIT
#include <ostream>

#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "serialize/table_row.hpp"
#include "serialize/xml_text.hpp"
#include "text/number.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

/// Appends a cell. Gephi takes a backslash for an escape, and spreadsheets run what begins like a formula.
void append_cell(std::string& out, std::string_view raw) {
  const std::string value = xml_clean(raw);
  out += '"';
  if (!value.empty() && std::string_view("=+-@").find(value.front()) != std::string_view::npos) out += '\'';
  for (const char c : value) {
    if (c == '"') {
      out += "\"\"";
    } else {
      out += c == '\\' ? '/' : c;
    }
  }
  out += '"';
}

void append_row(StreamBuffer& buffer, std::initializer_list<std::string_view> cells) {
  relata::append_row(buffer, cells, append_cell, "\r\n");  // RFC 4180
}

}  // namespace

void write_nodes_csv(std::ostream& out, const KnowledgeGraph& graph) {
  StreamBuffer buffer(out);
  buffer.text += "Id,Label,Class,Wikidata,Aliases,Mentions\r\n";
  const KnowledgeGraph::Graph& g = graph.graph;
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    const NodeProperties& node = g[v];
    append_row(buffer, {node.id, node.label, node.cls.str(), node.wikidata, join_names(node.aliases),
                        std::to_string(node.mentions)});
  }
  buffer.flush();
}

void write_edges_csv(std::ostream& out, const KnowledgeGraph& graph) {
  StreamBuffer buffer(out);
  buffer.text +=
      "Id,Source,Target,Type,Kind,Label,Weight,Relation,Status,Confidence,Verdict,First,Last,Articles,"
      "Source Name,Sentence\r\n";
  const KnowledgeGraph::Graph& g = graph.graph;
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    const EdgeProperties& edge = g[e];
    const EdgeSummary summary = summarize(graph, edge);
    const std::string kind = edge_kind(edge);
    append_row(buffer, {edge.id, g[boost::source(e, g)].id, g[boost::target(e, g)].id, "Directed", kind, kind,
                        std::to_string(edge_weight(edge)), edge.relation, to_string(edge.status),
                        number_text(edge.confidence), edge_verdict(edge), summary.first, summary.last,
                        summary.articles, summary.source, summary.sentence});
  }
  buffer.flush();
}

}  // namespace relata
