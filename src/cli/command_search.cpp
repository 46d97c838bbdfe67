// SPDX-License-Identifier: MIT
#include <array>
#include <memory>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  std::string name;
  std::size_t limit = 20;
};

int run(Options& options) {
  constexpr std::array matches = {"id", "label", "alias", "words", "near"};
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  Table table({"id", "name", "class", "mentions", "match", "also called"});
  for (const FoundNode& found : search(graph, options.name, options.limit)) {
    const NodeProperties& node = graph.graph[found.node];
    const char* const match = matches[static_cast<std::size_t>(found.match)];
    if (options.question.json) {
      Json record = {{"type", "entity"}};
      record.update(node_json(graph, found.node));
      record["aliases"] = node.aliases;
      record["mentions"] = node.mentions;
      record["match"] = match;
      write_json(record);
      continue;
    }
    std::string aliases;
    for (const std::string& alias : node.aliases) aliases += (aliases.empty() ? "" : "; ") + one_line(alias);
    table.add({node.id, name_of(graph, found.node), std::string(node.cls.str()),
               std::to_string(node.mentions), match, std::move(aliases)});
  }
  if (!options.question.json) write_stdout(table.text());
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_search(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("name", options->name, "Name, part of a name, or id")->required()->type_name("NAME");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N")->capture_default_str();
  return [options] { return run(*options); };
}

}  // namespace relata::cli
