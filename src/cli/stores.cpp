// SPDX-License-Identifier: MIT
#include "cli/stores.hpp"

#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <numeric>

#include "relata/records.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

/// What a folder of `relata build` holds the evidence in.
fs::path file_in(const fs::path& folder) {
  const fs::path store = folder / "graph.relata";
  return fs::exists(store) ? store : folder / "graph.jsonl";
}

}  // namespace

std::optional<fs::path> store_file(const std::string& store) {
  if (store == "-") return std::nullopt;
  const fs::path file = fs::is_directory(store) ? file_in(store) : fs::path(store);
  if (!is_store(file)) return std::nullopt;
  return file;
}

void each_article(const std::string& store, const std::function<void(ArticleEvidence&&)>& take,
                  const DiagnosticSink& sink) {
  if (store == "-") return stream_evidence(std::cin, "standard input", take, sink);
  if (const auto file = store_file(store)) return Store(*file, Store::Mode::read).each(take);
  const fs::path file = fs::is_directory(store) ? file_in(store) : fs::path(store);
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string() + ": cannot be opened");
  stream_evidence(in, file.string(), take, sink);
}

std::vector<ArticleEvidence> load_evidence(const std::string& store, const DiagnosticSink& sink) {
  EvidenceSet set;
  each_article(
      store, [&](ArticleEvidence&& article) { set.put(std::move(article)); }, sink);
  std::vector<ArticleEvidence> evidence = set.take();
  if (evidence.empty())
    throw Error(store + ": holds no articles: neither a store's nor statement or entity records");
  return evidence;
}

std::size_t Tally::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

std::string Tally::text() const {
  constexpr std::array names = {"added", "known already", "extended", "replaced", "older than what is there"};
  std::string text;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    if (text.empty()) {
      text = fmt::format("{} article{} {}", counts_[i], counts_[i] == 1 ? "" : "s", names[i]);
    } else {
      text += fmt::format(", {} {}", counts_[i], names[i]);
    }
  }
  return text.empty() ? "no articles" : text;
}

}  // namespace relata::cli
