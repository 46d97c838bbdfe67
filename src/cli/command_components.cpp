// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  bool strong = false;
  std::size_t limit = 20;
};

constexpr std::size_t shown_members = 5;

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const std::vector<std::size_t> numbers =
      components(graph, options.strong ? Connection::strong : Connection::weak, options.question.filter);
  std::vector<std::vector<NodeIndex>> members;
  for (NodeIndex v = 0; v < numbers.size(); ++v) {
    members.resize(std::max(members.size(), numbers[v] + 1));
    members[numbers[v]].push_back(v);
  }
  Table table({"component", "nodes", "most mentioned"});
  for (std::size_t i = 0; i < members.size() && (options.limit == 0 || i < options.limit); ++i) {
    std::vector<NodeIndex>& nodes = members[i];
    if (options.question.json) {
      Json ids = Json::array();
      for (const NodeIndex v : nodes) ids.push_back(graph.graph[v].id);
      write_json(
          {{"type", "component"}, {"component", i}, {"size", nodes.size()}, {"nodes", std::move(ids)}});
      continue;
    }
    std::stable_sort(nodes.begin(), nodes.end(), [&](NodeIndex a, NodeIndex b) {
      return graph.graph[a].mentions > graph.graph[b].mentions;
    });
    std::string names;
    for (std::size_t k = 0; k < nodes.size() && k < shown_members; ++k)
      names += (k > 0 ? ", " : "") + name_of(graph, nodes[k]);
    if (nodes.size() > shown_members) names += ", …";
    table.add({std::to_string(i), std::to_string(nodes.size()), std::move(names)});
  }
  if (!options.question.json) {
    write_stdout(table.text());
    if (options.limit > 0 && members.size() > options.limit)
      write_stdout("and " + std::to_string(members.size() - options.limit) + " more: --limit 0 shows all\n");
  }
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_components(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_flag("--strong", options->strong, "Connected both ways, from subject to object");
  app.add_option("--limit", options->limit, "At most so many components; 0: all")
      ->type_name("N")
      ->capture_default_str();
  options->question.declare_filter(app);
  return [options] { return run(*options); };
}

}  // namespace relata::cli
