// SPDX-License-Identifier: MIT
#include "cli/stores.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <numeric>

#include "cli/graph_cache.hpp"
#include "cli/program.hpp"
#include "relata/records.hpp"
#include "text/stable_id.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

/// What a graph depends on besides the options that questions do not have.
std::string graph_key(const std::string& fingerprint) {
  return stable_id({"graph", program(), fingerprint});
}

/// What a folder of `relata build` holds the evidence in.
fs::path file_in(const fs::path& folder) {
  const fs::path store = folder / "graph.relata";
  return fs::exists(store) ? store : folder / "graph.jsonl";
}

KnowledgeGraph assembled(const std::string& store, const DiagnosticSink& sink, Store::Verdicts verdicts) {
  StoreContent content = load_content(store, sink);
  AssembleOptions options;
  options.decisions = verdicts == Store::Verdicts::counted ? std::move(content.decisions)
                                                           : content.decisions.without_verdicts();
  return assemble(std::move(content.evidence), options);
}

/// What a store's kept graph depends on, and what users said of it.
struct Wanted {
  Wanted(const fs::path& file, Store::Verdicts counted) {
    Store store(file, Store::Mode::read);
    unjudged = store.fingerprint(Store::Verdicts::ignored);
    if (counted == Store::Verdicts::counted) decisions = store.decisions();
  }
  std::string unjudged;
  Decisions decisions;  ///< those that count
};

/// A function of its own, as graph_of(), so that the graph is made where the caller wants it: Boost's
/// adjacency lists are copied where they should be moved.
KnowledgeGraph kept_anew(const std::string& store, const fs::path& file, const std::string& fingerprint,
                         const DiagnosticSink& sink) {
  KnowledgeGraph graph = assembled(store, sink, Store::Verdicts::ignored);
  keep_graph(file, fingerprint, graph);
  return graph;
}

KnowledgeGraph graph_of(const std::string& store, const fs::path& file, const Wanted& wanted,
                        const DiagnosticSink& sink) {
  const auto kept = [&] { return KeptGraph::find(graph_cache_of(file), graph_key(wanted.unjudged)); };
  if (const auto before = kept()) {
    try {
      return before->graph(wanted.decisions);
    } catch (const Error&) {  // it is made anew
    }
  }
  if (wanted.decisions.verdicts().empty()) return kept_anew(store, file, wanted.unjudged, sink);
  if (is_worth_a_look(file)) {
    kept_anew(store, file, wanted.unjudged, sink);
    if (const auto made = kept()) return made->graph(wanted.decisions);
  }
  return assembled(store, sink, Store::Verdicts::counted);
}

}  // namespace

bool is_worth_a_look(const fs::path& file) {
  std::error_code failed;
  const std::uintmax_t size = fs::file_size(file, failed);
  return !failed && size >= std::uintmax_t{3} << 20;
}

std::optional<fs::path> store_file(const std::string& store) {
  if (store == "-") return std::nullopt;
  const fs::path file = fs::is_directory(store) ? file_in(store) : fs::path(store);
  if (!is_store(file)) return std::nullopt;
  return file;
}

void each_article(const std::string& store, const std::function<void(ArticleEvidence&&)>& take,
                  const DiagnosticSink& sink, Decisions* decisions) {
  if (store == "-") return stream_evidence(std::cin, "standard input", take, sink, decisions);
  if (const auto kept = store_file(store)) {
    Store content(*kept, Store::Mode::read);
    if (decisions != nullptr) decisions->add(content.decisions());
    return content.each(take);
  }
  const fs::path file = fs::is_directory(store) ? file_in(store) : fs::path(store);
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string() + ": cannot be opened");
  stream_evidence(in, file.string(), take, sink, decisions);
}

StoreContent load_content(const std::string& store, const DiagnosticSink& sink) {
  EvidenceSet set;
  StoreContent content;
  std::vector<ArticleEvidence>& evidence = content.evidence;
  // Articles of a store come normalized and by address, each once; others need sorting out.
  bool in_order = true;
  const auto take = [&](ArticleEvidence&& article) {
    if (in_order) normalize(article);
    in_order = in_order && (evidence.empty() || address_of(evidence.back()) < address_of(article));
    if (in_order) {
      evidence.push_back(std::move(article));
    } else {
      set.put(std::move(article));
    }
  };
  each_article(store, take, sink, &content.decisions);
  if (!in_order) {
    for (ArticleEvidence& article : evidence) set.put(std::move(article));
    evidence = set.take();
  }
  if (evidence.empty())
    throw Error(store + ": holds no articles: neither a store's nor statement or entity records");
  return content;
}

KnowledgeGraph load_graph(const std::string& store, const DiagnosticSink& sink, Store::Verdicts verdicts) {
  const std::optional<fs::path> file = store_file(store);
  if (!file) return assembled(store, sink, verdicts);
  return graph_of(store, *file, Wanted(*file, verdicts), sink);
}

bool keep_graph(const fs::path& file, const std::string& fingerprint, const KnowledgeGraph& graph) {
  constexpr std::size_t worth_keeping = 50'000;
  if (boost::num_edges(graph.graph) < worth_keeping ||
      Store(file, Store::Mode::read).fingerprint(Store::Verdicts::ignored) != fingerprint)
    return false;
  write_graph_cache(graph_cache_of(file), graph_key(fingerprint), graph);
  return true;
}

bool is_graph_kept(const fs::path& file) {
  return KeptGraph::find(graph_cache_of(file), graph_key(Wanted(file, Store::Verdicts::ignored).unjudged))
      .has_value();
}

fs::path store_to_amend(const std::string& store) {
  const fs::path file = fs::is_directory(store) ? fs::path(store) / "graph.relata" : fs::path(store);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) throw Error(file.string() + ": no such file");
  if (!is_store(file))
    throw Error(file.string() + ": is no relata store; `relata load` makes one of records");
  return file;
}

void require_store_or_none(const fs::path& file) {
  if (fs::exists(file) && !is_store(file))
    throw Error(file.string() + ": is there already and no relata store; it was left as it is");
}

std::size_t Tally::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

std::size_t Tally::changes() const {
  const auto of = [this](Put put) { return counts_[static_cast<std::size_t>(put)]; };
  return of(Put::added) + of(Put::extended) + of(Put::replaced);
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
