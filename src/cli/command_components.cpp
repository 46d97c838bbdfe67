// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/node_groups.hpp"
#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  bool strong = false;
  std::size_t limit = 20;
};

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const Connection connection = options.strong ? Connection::strong : Connection::weak;
  print_groups(graph, components(graph, connection, options.question.filter), "component", options.limit,
               options.question.json);
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
