// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

#include "rdf/literal.hpp"
#include "relata/query.hpp"
#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "serialize/xml_text.hpp"
#include "text/json_text.hpp"
#include "text/number.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

constexpr std::string_view attributes = R"(    <attributes class="node">
      <attribute id="class" title="class" type="string"/>
      <attribute id="wikidata" title="wikidata" type="string"/>
      <attribute id="aliases" title="aliases" type="liststring"/>
      <attribute id="mentions" title="mentions" type="long"/>
    </attributes>
    <attributes class="edge">
      <attribute id="relation" title="relation" type="string"/>
      <attribute id="open" title="open" type="boolean"/>
      <attribute id="status" title="status" type="string"/>
      <attribute id="confidence" title="confidence" type="double"/>
      <attribute id="verdict" title="verdict" type="string"/>
      <attribute id="first" title="first" type="string"/>
      <attribute id="last" title="last" type="string"/>
      <attribute id="articles" title="articles" type="string"/>
      <attribute id="said_by" title="said_by" type="string"/>
      <attribute id="sentence" title="sentence" type="string"/>
    </attributes>
    <nodes>
)";

struct Colour {
  int r, g, b;
};

/// A colour a class; kin classes are kin in hue.
Colour colour_of(Label c) {
  struct Entry {
    Label name;
    Colour colour;
  };
  static const std::array<Entry, 15> table = {{
      {cls::Person, {76, 120, 168}},
      {cls::Group, {158, 202, 233}},
      {cls::Country, {228, 87, 86}},
      {cls::GovernmentBody, {255, 157, 152}},
      {cls::Organization, {245, 133, 24}},
      {cls::MediaOutlet, {255, 191, 121}},
      {cls::Location, {84, 162, 75}},
      {cls::Event, {178, 121, 162}},
      {cls::Treaty, {131, 56, 120}},
      {cls::Issue, {214, 165, 201}},
      {cls::Work, {183, 149, 11}},
      {cls::Product, {242, 207, 91}},
      {cls::Position, {67, 152, 148}},
      {cls::Date, {121, 112, 110}},
      {cls::Amount, {186, 176, 172}},
  }};
  for (const Entry& each : table)
    if (each.name == c) return each.colour;
  return {150, 150, 150};
}

void append_rounded(std::string& out, double value) {
  append_number(out, std::floor(value * 100 + 0.5) / 100);
}

void append_value(std::string& out, std::string_view attribute, std::string_view value) {
  if (value.empty()) return;
  out += "<attvalue for=\"";
  out += attribute;
  out += "\" value=\"";
  append_xml_attribute(out, value);
  out += "\"/>";
}

void append_number_value(std::string& out, std::string_view attribute, auto value) {
  out += "<attvalue for=\"";
  out += attribute;
  out += "\" value=\"";
  append_number(out, value);
  out += "\"/>";
}

/// Every reader of `liststring` takes `["a", "b"]`.
std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    list += list.empty() ? "[" : ", ";
    append_json(list, xml_clean(name));
  }
  if (!list.empty()) list += ']';
  return list;
}

/// A day for a date, month or year; empty for what no calendar has.
std::string day_of(std::string_view date) {
  const std::string_view type = rdf::date_datatype(date);
  if (type == "xsd:date") return std::string(date.substr(0, 10));
  if (type == "xsd:gYearMonth") return std::string(date) + "-01";
  if (type == "xsd:gYear") return std::string(date) + "-01-01";
  if (type == "xsd:dateTime") return std::string(date.substr(0, 10));
  return {};
}

/// The days that an edge's sentences speak of, else on which they were published; sorted.
std::vector<std::string> days_of(const KnowledgeGraph& graph, const EdgeProperties& edge) {
  std::vector<std::string> days;
  for (const Evidence& each : edge.evidence) {
    std::string day = each.time ? day_of(each.time->start) : std::string();
    if (day.empty()) day = day_of(graph.articles[each.article].published);
    if (day.size() == 10) days.push_back(std::move(day));
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

bool has_days(const KnowledgeGraph& graph) {
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph)))
    if (!days_of(graph, graph.graph[e]).empty()) return true;
  return false;
}

class GexfWriter {
 public:
  GexfWriter(std::ostream& out, const KnowledgeGraph& graph, std::span<const Position> places)
      : places_(places), graph_(graph), g_(graph.graph), buffer_(out), text_(buffer_.text) {}

