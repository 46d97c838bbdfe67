// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <set>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  std::string subject, relation, object;
};

std::string edge_text(const KnowledgeGraph& graph, EdgeIndex index) {
  const EdgeProperties& edge = graph.graph[index];
  std::string text = fmt::format("{}  (confidence {:.2f}, {} sentence{})\n", words_of(graph, index),
                                 edge.confidence, edge.evidence.size(), edge.evidence.size() == 1 ? "" : "s");
  for (const Evidence& e : edge.evidence) {
    text += fmt::format("  {}\n      {}, characters {} to {}", one_line(e.sentence),
                        graph.articles[e.article].uri, e.span.begin, e.span.end);
    if (const std::string& date = graph.articles[e.article].published; !date.empty()) text += ", " + date;
    if (!e.source_label.empty()) text += "; says " + one_line(e.source_label);
    if (e.time) text += "; time: " + one_line(e.time->text);
    text += fmt::format("; confidence {:.2f}\n", e.confidence);
  }
  return text;
}

/// What is said of the two instead, for who asks after something that nobody says.
std::string alternatives(const KnowledgeGraph& graph, NodeIndex subject, NodeIndex object) {
  std::set<std::string> relations;
  for (const EdgeIndex edge : edges_between(graph, subject, object))
    relations.insert(graph.graph[edge].relation);
  std::string text;
  for (const std::string& relation : relations) text += (text.empty() ? "; it has: " : ", ") + relation;
  return text;
}

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const NodeIndex subject = named(graph, options.subject), object = named(graph, options.object);
  EdgeFilter filter;
  filter.relations = {options.relation};
  const std::vector<EdgeIndex> edges = edges_between(graph, subject, object, filter);
  for (const EdgeIndex edge : edges) {
    if (options.question.json) {
      Json record = {{"type", "edge"}};
      record.update(edge_json(graph, edge, Sentences::all));
      write_json(record);
    } else {
      write_stdout(edge_text(graph, edge));
    }
  }
  if (edges.empty() && !options.question.json)
    write_stdout(fmt::format("no sentence says: {} {} {}{}\n", name_of(graph, subject), options.relation,
                             name_of(graph, object), alternatives(graph, subject, object)));
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_why(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("subject", options->subject, "Name or id")->required()->type_name("S");
  app.add_option("relation", options->relation, "Relation, as in the graph")->required()->type_name("R");
  app.add_option("object", options->object, "Name, id or value")->required()->type_name("O");
  app.footer("Example:\n  relata why out \"United States\" withdrew_from \"INF Treaty\"");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
