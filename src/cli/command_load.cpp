// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/readiness.hpp"
#include "cli/stores.hpp"
#include "relata/records.hpp"

namespace relata::cli {
namespace {

struct Options {
  std::string store;
  bool later = false;
};

int run(const Options& options) {
  const std::string& file = options.store;
  Failures failures;
  Tally tally;
  {
    Store store(file, Store::Mode::write);
    Decisions decisions;
    stream_evidence(
        std::cin, "standard input",
        [&](ArticleEvidence&& article) { tally.count(store.put(std::move(article))); }, failures.sink(),
        &decisions);
    if (!decisions.empty()) store.keep(decisions);
    store.commit();
  }
  std::cerr << file << ": " << tally.text() << '\n';
  if (!options.later) leave_ready(file, tally.changes());
  return failures.exit_code();
}

}  // namespace

Run setup_load(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("store", options->store, "Store; made where it is missing")->required()->type_name("STORE");
  declare_later(app, options->later);
  app.footer("Example:\n  relata extract news/ | relata load all.relata");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
