// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "relata/store.hpp"

namespace relata::cli {
namespace {

struct Options {
  std::string store;
  std::vector<std::string> articles;
};

int run(const Options& options) {
  Failures failures;
  const std::filesystem::path file = std::filesystem::is_directory(options.store)
                                         ? std::filesystem::path(options.store) / "graph.relata"
                                         : std::filesystem::path(options.store);
  Store store(file, Store::Mode::amend);
  std::size_t removed = 0;
  for (const std::string& article : options.articles) {
    if (store.remove(article)) {
      ++removed;
    } else {
      failures.report(
          {.file = file.string(), .message = "holds no article of address or id '" + article + "'"});
    }
  }
  store.commit();
  std::cerr << file.string() << ": " << removed << (removed == 1 ? " article" : " articles") << " removed\n";
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
  app.footer("Example:\n  relata remove all.relata wrong.txt");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
