// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <ostream>

#include "relata/error.hpp"
#include "relata/viewer.hpp"
#include "text/json_text.hpp"
#include "text/stream_buffer.hpp"
#include "text/utf8.hpp"
#include "viewer/mention_spans.hpp"
#include "viewer/page_pieces.hpp"
#include "viewer/ranked_part.hpp"

namespace relata {
namespace {

using detail::RankedPart;

/// Names in the order in which they are first asked for.
class Numbering {
 public:
  std::size_t number(const std::string& name) {
    const auto [at, added] = numbers_.try_emplace(name, names.size());
    if (added) names.push_back(name);
    return at->second;
  }
  std::vector<std::string> names;

 private:
  std::map<std::string, std::size_t> numbers_;
};

/// What a relation is called for people: `withdrew from`; of open ones `wave at`.
std::string label_of(const std::string& relation, const Schema& schema) {
  if (const Relation* known = schema.find_relation(relation); known != nullptr && !known->label.empty())
    return known->label;
  std::string label = relation.starts_with("open:") ? relation.substr(5) : relation;
  std::replace(label.begin(), label.end(), '_', ' ');
  return label;
}

/// Writes the data of a page; src/viewer/web/data.js reads them.
class DataWriter {
 public:
  DataWriter(std::ostream& out, const KnowledgeGraph& graph, const std::vector<ArticleEvidence>& evidence,
             const Schema& schema)
      : buffer_(out), text_(buffer_.text), graph_(graph), schema_(schema), mentions_(evidence) {}

  void write(const RankedPart& part, const std::vector<Position>& places, const std::string& title) {
    text_ += "{\"title\":";
    append_json_in_html(text_, title);
    text_ += ",\"totals\":{\"nodes\":" + std::to_string(boost::num_vertices(graph_.graph)) +
             ",\"edges\":" + std::to_string(boost::num_edges(graph_.graph)) +
             ",\"articles\":" + std::to_string(graph_.articles.size()) + "},\n\"nodes\":[";
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
      separate(i);
      append_node(graph_.graph[part.nodes[i]], part.ranks[i], places[i]);
      buffer_.step();
    }
    text_ += "],\n\"edges\":[";
    for (std::size_t i = 0; i < part.edges.size(); ++i) {
      separate(i);
      append_edge(part, part.edges[i]);
      buffer_.step();
    }
    text_ += "],\n\"classes\":[";
    for (std::size_t i = 0; i < classes_.names.size(); ++i) {
      separate(i);
      append_json_in_html(text_, classes_.names[i]);
    }
    text_ += "],\n\"relations\":[";
    for (std::size_t i = 0; i < relations_.names.size(); ++i) {
      separate(i);
      append_list({relations_.names[i], label_of(relations_.names[i], schema_)});
    }
    text_ += "],\n\"articles\":[";
    for (std::size_t i = 0; i < graph_.articles.size(); ++i) {
      separate(i);
      const SourceArticle& article = graph_.articles[i];
      append_list({address_of(article), article.title, article.published});
      buffer_.step();
    }
    text_ += "]}";
    buffer_.flush();
  }

 private:
  void separate(std::size_t i) {
    if (i > 0) text_ += ",\n";
  }

  void append_list(const std::vector<std::string>& strings) {
    text_ += '[';
    for (std::size_t i = 0; i < strings.size(); ++i) {
      if (i > 0) text_ += ',';
      append_json_in_html(text_, strings[i]);
    }
    text_ += ']';
  }

  /// [id, label, class, x, y, rank, mentions, wikidata, aliases, literal]
  void append_node(const NodeProperties& node, double rank, const Position& place) {
    text_ += '[';
    append_json_in_html(text_, node.id);
    text_ += ',';
    append_json_in_html(text_, node.label);
    text_ += ',' + std::to_string(classes_.number(std::string(node.cls.str()))) + ',';
    append_json_number(text_, place.x);
    text_ += ',';
    append_json_number(text_, place.y);
    text_ += ',';
    append_json_number(text_, rank);
    text_ += ',' + std::to_string(node.mentions) + ',';
    append_json_in_html(text_, node.wikidata);
    text_ += ',';
    append_list(node.aliases);
    text_ += node.is_literal() ? ",1]" : ",0]";
  }

