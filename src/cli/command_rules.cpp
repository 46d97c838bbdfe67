// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <iostream>
#include <memory>

#include "cli/question.hpp"
#include "cli/stores.hpp"

namespace relata::cli {
namespace {

struct Options {
  Sameness sameness;
  std::string store;
  std::vector<std::string> names;
  bool undo = false;
  bool json = false;
};

int list(const Options& options) {
  Failures failures;
  Decisions decisions;
  each_article(
      options.store, [](ArticleEvidence&&) {}, failures.sink(), &decisions);
  for (const auto& [names, rule] : decisions.rules()) {
    if (rule.sameness != options.sameness) continue;
    if (options.json) {
      write_json({{"type", "rule"}, {"rule", to_string(rule.sameness)}, {"names", {rule.a, rule.b}}});
    } else {
      write_stdout(fmt::format("{} | {}\n", one_line(rule.a), one_line(rule.b)));
    }
  }
  flush_stdout();
  return failures.exit_code();
}

int run(const Options& options) {
  if (options.names.empty()) return list(options);
  if (options.names.size() < 2) throw Error("a rule needs two names");
  if (options.sameness == Sameness::different && options.names.size() > 2)
    throw Error("'different' takes two names");
  const std::filesystem::path file = store_to_amend(options.store);
  Store store(file, Store::Mode::amend);
  Decisions decisions = store.decisions();
  std::size_t changed = 0;
  for (std::size_t i = 1; i < options.names.size(); ++i)
    if (decisions.decide(NameRule{options.names[0], options.names[i],
                                  options.undo ? Sameness::withdrawn : options.sameness}))
      ++changed;
  std::string contradiction;
  decisions.name_rules([&](const std::string& what) { contradiction = what; });
  if (!contradiction.empty() && !options.undo) throw Error(contradiction + "; nothing was changed");
  store.keep(decisions);
  store.commit();
  std::cerr << fmt::format("{}: {} rule{} {}\n", file.string(), changed, changed == 1 ? "" : "s",
                           options.undo ? "taken back" : "kept");
  return exit_done;
}

Run setup(CLI::App& app, Sameness sameness, const char* footer) {
  auto options = std::make_shared<Options>();
  options->sameness = sameness;
  app.add_option("store", options->store, "Store, or the folder of `relata build` that holds it")
      ->required()
      ->type_name("STORE");
  app.add_option("name", options->names, "Names or ids of nodes; none: list")->type_name("NAME");
  app.add_flag("--undo", options->undo, "Take the rule back");
  app.add_flag("--json", options->json, "List as JSON Lines");
  app.footer(footer);
  return [options] { return run(*options); };
}

}  // namespace

Run setup_same(CLI::App& app) {
  return setup(app, Sameness::same, "Example:\n  relata same out \"Ann Firefly\" \"Ann Teasdale\"");
}

Run setup_different(CLI::App& app) {
  return setup(app, Sameness::different, "Example:\n  relata different out \"Ann Firefly\" \"Anne Firefly\"");
}

}  // namespace relata::cli
