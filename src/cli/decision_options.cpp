// SPDX-License-Identifier: MIT
#include "cli/decision_options.hpp"

#include "cli/stores.hpp"

namespace relata::cli {

void DecisionOptions::declare(CLI::App& app, const std::string& name, const std::string& type,
                              const std::string& about_help, const std::string& undo_help) {
  app.add_option("store", store, "Store, or the folder of `relata build` that holds it")
      ->required()
      ->type_name("STORE");
  app.add_option(name, about, about_help)->type_name(type);
  app.add_flag("--undo", undo, undo_help);
  app.add_flag("--json", json, "List as JSON Lines");
}

Decisions decisions_in(const std::string& store, Failures& failures) {
  Decisions decisions;
  each_article(
      store, [](ArticleEvidence&&) {}, failures.sink(), &decisions);
  return decisions;
}

}  // namespace relata::cli