  void run() {
    text_ += R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <graph defaultedgetype="directed")";
    if (has_days(graph_)) text_ += R"( mode="dynamic" timeformat="date" timerepresentation="timestamp")";
    text_ += ">\n";
    text_ += attributes;
    const std::vector<Position> own = places_.empty() ? layout(graph_) : std::vector<Position>();
    const std::span<const Position> points = places_.empty() ? own : places_;
    const std::vector<double> ranks = page_rank(graph_);
    const double highest = ranks.empty() ? 1 : *std::max_element(ranks.begin(), ranks.end());
    for (const auto v : boost::make_iterator_range(boost::vertices(g_)))
      node(v, points[v], 4 + 16 * std::sqrt(ranks[v] / highest));
    text_ += "    </nodes>\n    <edges>\n";
    for (const auto e : boost::make_iterator_range(boost::edges(g_))) edge(e);
    text_ += "    </edges>\n  </graph>\n</gexf>\n";
    buffer_.flush();
  }

 private:
  void node(KnowledgeGraph::Graph::vertex_descriptor v, const Position& at, double size) {
    const NodeProperties& node = g_[v];
    text_ += "      <node id=\"";
    append_xml_attribute(text_, node.id);
    text_ += "\" label=\"";
    append_xml_attribute(text_, node.label);
    text_ += "\"><attvalues>";
    append_value(text_, "class", node.cls.str());
    append_value(text_, "wikidata", node.wikidata);
    append_value(text_, "aliases", list_of(node.aliases));
    append_number_value(text_, "mentions", node.mentions);
    text_ += "</attvalues><viz:color r=\"";
    const Colour colour = colour_of(node.cls);
    append_number(text_, colour.r);
    text_ += "\" g=\"";
    append_number(text_, colour.g);
    text_ += "\" b=\"";
    append_number(text_, colour.b);
    text_ += "\"/><viz:position x=\"";
    // Gephi's sizes are in the units of its places: a node must not cover its neighbours.
    append_rounded(text_, 60 * at.x);
    text_ += "\" y=\"";
    append_rounded(text_, 60 * at.y);
    text_ += "\" z=\"0\"/><viz:size value=\"";
    append_rounded(text_, size);
    text_ += "\"/></node>\n";
    buffer_.step();
  }

  void edge(const KnowledgeGraph::Graph::edge_descriptor& e) {
    const EdgeProperties& edge = g_[e];
    const EdgeSummary summary = summarize(graph_, edge);
    const std::string kind = edge_kind(edge);
    text_ += "      <edge id=\"";
    append_xml_attribute(text_, edge.id);
    text_ += "\" source=\"";
    append_xml_attribute(text_, g_[boost::source(e, g_)].id);
    text_ += "\" target=\"";
    append_xml_attribute(text_, g_[boost::target(e, g_)].id);
    text_ += "\" kind=\"";
    append_xml_attribute(text_, kind);
    text_ += "\" label=\"";  // networkx drops the kind
    append_xml_attribute(text_, kind);
    text_ += "\" weight=\"";
    append_number(text_, edge_weight(edge));
    timestamps(edge);
    text_ += "\"><attvalues>";
    append_value(text_, "relation", edge.relation);
    append_value(text_, "open", edge.open ? "true" : "false");
    append_value(text_, "status", to_string(edge.status));
    append_number_value(text_, "confidence", edge.confidence);
    append_value(text_, "verdict", edge_verdict(edge));
    append_value(text_, "first", summary.first);
    append_value(text_, "last", summary.last);
    append_value(text_, "articles", summary.articles);
    append_value(text_, "said_by", summary.source);
    append_value(text_, "sentence", summary.sentence);
    text_ += "</attvalues></edge>\n";
    buffer_.step();
  }

  void timestamps(const EdgeProperties& edge) {
    const std::vector<std::string> days = days_of(graph_, edge);
    if (days.empty()) return;
    text_ += days.size() == 1 ? "\" timestamp=\"" : "\" timestamps=\"[";
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (i > 0) text_ += ", ";
      text_ += days[i];
    }
    if (days.size() > 1) text_ += ']';
  }

  std::span<const Position> places_;
  const KnowledgeGraph& graph_;
  const KnowledgeGraph::Graph& g_;
  StreamBuffer buffer_;
  std::string& text_;
};

}  // namespace

void write_gexf(std::ostream& out, const KnowledgeGraph& graph, std::span<const Position> places) {
  GexfWriter(out, graph, places).run();
}

}  // namespace relata
