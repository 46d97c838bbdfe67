// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/stores.hpp"
#include "relata/records.hpp"

namespace relata::cli {
namespace {

int run(const std::string& file) {
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
  leave_ready(file, tally.changes());
  return failures.exit_code();
}

}  // namespace

Run setup_load(CLI::App& app) {
  auto file = std::make_shared<std::string>();
  app.add_option("store", *file, "Store; made where it is missing")->required()->type_name("STORE");
  app.footer("Example:\n  relata extract news/ | relata load all.relata");
  return [file] { return run(*file); };
}

}  // namespace relata::cli