  /// [id, source, target, relation, status, confidence, sentences, confirmed by a user]
  void append_edge(const RankedPart& part, EdgeIndex e) {
    const KnowledgeGraph::Graph& g = graph_.graph;
    const NodeIndex source = boost::source(e, g), target = boost::target(e, g);
    text_ += '[';
    append_json_in_html(text_, g[e].id);
    text_ += ',' + std::to_string(part.number[source]) + ',' + std::to_string(part.number[target]) + ',' +
             std::to_string(relations_.number(g[e].relation)) + ',' +
             std::to_string(static_cast<unsigned>(g[e].status)) + ',';
    append_json_number(text_, g[e].confidence);
    text_ += ",[";
    bool first = true;
    for (const Evidence& evidence : g[e].evidence) {
      if (!first) text_ += ',';
      first = false;
      append_sentence(evidence, g[source], g[target]);
    }
    text_ += g[e].confirmed ? "],1]" : "],0]";
  }

  /// [article, text, confidence, who says so, start, end, time is stated, its words, spans of subject, of
  /// object]
  void append_sentence(const Evidence& evidence, const NodeProperties& subject,
                       const NodeProperties& object) {
    text_ += '[' + std::to_string(evidence.article) + ',';
    append_json_in_html(text_, evidence.sentence);
    text_ += ',';
    append_json_number(text_, evidence.confidence);
    text_ += ',';
    append_json_in_html(text_, evidence.source_label);
    const TimeSpan time = time_of(graph_, evidence);
    text_ += ',';
    append_json_in_html(text_, time.start);
    text_ += ',';
    append_json_in_html(text_, time.end);
    text_ += time.stated ? ",1," : ",0,";
    append_json_in_html(text_, evidence.time ? evidence.time->text : "");
    for (const NodeProperties* node : {&subject, &object}) append_spans(evidence, *node);
    text_ += ']';
  }

  void append_spans(const Evidence& evidence, const NodeProperties& node) {
    text_ += ",[";
    // Offsets tell places in the sentence where it is kept as it stands in the text.
    if (utf8::length(evidence.sentence) == evidence.span.end - evidence.span.begin) {
      bool first = true;
      for (const CharSpan& span :
           mentions_.inside(graph_.articles[evidence.article].id, node.id, evidence.span)) {
        if (!first) text_ += ',';
        first = false;
        text_ += std::to_string(span.begin) + ',' + std::to_string(span.end);
      }
    }
    text_ += ']';
  }

  StreamBuffer buffer_;
  std::string& text_;
  const KnowledgeGraph& graph_;
  const Schema& schema_;
  detail::MentionSpans mentions_;
  Numbering classes_, relations_;
};

/// The places of a whole graph are those of its other forms, so that people find again what they saw there.
std::vector<Position> places_of(const KnowledgeGraph& graph, const RankedPart& part,
                                std::span<const Position> known) {
  if (part.nodes.size() == boost::num_vertices(graph.graph)) {
    const std::vector<Position> own = known.empty() ? layout(graph) : std::vector<Position>();
    const std::span<const Position> all = known.empty() ? own : known;
    std::vector<Position> places;
    places.reserve(all.size());
    for (const NodeIndex v : part.nodes) places.push_back(all[v]);
    return places;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(part.edges.size());
  for (const EdgeIndex e : part.edges)
    ends.emplace_back(part.number[boost::source(e, graph.graph)], part.number[boost::target(e, graph.graph)]);
  return layout(part.nodes.size(), ends);
}

}  // namespace

bool has_viewer() {
  return !detail::page_head.empty();
}

ViewerPart write_viewer(std::ostream& out, const KnowledgeGraph& graph,
                        const std::vector<ArticleEvidence>& evidence, const Schema& schema,
                        const ViewerOptions& options) {
  if (!has_viewer()) throw Error(viewer_missing);
  const RankedPart part = detail::ranked_part(graph, options.max_edges);
  out << detail::page_head;
  DataWriter(out, graph, evidence, schema).write(part, places_of(graph, part, options.places), options.title);
  out << detail::page_tail;
  if (!out) throw Error("writing the page failed: the output stream does not take more");
  return {part.nodes.size(), part.edges.size(), part.nodes.size() == boost::num_vertices(graph.graph)};
}

}  // namespace relata
