// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

std::string side(const KnowledgeGraph& graph, EdgeIndex edge) {
  std::string text;
  for (const Evidence& e : graph.graph[edge].evidence) {
    text += "  " + std::string(to_string(graph.graph[edge].status));
    if (!e.source_label.empty()) text += " by " + one_line(e.source_label);
    text += ": " + one_line(e.sentence) + "  [" + graph.articles[e.article].uri + "]\n";
  }
  return text;
}

int run(Question& question) {
  Failures failures;
  const KnowledgeGraph graph = question.load(failures);
  for (const Conflict& conflict : conflicts(graph)) {
    if (question.json) {
      Json asserted = Json::array();
      for (const EdgeIndex edge : conflict.asserted)
        asserted.push_back(edge_json(graph, edge, Sentences::all));
      write_json({{"type", "conflict"},
                  {"denied", edge_json(graph, conflict.denied, Sentences::all)},
                  {"asserted", std::move(asserted)}});
      continue;
    }
    const auto& g = graph.graph;
    std::string text = name_of(graph, boost::source(conflict.denied, g)) + " -- " +
                       g[conflict.denied].relation + " --> " +
                       name_of(graph, boost::target(conflict.denied, g)) + '\n';
    for (const EdgeIndex edge : conflict.asserted) text += side(graph, edge);
    write_stdout(text + side(graph, conflict.denied));
  }
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_conflicts(CLI::App& app) {
  auto question = std::make_shared<Question>();
  question->declare_store(app);
  return [question] { return run(*question); };
}

}  // namespace relata::cli
