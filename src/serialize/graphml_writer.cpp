// SPDX-License-Identifier: MIT
#include <ostream>

#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "serialize/xml_text.hpp"
#include "text/number.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

// One key per domain: a key `for="all"` breaks graphology and igraph. Every type is one that all readers
// know.
constexpr std::string_view header =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="n_label" for="node" attr.name="label" attr.type="string"/>
  <key id="n_class" for="node" attr.name="class" attr.type="string"/>
  <key id="n_wikidata" for="node" attr.name="wikidata" attr.type="string"/>
  <key id="n_aliases" for="node" attr.name="aliases" attr.type="string"/>
  <key id="n_mentions" for="node" attr.name="mentions" attr.type="long"/>
  <key id="e_label" for="edge" attr.name="label" attr.type="string"/>
  <key id="e_relation" for="edge" attr.name="relation" attr.type="string"/>
  <key id="e_open" for="edge" attr.name="open" attr.type="boolean"/>
  <key id="e_status" for="edge" attr.name="status" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="long"/>
  <key id="e_confidence" for="edge" attr.name="confidence" attr.type="double"/>
  <key id="e_verdict" for="edge" attr.name="verdict" attr.type="string"/>
  <key id="e_first" for="edge" attr.name="first" attr.type="string"/>
  <key id="e_last" for="edge" attr.name="last" attr.type="string"/>
  <key id="e_articles" for="edge" attr.name="articles" attr.type="string"/>
  <key id="e_source" for="edge" attr.name="source" attr.type="string"/>
  <key id="e_sentence" for="edge" attr.name="sentence" attr.type="string"/>
  <graph id="relata" edgedefault="directed">
)";

void append_data(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;  // an empty element aborts readers of numbers, and says nothing elsewhere
  out += "      <data key=\"";
  out += key;
  out += "\">";
  append_xml_text(out, value);
  out += "</data>\n";
}

void append_number_data(std::string& out, std::string_view key, auto value) {
  out += "      <data key=\"";
  out += key;
  out += "\">";
  append_number(out, value);
  out += "</data>\n";
}

}  // namespace

void write_graphml(std::ostream& out, const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  StreamBuffer buffer(out);
  std::string& text = buffer.text;
  text += header;
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    const NodeProperties& node = g[v];
    text += "    <node id=\"";
    append_xml_attribute(text, node.id);
    text += "\">\n";
    append_data(text, "n_label", node.label);
    append_data(text, "n_class", node.cls.str());
    append_data(text, "n_wikidata", node.wikidata);
    append_data(text, "n_aliases", join_names(node.aliases));
    append_number_data(text, "n_mentions", node.mentions);
    text += "    </node>\n";
    buffer.step();
  }
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    const EdgeProperties& edge = g[e];
    const EdgeSummary summary = summarize(graph, edge);
    const std::string kind = edge_kind(edge);
    text += "    <edge id=\"";
    append_xml_attribute(text, edge.id);
    text += "\" source=\"";
    append_xml_attribute(text, g[boost::source(e, g)].id);
    text += "\" target=\"";
    append_xml_attribute(text, g[boost::target(e, g)].id);
    text += "\" label=\"";  // not of the GraphML schema: Gephi's edge kind, without which it merges parallel
                            // edges
    append_xml_attribute(text, kind);
    text += "\">\n";
    append_data(text, "e_label", kind);
    append_data(text, "e_relation", edge.relation);
    append_data(text, "e_open", edge.open ? "true" : "false");
    append_data(text, "e_status", to_string(edge.status));
    append_number_data(text, "e_weight", edge_weight(edge));
    append_number_data(text, "e_confidence", edge.confidence);
    append_data(text, "e_verdict", edge_verdict(edge));
    append_data(text, "e_first", summary.first);
    append_data(text, "e_last", summary.last);
    append_data(text, "e_articles", summary.articles);
    append_data(text, "e_source", summary.source);
    append_data(text, "e_sentence", summary.sentence);
    text += "    </edge>\n";
    buffer.step();
  }
  text += "  </graph>\n</graphml>\n";
  buffer.flush();
}

}  // namespace relata
