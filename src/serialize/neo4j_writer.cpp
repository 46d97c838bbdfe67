// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <ranges>
#include <span>

#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "serialize/table_row.hpp"
#include "serialize/xml_text.hpp"
#include "text/number.hpp"
#include "text/stable_id.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

/// A cell of a table for neo4j-admin: quotes doubled, no line breaks, which it takes only when told to.
void append_cell(std::string& out, std::string_view raw) {
  out += '"';
  for (const char c : xml_clean(raw)) {
    if (c == '"') out += '"';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  out += '"';
}

/// An identifier that fits the indexes of Neo4j, which hold no more than 8 kB: a longer one's digest.
std::string key_of(const std::string& id) {
  constexpr std::size_t longest = 2500;  // a byte that XML cannot hold becomes three
  return id.size() <= longest ? id : stable_id({id});
}

/// A `string[]`: neo4j-admin splits at `;`.
std::string array_of(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    if (!joined.empty()) joined += ';';
    for (const char c : name) joined += c == ';' ? ',' : c;
  }
  return joined;
}

void append_row(StreamBuffer& buffer, std::initializer_list<std::string_view> cells) {
  relata::append_row(buffer, cells, append_cell, "\n");
}

/// A string of Cypher, in single quotes.
void append_string(std::string& out, std::string_view raw) {
  out += '\'';
  for (const char c : xml_clean(raw)) {
    if (c == '\'' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  out += '\'';
}

/// A name of Cypher, in backticks. A backslash would begin an escape even there.
void append_name(std::string& out, std::string_view raw) {
  out += '`';
  for (const char c : xml_clean(raw)) {
    if (c == '`') out += '`';
    out += c == '\\' ? '/' : c;
  }
  out += '`';
}

/// One value of a row; none where it is empty.
void append_value(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ", ";
  out += name;
  out += ": ";
  append_string(out, value);
}

void append_values(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out += ", ";
  out += name;
  char before = '[';
  out += ": ";
  for (const std::string& value : values) {
    out += before;
    append_string(out, value);
    before = ',';
  }
  out += ']';
}

constexpr std::string_view node_names[] = {"label",    "class",    "wikidata", "aliases",
                                           "mentions", "datatype", "value"};
constexpr std::string_view edge_names[] = {"relation", "open", "status",   "weight",  "confidence", "verdict",
                                           "first",    "last", "articles", "said_by", "sentence"};

/// Sets properties to those of the row: what it lacks is null, which takes away what an earlier script set.
void append_setting(std::string& out, std::string_view element, std::span<const std::string_view> names) {
  const char* before = "";
  for (const std::string_view name : names) {
    out += before;
    out += element;
    out += '.';
    out += name;
    out += " = row.";
    out += name;
    before = ", ";
  }
}

/// Writes rows as statements of many each, which a database takes far faster than one for each. What is a
/// name in Cypher, a label or a type, cannot be a value of a row: all rows of a statement have the same, and
/// the statement ends as `finish(name)` says.
template <typename Finish>
class Statements {
 public:
  Statements(StreamBuffer& buffer, Finish finish) : buffer_(buffer), finish_(finish) {}

  /// Begins a row.
  std::string& row(std::string_view name) {
    constexpr std::size_t most = 200;
    if (rows_ == most || name != name_) end();
    buffer_.text += rows_ == 0 ? "UNWIND [\n  {" : ",\n  {";
    name_ = name;
    ++rows_;
    return buffer_.text;
  }

  void end() {
    if (rows_ == 0) return;
    buffer_.text += "\n] AS row\n";
    finish_(name_);
    buffer_.text += ";\n";
    rows_ = 0;
    buffer_.step();
  }

 private:
  StreamBuffer& buffer_;
  Finish finish_;
  std::string name_;
  std::size_t rows_ = 0;
};

/// Things in the order of their names, those of one name as they were.
template <typename Things, typename NameOf>
auto by_name(const Things& things, NameOf name_of) {
  std::vector<std::ranges::range_value_t<Things>> sorted(things.begin(), things.end());
  std::ranges::stable_sort(sorted, {}, name_of);
  return sorted;
}

}  // namespace

void write_neo4j_nodes(std::ostream& out, const KnowledgeGraph& graph) {
  StreamBuffer buffer(out);
  buffer.text += "id:ID,:LABEL,label,class,wikidata,aliases:string[],mentions:long,datatype,value\n";
  const KnowledgeGraph::Graph& g = graph.graph;
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    const NodeProperties& node = g[v];
    const std::string labels = node.cls.empty() ? "Entity" : "Entity;" + std::string(node.cls.str());
    append_row(buffer, {key_of(node.id), labels, node.label, node.cls.str(), node.wikidata,
                        array_of(node.aliases), std::to_string(node.mentions), node.datatype, node.value});
  }
  buffer.flush();
}

