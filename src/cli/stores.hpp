// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "relata/store.hpp"

namespace relata::cli {

/// What STORE may be, for --help.
inline constexpr const char* store_help =
    "Store (.relata), records of `relata extract` (graph.jsonl), a folder of `relata build`, or - for "
    "records";

/// The store's file, where STORE is a store or a folder that holds one.
std::optional<std::filesystem::path> store_file(const std::string& store);

/// Hands out the articles of a store, of a file of records, of the store or records in a folder, or of
/// records on standard input (`-`). Of a store each comes once, of records a stretch at a time.
void each_article(const std::string& store, const std::function<void(ArticleEvidence&&)>& take,
                  const DiagnosticSink& sink);

/// The whole evidence, normalized and by address. Throws Error where there is none.
std::vector<ArticleEvidence> load_evidence(const std::string& store, const DiagnosticSink& sink);

/// Counts what became of the articles put into a store.
class Tally {
 public:
  void count(Put put, std::size_t times = 1) { counts_[static_cast<std::size_t>(put)] += times; }
  std::size_t total() const;
  /// `3 articles added, 1 replaced`: what is not nought.
  std::string text() const;

 private:
  std::array<std::size_t, 5> counts_{};
};

}  // namespace relata::cli
