// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "relata/assemble.hpp"
#include "relata/store.hpp"

namespace relata::cli {

/// What STORE may be, for --help.
inline constexpr const char* store_help =
    "Store (.relata), records of `relata extract` (graph.jsonl), a folder of `relata build`, or - for "
    "records";

/// The store's file, where STORE is a store or a folder that holds one.
std::optional<std::filesystem::path> store_file(const std::string& store);

/// Hands out the articles of a store, of a file of records, of the store or records in a folder, or of
/// records on standard input (`-`). Of a store each comes once, of records a stretch at a time. What users
/// decided is added to `decisions`, where it is given.
void each_article(const std::string& store, const std::function<void(ArticleEvidence&&)>& take,
                  const DiagnosticSink& sink, Decisions* decisions = nullptr);

/// All that a store holds.
struct StoreContent {
  std::vector<ArticleEvidence> evidence;  ///< normalized, by address
  Decisions decisions;
};
/// Throws Error where there is no evidence.
StoreContent load_content(const std::string& store, const DiagnosticSink& sink);

/// The graph of all that a store, or file of records, holds. That of a big store is kept beside it for the
/// next question, see graph_cache_of(). Throws Error where there is no evidence.
KnowledgeGraph load_graph(const std::string& store, const DiagnosticSink& sink,
                          Store::Verdicts verdicts = Store::Verdicts::counted);

/// Keeps the graph of a store beside it for the next question; it was made without verdicts, `fingerprint` is
/// of the evidence that it was made of, they being ignored. False: it is assembled sooner than a file is
/// worth, or others have added to the store meanwhile.
bool keep_graph(const std::filesystem::path& file, const std::string& fingerprint,
                const KnowledgeGraph& graph);

/// Whether the graph of a store's evidence is kept beside it.
bool is_graph_kept(const std::filesystem::path& file);

/// Whether a store is so big that its graph may be worth a file; see keep_graph() too.
bool is_worth_a_look(const std::filesystem::path& file);

/// The file of a store that a command is to change: itself, or that in a folder. Throws Error where it is
/// none.
std::filesystem::path store_to_amend(const std::string& store);

/// Throws Error where a file that a command is to write or add to is there and no store.
void require_store_or_none(const std::filesystem::path& file);

/// Counts what became of the articles put into a store.
class Tally {
 public:
  void count(Put put, std::size_t times = 1) { counts_[static_cast<std::size_t>(put)] += times; }
  std::size_t total() const;
  /// Those by which the store is another than before.
  std::size_t changes() const;
  /// `3 articles added, 1 replaced`: what is not nought.
  std::string text() const;

 private:
  std::array<std::size_t, 5> counts_{};
};

}  // namespace relata::cli
