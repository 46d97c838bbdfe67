// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  std::string name;
  std::size_t limit = 50;
};

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const NodeIndex node = named(graph, options.name);
  const std::vector<EdgeIndex> edges = edges_at(graph, node, options.question.filter);
  Table table({"", "relation", "neighbor", "sentences", "confidence", "sentence"});
  for (std::size_t i = 0; i < edges.size() && i < options.limit; ++i) {
    if (options.question.json) {
      Json record = {{"type", "edge"}};
      record.update(edge_json(graph, edges[i], Sentences::surest));
      write_json(record);
      continue;
    }
    const NodeIndex subject = boost::source(edges[i], graph.graph),
                    object = boost::target(edges[i], graph.graph);
    const EdgeProperties& edge = graph.graph[edges[i]];
    table.add({subject == node ? "→" : "←", edge_kind(edge),
               name_of(graph, subject == node ? object : subject), std::to_string(edge.evidence.size()),
               fmt::format("{:.2f}", edge.confidence), one_line(surest(edge).sentence)});
  }
  if (!options.question.json) {
    write_stdout(table.text());
    if (edges.size() > options.limit)
      write_stdout(fmt::format("and {} more: --limit shows them\n", edges.size() - options.limit));
  }
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_neighbors(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("name", options->name, "Name or id")->required()->type_name("X");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N")->capture_default_str();
  options->question.declare_filter(app);
  return [options] { return run(*options); };
}

}  // namespace relata::cli
