// SPDX-License-Identifier: MIT
#include "cli/question.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "cli/stores.hpp"
#include "text/display_width.hpp"
#include "text/utf8.hpp"

namespace relata::cli {

void Question::declare_store(CLI::App& app) {
  app.add_option("store", store, store_help)->required()->type_name("STORE");
  app.add_flag("--json", json, "JSON Lines instead of text for people");
}

void Question::declare_filter(CLI::App& app) {
  app.add_option("--relation", filter.relations, "These relations only")->type_name("LIST")->delimiter(',');
  app.add_option("--status", statuses, "These only")
      ->type_name("LIST")
      ->delimiter(',')
      ->check(CLI::IsMember({"factual", "planned", "hypothetical", "reported", "denied"}));
  app.add_option("--since", filter.since, "Not before this day, month or year (2019-05)")->type_name("DATE");
  app.add_option("--until", filter.until, "Not after it")->type_name("DATE");
  app.add_option("--min-confidence", filter.min_confidence, "Not below this")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0));
}

KnowledgeGraph Question::load(Failures& failures) {
  for (const std::string& status : statuses) filter.statuses.push_back(*parse_status(status));
  return load_graph(store, failures.sink());
}

NodeIndex named(const KnowledgeGraph& graph, const std::string& name) {
  const NamedNode found = find_node(graph, name);
  if (found.node) return *found.node;
  if (found.candidates.empty()) throw Error("nothing is called '" + name + "' here, nor nearly so");
  const bool exact = found.candidates.front().match <= NameMatch::alias;
  std::string message = exact ? "'" + name + "' may mean several; say the id:"
                              : "nothing is called '" + name + "'; perhaps one of these is meant:";
  Table table({"id", "name", "class", "mentions"});
  for (const FoundNode& candidate : found.candidates) {
    const NodeProperties& node = graph.graph[candidate.node];
    table.add({node.id, name_of(graph, candidate.node), std::string(node.cls.str()),
               std::to_string(node.mentions)});
  }
  std::string lines = table.text();
  lines.pop_back();
  throw Error(message + '\n' + lines);
}

std::string name_of(const KnowledgeGraph& graph, NodeIndex node) {
  return one_line(graph.graph[node].label);
}

std::string words_of(const KnowledgeGraph& graph, EdgeIndex edge) {
  return fmt::format("{} -- {} --> {}", name_of(graph, boost::source(edge, graph.graph)),
                     edge_kind(graph.graph[edge]), name_of(graph, boost::target(edge, graph.graph)));
}

const Evidence& surest(const EdgeProperties& edge) {
  return *std::max_element(edge.evidence.begin(), edge.evidence.end(),
                           [](const Evidence& a, const Evidence& b) { return a.confidence < b.confidence; });
}

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    utf8::append(line, control ? U' ' : c);
  }
  return line;
}

Json node_json(const KnowledgeGraph& graph, NodeIndex index) {
  const NodeProperties& node = graph.graph[index];
  if (node.is_literal())
    return {{"value", node.value}, {"datatype", node.datatype}, {"class", node.cls.str()}};
  return {{"id", node.id},
          {"label", node.label},
          {"class", node.cls.str()},
          {"wikidata", node.wikidata.empty() ? Json(nullptr) : Json(node.wikidata)}};
}

Json evidence_json(const KnowledgeGraph& graph, const Evidence& evidence) {
  const auto optional = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  const SourceArticle& article = graph.articles[evidence.article];
  Json source = nullptr, time = nullptr;
  if (!evidence.source_id.empty()) {
    source = {{"id", evidence.source_id}, {"label", evidence.source_label}};
  } else if (!evidence.source_label.empty()) {
    source = {{"label", evidence.source_label}};
  }
  if (evidence.time)
    time = {{"start", optional(evidence.time->start)},
            {"end", optional(evidence.time->end)},
            {"text", evidence.time->text}};
  return {{"article",
           {{"id", article.id},
            {"uri", article.uri},
            {"title", optional(article.title)},
            {"published", optional(article.published)}}},
          {"sentence", evidence.sentence},
          {"begin", evidence.span.begin},
          {"end", evidence.span.end},
          {"source", source},
          {"time", time},
          {"confidence", evidence.confidence},
          {"frame", evidence.frame}};
}

Json edge_json(const KnowledgeGraph& graph, EdgeIndex index, Sentences sentences) {
  const EdgeProperties& edge = graph.graph[index];
  Json evidence = Json::array();
  if (sentences == Sentences::surest) {
    evidence.push_back(evidence_json(graph, surest(edge)));
  } else {
    for (const Evidence& each : edge.evidence) evidence.push_back(evidence_json(graph, each));
  }
  return {{"id", edge.id},
          {"subject", node_json(graph, boost::source(index, graph.graph))},
          {"relation", edge.relation},
          {"object", node_json(graph, boost::target(index, graph.graph))},
          {"status", to_string(edge.status)},
          {"confidence", edge.confidence},
          {"weight", edge.evidence.size()},
          {"evidence", std::move(evidence)}};
}

std::string Table::text() const {
  std::vector<std::size_t> widths(rows_.front().size(), 1);
  for (const std::vector<std::string>& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  std::string text;
  for (const std::vector<std::string>& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string& cell = row[i].empty() ? "-" : row[i];
      line += cell;
      if (i + 1 < row.size()) line.append(widths[i] - display_width(cell) + 2, ' ');
    }
    text += line + '\n';
  }
  return text;
}

void write_json(const Json& record) {
  write_stdout(record.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
}

}  // namespace relata::cli
