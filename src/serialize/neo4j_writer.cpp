// SPDX-License-Identifier: MIT
#include <ostream>

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

/// Sets a property; `null`, which takes it away, where there is no value: what an earlier script set does not
/// stay.
void append_property(std::string& out, std::string_view element, std::string_view name,
                     std::string_view value) {
  out += ", ";
  out += element;
  out += '.';
  out += name;
  out += " = ";
  if (value.empty()) {
    out += "null";
  } else {
    append_string(out, value);
  }
}

/// A list of strings, or `null` for none.
void append_list(std::string& out, const std::vector<std::string>& values) {
  if (values.empty()) {
    out += "null";
    return;
  }
  char before = '[';
  for (const std::string& value : values) {
    out += before;
    append_string(out, value);
    before = ',';
  }
  out += ']';
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
  std::string& text = buffer.text;
  text += "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    const NodeProperties& node = g[v];
    text += "MERGE (n:Entity {id: ";
    append_string(text, key_of(node.id));
    text += "}) SET n.mentions = ";
    text += std::to_string(node.mentions);
    if (!node.cls.empty()) {
      text += ", n:";
      append_name(text, node.cls.str());
    }
    append_property(text, "n", "label", node.label);
    append_property(text, "n", "class", node.cls.str());
    append_property(text, "n", "wikidata", node.wikidata);
    append_property(text, "n", "datatype", node.datatype);
    append_property(text, "n", "value", node.value);
    text += ", n.aliases = ";
    append_list(text, node.aliases);
    text += ";\n";
    buffer.step();
  }
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    const EdgeProperties& edge = g[e];
    const EdgeSummary summary = summarize(graph, edge);
    // One MATCH for both ends would be a cartesian product, of which Neo4j warns.
    text += "MATCH (a:Entity {id: ";
    append_string(text, key_of(g[boost::source(e, g)].id));
    text += "}) MATCH (b:Entity {id: ";
    append_string(text, key_of(g[boost::target(e, g)].id));
    text += "}) MERGE (a)-[r:";
    append_name(text, edge_kind(edge));
    text += " {id: ";
    append_string(text, edge.id);
    text += "}]->(b) SET r.weight = ";
    text += std::to_string(edge_weight(edge));
    text += ", r.confidence = ";
    text += number_text(edge.confidence);
    text += edge.open ? ", r.open = true" : ", r.open = false";
    append_property(text, "r", "relation", edge.relation);
    append_property(text, "r", "status", to_string(edge.status));
    append_property(text, "r", "verdict", edge_verdict(edge));
    append_property(text, "r", "first", summary.first);
    append_property(text, "r", "last", summary.last);
    append_property(text, "r", "articles", summary.articles);
    append_property(text, "r", "said_by", summary.source);
    append_property(text, "r", "sentence", summary.sentence);
    text += ";\n";
    buffer.step();
  }
  buffer.flush();
}

}  // namespace relata
