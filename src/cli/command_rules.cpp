// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <iostream>
#include <memory>

#include "cli/decision_options.hpp"
#include "cli/question.hpp"
#include "cli/readiness.hpp"
#include "cli/stores.hpp"

namespace relata::cli {
namespace {

struct Options : DecisionOptions {
  Sameness sameness;
  bool later = false;
};

int list(const Options& options) {
  Failures failures;
  const Decisions decisions = decisions_in(options.store, failures);
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

/// How many rules are new.
std::size_t keep_rules(const std::filesystem::path& file, const Options& options) {
  Store store(file, Store::Mode::amend);
  Decisions decisions = store.decisions();
  std::size_t changed = 0;
  for (std::size_t i = 1; i < options.about.size(); ++i)
    if (decisions.decide(NameRule{options.about[0], options.about[i],
                                  options.undo ? Sameness::withdrawn : options.sameness}))
      ++changed;
  std::string contradiction;
  decisions.name_rules([&](const std::string& what) { contradiction = what; });
  if (!contradiction.empty() && !options.undo) throw Error(contradiction + "; nothing was changed");
  store.keep(decisions);
  store.commit();
  return changed;
}

int run(const Options& options) {
  if (options.about.empty()) return list(options);
  if (options.about.size() < 2) throw Error("a rule needs two names");
  if (options.sameness == Sameness::different && options.about.size() > 2)
    throw Error("'different' takes two names");
  const std::filesystem::path file = store_to_amend(options.store);
  const Readiness before(file, options.later);
  const std::size_t changed = keep_rules(file, options);
  std::cerr << fmt::format("{}: {} rule{} {}\n", file.string(), changed, changed == 1 ? "" : "s",
                           options.undo ? "taken back" : "kept");
  before.restore();
  return exit_done;
}

Run setup(CLI::App& app, Sameness sameness, const char* footer) {
  auto options = std::make_shared<Options>();
  options->sameness = sameness;
  options->declare(app, "name", "NAME", "Names or ids of nodes; none: list", "Take the rule back");
  declare_later(app, options->later);
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
