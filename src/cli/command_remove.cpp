// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/readiness.hpp"
#include "cli/stores.hpp"
#include "relata/store.hpp"

namespace relata::cli {
namespace {

struct Options {
  std::string store;
  std::vector<std::string> articles;
  bool later = false;
};

std::size_t remove_from(const std::filesystem::path& file, const std::vector<std::string>& articles,
                        Failures& failures) {
  std::size_t removed = 0;
  Store store(file, Store::Mode::amend);
  for (const std::string& article : articles) {
    if (store.remove(article)) {
      ++removed;
    } else {
      failures.report(
          {.file = file.string(), .message = "holds no article of address or id '" + article + "'"});
    }
  }
  store.commit();
  return removed;
}

int run(const Options& options) {
  Failures failures;
  const std::filesystem::path file = store_to_amend(options.store);
  const Readiness before(file, options.later);
  const std::size_t removed = remove_from(file, options.articles, failures);
  std::cerr << file.string() << ": " << removed << (removed == 1 ? " article" : " articles") << " removed\n";
  before.restore();
  return failures.exit_code();
}

}  // namespace

Run setup_remove(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("store", options->store, "Store, or the folder of `relata build` that holds it")
      ->required()
      ->type_name("STORE");
  app.add_option("article", options->articles, "Address (uri) or id of an article")
      ->required()
      ->type_name("ARTICLE");
  declare_later(app, options->later);
  app.footer("Example:\n  relata remove all.relata wrong.txt");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
