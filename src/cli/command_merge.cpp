// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/readiness.hpp"
#include "cli/stores.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> stores;
  std::string output;
  bool later = false;
};

/// A store for the time of the command.
class ScratchFile {
 public:
  explicit ScratchFile(fs::path file) : file_(std::move(file)) { remove(); }
  ~ScratchFile() { remove(); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const fs::path& path() const { return file_; }

 private:
  void remove() const {
    std::error_code ignored;
    fs::remove(file_, ignored);
    fs::remove(file_.string() + "-journal", ignored);
  }
  fs::path file_;
};

/// The union is gathered beside the output and then written to it at once: whole, and the same bytes whatever
/// the order of the stores.
int run(const Options& options) {
  Failures failures;
  require_store_or_none(options.output);
  std::uint64_t articles = 0;
  {
    const ScratchFile scratch(options.output + ".merging");
    Store gathered(scratch.path(), Store::Mode::write);
    const auto take = [&](ArticleEvidence&& article) { gathered.put(std::move(article)); };
    Decisions decisions;
    if (fs::exists(options.output)) each_article(options.output, take, failures.sink(), &decisions);
    for (const std::string& store : options.stores) each_article(store, take, failures.sink(), &decisions);
    gathered.keep(decisions);
    gathered.write_afresh(options.output);
    articles = gathered.articles();
  }
  std::cerr << options.output << ": " << articles << " articles\n";
  if (!options.later) leave_ready(options.output, articles);
  return failures.exit_code();
}

}  // namespace

Run setup_merge(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("store", options->stores, "Stores, records or folders, as for export")
      ->required()
      ->type_name("STORE");
  app.add_option("-o,--output", options->output, "Store to write; what it holds already is kept")
      ->required()
      ->type_name("STORE");
  declare_later(app, options->later);
  app.footer("Example:\n  relata merge monday.relata tuesday.relata -o week.relata");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
