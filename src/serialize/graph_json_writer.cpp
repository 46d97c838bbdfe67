// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>

#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "text/json_text.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

void node_attributes(JsonMembers& members, const NodeProperties& node) {
  members.text_if_any("label", node.label);
  members.text_if_any("class", node.cls.str());
  members.text_if_any("wikidata", node.wikidata);
  members.texts("aliases", node.aliases);
  members.count("mentions", node.mentions);
}

/// `said_by`: the name under which a form tells who says so.
void edge_attributes(JsonMembers& members, const KnowledgeGraph& graph, const EdgeProperties& edge,
                     std::string_view said_by) {
  const EdgeSummary summary = summarize(graph, edge);
  const std::string kind = edge_kind(edge);
  members.text_if_any("kind", kind);
  members.text_if_any("label", kind);
  members.text_if_any("relation", edge.relation);
  members.boolean("open", edge.open);
  members.text_if_any("status", to_string(edge.status));
  members.count("weight", edge_weight(edge));
  members.number("confidence", edge.confidence);
  members.text_if_any("verdict", edge_verdict(edge));
  members.text_if_any("first", summary.first);
  members.text_if_any("last", summary.last);
  members.text_if_any("articles", summary.articles);
  members.text_if_any(said_by, summary.source);
  members.text_if_any("sentence", summary.sentence);
}

/// A list of elements, each on a line of its own, by `write(element)`.
template <typename Range, typename Write>
void append_elements(StreamBuffer& buffer, const Range& elements, const Write& write) {
  bool first = true;
  for (const auto element : elements) {
    buffer.step();
    buffer.text += first ? "\n" : ",\n";
    first = false;
    write(element);
  }
}

}  // namespace

void write_graphology(std::ostream& out, const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  StreamBuffer buffer(out);
  std::string& text = buffer.text;
  text +=
      "{\"options\":{\"type\":\"directed\",\"multi\":true,\"allowSelfLoops\":true},\"attributes\":{},"
      "\n\"nodes\":[";
  append_elements(buffer, boost::make_iterator_range(boost::vertices(g)), [&](auto v) {
    JsonMembers node(text);
    node.text("key", g[v].id);
    node.name("attributes");
    JsonMembers attributes(text);
    node_attributes(attributes, g[v]);
  });
  text += "],\n\"edges\":[";
  append_elements(buffer, boost::make_iterator_range(boost::edges(g)), [&](const auto& e) {
    JsonMembers edge(text);
    edge.text("key", g[e].id);
    edge.text("source", g[boost::source(e, g)].id);
    edge.text("target", g[boost::target(e, g)].id);
    edge.name("attributes");
    JsonMembers attributes(text);
    edge_attributes(attributes, graph, g[e], "source");
  });
  text += "]}\n";
  buffer.flush();
}

void write_cytoscape(std::ostream& out, const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  StreamBuffer buffer(out);
  std::string& text = buffer.text;
  text += "{\"elements\":{\"nodes\":[";
  append_elements(buffer, boost::make_iterator_range(boost::vertices(g)), [&](auto v) {
    JsonMembers node(text);
    node.name("data");
    JsonMembers data(text);
    data.text("id", g[v].id);
    node_attributes(data, g[v]);
  });
  text += "],\n\"edges\":[";
  append_elements(buffer, boost::make_iterator_range(boost::edges(g)), [&](const auto& e) {
    JsonMembers edge(text);
    edge.name("data");
    JsonMembers data(text);
    data.text("id", g[e].id);
    // In Cytoscape `source` and `target` are the ends: who says so goes by another name.
    data.text("source", g[boost::source(e, g)].id);
    data.text("target", g[boost::target(e, g)].id);
    edge_attributes(data, graph, g[e], "said_by");
  });
  text += "]}}\n";
  buffer.flush();
}

}  // namespace relata
