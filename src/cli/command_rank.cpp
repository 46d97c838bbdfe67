// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  std::string by = "pagerank";
  std::size_t limit = 20;
};

std::vector<double> scores(const KnowledgeGraph& graph, const Options& options) {
  if (options.by == "degree") return degrees(graph, options.question.filter);
  if (options.by == "betweenness") return betweenness(graph, options.question.filter);
  return page_rank(graph, options.question.filter);
}

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const std::vector<double> score = scores(graph, options);
  std::vector<NodeIndex> order(score.size());
  std::iota(order.begin(), order.end(), NodeIndex{0});
  // Differences in the last bits are none: the order shall be that of every machine.
  const auto rounded = [&](NodeIndex v) { return std::round(score[v] * 1e10); };
  std::stable_sort(order.begin(), order.end(),
                   [&](NodeIndex a, NodeIndex b) { return rounded(a) > rounded(b); });
  Table table({"rank", options.by, "name", "class", "id"});
  for (std::size_t i = 0; i < order.size() && (options.limit == 0 || i < options.limit); ++i) {
    if (options.question.json) {
      Json record = {{"type", "rank"}, {"rank", i + 1}, {"by", options.by}, {"score", score[order[i]]}};
      record["node"] = node_json(graph, order[i]);
      write_json(record);
      continue;
    }
    const NodeProperties& node = graph.graph[order[i]];
    const double value = score[order[i]];
    table.add({std::to_string(i + 1),
               options.by == "pagerank" ? fmt::format("{:.6f}", value) : fmt::format("{:.6g}", value),
               name_of(graph, order[i]), std::string(node.cls.str()), node.id});
  }
  if (!options.question.json) write_stdout(table.text());
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_rank(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("--by", options->by, "Measure")
      ->check(CLI::IsMember({"pagerank", "degree", "betweenness"}))
      ->capture_default_str();
  app.add_option("--limit", options->limit, "At most so many nodes; 0: all")
      ->type_name("N")
      ->capture_default_str();
  options->question.declare_filter(app);
  app.footer("Measures are those of the graph as exported: every edge counts once, literals are nodes.");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
