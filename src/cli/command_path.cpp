// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  std::string from, to;
  PathOptions path;
};

Json path_json(const KnowledgeGraph& graph, const Path& path) {
  Json nodes = Json::array(), steps = Json::array();
  for (const NodeIndex node : path.nodes) nodes.push_back(node_json(graph, node));
  for (const std::vector<EdgeIndex>& step : path.steps) {
    Json edges = Json::array();
    for (const EdgeIndex edge : step) edges.push_back(edge_json(graph, edge, Sentences::surest));
    steps.push_back(std::move(edges));
  }
  return {{"type", "path"},
          {"length", path.steps.size()},
          {"nodes", std::move(nodes)},
          {"steps", std::move(steps)}};
}

std::string path_text(const KnowledgeGraph& graph, const Path& path) {
  std::string text = name_of(graph, path.nodes.front());
  for (std::size_t i = 1; i < path.nodes.size(); ++i) text += " · " + name_of(graph, path.nodes[i]);
  text += '\n';
  for (const std::vector<EdgeIndex>& step : path.steps) {
    const EdgeIndex edge = step.front();
    const std::string more =
        step.size() > 1 ? fmt::format("  (and {} more)", step.size() - 1) : std::string();
    const Evidence& evidence = surest(graph.graph[edge]);
    text += fmt::format("  {}{}\n      {}  [{}]\n", words_of(graph, edge), more, one_line(evidence.sentence),
                        graph.articles[evidence.article].uri);
  }
  return text;
}

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  options.path.filter = options.question.filter;
  const NodeIndex from = named(graph, options.from), to = named(graph, options.to);
  if (from == to) throw Error("'" + options.from + "' and '" + options.to + "' are one node");
  const std::vector<Path> paths = shortest_paths(graph, from, to, options.path);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (options.question.json) {
      write_json(path_json(graph, paths[i]));
    } else {
      write_stdout((i > 0 ? "\n" : "") + path_text(graph, paths[i]));
    }
  }
  if (paths.empty() && !options.question.json)
    write_stdout(fmt::format("no path of at most {} steps from {} to {}\n", options.path.max_length,
                             name_of(graph, from), name_of(graph, to)));
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_path(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("from", options->from, "Name or id")->required()->type_name("A");
  app.add_option("to", options->to, "Name or id")->required()->type_name("B");
  app.add_option("--max", options->path.max_length, "Longest path, in steps")
      ->type_name("N")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--k", options->path.count, "How many paths")
      ->type_name("N")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_flag("--directed", options->path.directed, "Follow statements from subject to object only");
  options->question.declare_filter(app);
  app.footer("Example:\n  relata path out \"Vladimir Putin\" \"INF Treaty\" --k 3");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
