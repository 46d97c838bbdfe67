// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question first;
  std::string second;
};

void print(const KnowledgeGraph& graph, const std::vector<EdgeIndex>& edges, const char* sign, bool json) {
  for (const EdgeIndex edge : edges) {
    if (json) {
      Json record = {{"type", "difference"}, {"only_in", *sign == '-' ? "first" : "second"}};
      record.update(edge_json(graph, edge, Sentences::surest));
      write_json(record);
    } else {
      write_stdout(sign + (' ' + words_of(graph, edge)) + '\n');
    }
  }
}

int run(Options& options) {
  Failures failures;
  Question second = options.first;
  second.store = options.second;
  const KnowledgeGraph a = options.first.load(failures), b = second.load(failures);
  print(a, only_in_first(a, b), "-", options.first.json);
  print(b, only_in_first(b, a), "+", options.first.json);
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_diff(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->first.declare_store(app);
  app.add_option("other", options->second, "Store to compare with")->required()->type_name("STORE");
  app.footer("- stands before what the first states alone, + before what the second does.");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