void write_neo4j_edges(std::ostream& out, const KnowledgeGraph& graph) {
  StreamBuffer buffer(out);
  buffer.text +=
      ":START_ID,:END_ID,:TYPE,id,relation,open:boolean,status,weight:long,confidence:double,verdict,first,"
      "last,articles,said_by,sentence\n";
  const KnowledgeGraph::Graph& g = graph.graph;
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    const EdgeProperties& edge = g[e];
    const EdgeSummary summary = summarize(graph, edge);
    append_row(buffer, {key_of(g[boost::source(e, g)].id), key_of(g[boost::target(e, g)].id), edge_kind(edge),
                        edge.id, edge.relation, edge.open ? "true" : "false", to_string(edge.status),
                        std::to_string(edge_weight(edge)), number_text(edge.confidence), edge_verdict(edge),
                        summary.first, summary.last, summary.articles, summary.source, summary.sentence});
  }
  buffer.flush();
}

void write_cypher(std::ostream& out, const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  StreamBuffer buffer(out);
  buffer.text += "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";

  Statements nodes(buffer, [&](std::string_view cls) {
    buffer.text += "MERGE (n:Entity {id: row.id}) SET ";
    if (!cls.empty()) {
      buffer.text += "n:";
      append_name(buffer.text, cls);
      buffer.text += ", ";
    }
    append_setting(buffer.text, "n", node_names);
  });
  const auto class_of = [&](auto v) { return g[v].cls.str(); };
  for (const auto v : by_name(boost::make_iterator_range(boost::vertices(g)), class_of)) {
    const NodeProperties& node = g[v];
    std::string& text = nodes.row(node.cls.str());
    text += "id: ";
    append_string(text, key_of(node.id));
    append_value(text, "label", node.label);
    append_value(text, "class", node.cls.str());
    append_value(text, "wikidata", node.wikidata);
    append_values(text, "aliases", node.aliases);
    text += ", mentions: " + std::to_string(node.mentions);
    append_value(text, "datatype", node.datatype);
    append_value(text, "value", node.value);
    text += '}';
  }
  nodes.end();

  Statements edges(buffer, [&](std::string_view kind) {
    // One MATCH for both ends would be a cartesian product, of which Neo4j warns.
    buffer.text += "MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) MERGE (a)-[r:";
    append_name(buffer.text, kind);
    buffer.text += " {id: row.id}]->(b) SET ";
    append_setting(buffer.text, "r", edge_names);
  });
  const auto kind_of = [&](auto e) { return std::pair(g[e].status, std::string_view(g[e].relation)); };
  for (const auto e : by_name(boost::make_iterator_range(boost::edges(g)), kind_of)) {
    const EdgeProperties& edge = g[e];
    const EdgeSummary summary = summarize(graph, edge);
    std::string& text = edges.row(edge_kind(edge));
    text += "id: ";
    append_string(text, edge.id);
    text += ", source: ";
    append_string(text, key_of(g[boost::source(e, g)].id));
    text += ", target: ";
    append_string(text, key_of(g[boost::target(e, g)].id));
    append_value(text, "relation", edge.relation);
    text += edge.open ? ", open: true" : ", open: false";
    append_value(text, "status", to_string(edge.status));
    text += ", weight: " + std::to_string(edge_weight(edge));
    text += ", confidence: " + number_text(edge.confidence);
    append_value(text, "verdict", edge_verdict(edge));
    append_value(text, "first", summary.first);
    append_value(text, "last", summary.last);
    append_value(text, "articles", summary.articles);
    append_value(text, "said_by", summary.source);
    append_value(text, "sentence", summary.sentence);
    text += '}';
  }
  edges.end();
  buffer.flush();
}

}  // namespace relata
