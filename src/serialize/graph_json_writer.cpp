// SPDX-License-Identifier: MIT
#include <charconv>
#include <ostream>

#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "serialize/json_text.hpp"

namespace relata {
namespace {

/// Members of a JSON object, one after the other.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }
  ~Members() { out_ += '}'; }
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  void name(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json(out_, key);
    out_ += ':';
  }
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    name(key);
    append_json(out_, value);
  }
  void number(std::string_view key, auto value) {
    name(key);
    char digits[32];
    out_.append(digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr);
  }

 private:
  std::string& out_;
  bool first_ = true;
};

void node_attributes(std::string& out, Members& members, const NodeProperties& node) {
  members.text("label", node.label);
  members.text("class", node.cls.str());
  members.text("wikidata", node.wikidata);
  members.name("aliases");
  out += '[';
  for (std::size_t i = 0; i < node.aliases.size(); ++i) {
    if (i > 0) out += ',';
    append_json(out, node.aliases[i]);
  }
  out += ']';
  members.number("mentions", node.mentions);
}

/// `said_by`: the name under which a form tells who says so.
void edge_attributes(std::string& out, Members& members, const KnowledgeGraph& graph,
                     const EdgeProperties& edge, std::string_view said_by) {
  const EdgeSummary summary = summarize(graph, edge);
  const std::string kind = edge_kind(edge);
  members.text("kind", kind);
  members.text("label", kind);
  members.text("relation", edge.relation);
  members.name("open");
  out += edge.open ? "true" : "false";
  members.text("status", to_string(edge.status));
  members.number("weight", std::max<std::size_t>(1, edge.evidence.size()));
  members.number("confidence", edge.confidence);
  members.text("first", summary.first);
  members.text("last", summary.last);
  members.text("articles", summary.articles);
  members.text(said_by, summary.source);
  members.text("sentence", summary.sentence);
}

}  // namespace

void write_graphology(std::ostream& out, const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  StreamBuffer buffer(out);
  std::string& text = buffer.text;
  text +=
      "{\"options\":{\"type\":\"directed\",\"multi\":true,\"allowSelfLoops\":true},\"attributes\":{},"
      "\n\"nodes\":[";
  bool first = true;
  const auto next = [&] {
    buffer.step();
    text += first ? "\n" : ",\n";
    first = false;
  };
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    next();
    Members node(text);
    node.text("key", g[v].id);
    node.name("attributes");
    Members attributes(text);
    node_attributes(text, attributes, g[v]);
  }
  text += "],\n\"edges\":[";
  first = true;
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    next();
    Members edge(text);
    edge.text("key", g[e].id);
    edge.text("source", g[boost::source(e, g)].id);
    edge.text("target", g[boost::target(e, g)].id);
    edge.name("attributes");
    Members attributes(text);
    edge_attributes(text, attributes, graph, g[e], "source");
  }
  text += "]}\n";
  buffer.flush();
}

void write_cytoscape(std::ostream& out, const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  StreamBuffer buffer(out);
  std::string& text = buffer.text;
  text += "{\"elements\":{\"nodes\":[";
  bool first = true;
  const auto next = [&] {
    buffer.step();
    text += first ? "\n" : ",\n";
    first = false;
  };
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    next();
    Members node(text);
    node.name("data");
    Members data(text);
    data.text("id", g[v].id);
    node_attributes(text, data, g[v]);
  }
  text += "],\n\"edges\":[";
  first = true;
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    next();
    Members edge(text);
    edge.name("data");
    Members data(text);
    data.text("id", g[e].id);
    // In Cytoscape `source` and `target` are the ends: who says so goes by another name.
    data.text("source", g[boost::source(e, g)].id);
    data.text("target", g[boost::target(e, g)].id);
    edge_attributes(text, data, graph, g[e], "said_by");
  }
  text += "]}}\n";
  buffer.flush();
}

}  // namespace relata
