// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/node_groups.hpp"
#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  double resolution = 1;
  std::size_t limit = 20;
};

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const Communities found = communities(graph, options.question.filter, options.resolution);
  print_groups(graph, found.of, "community", options.limit, options.question.json);
  if (options.question.json) {
    write_json({{"type", "communities"}, {"modularity", found.modularity}});
  } else {
    write_stdout(fmt::format("modularity {:.3f}\n", found.modularity));
  }
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_communities(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("--resolution", options->resolution, "Higher gives smaller communities")
      ->type_name("X")
      ->check(CLI::Range(1e-6, 1e6))
      ->capture_default_str();
  app.add_option("--limit", options->limit, "At most so many communities; 0: all")
      ->type_name("N")
      ->capture_default_str();
  options->question.declare_filter(app);
  return [options] { return run(*options); };
}

}  // namespace relata::cli
