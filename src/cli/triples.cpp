// SPDX-License-Identifier: MIT
#include "cli/triples.hpp"

#include <filesystem>
#include <optional>

#include "cli/keep_triples.hpp"
#include "cli/program.hpp"
#include "cli/stores.hpp"
#include "relata/assemble.hpp"
#include "text/stable_id.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

/// What an index depends on.
std::string key_of(const std::string& fingerprint, const std::string& base) {
  return stable_id({"triples", program(), base, fingerprint});
}

/// The keys that a store's index may be kept under: of the triples without verdicts, which are applied to
/// them as they are opened, or of those that verdicts change in ways that do not follow from the triples.
struct Wanted {
  Wanted(const fs::path& file, const std::string& base) {
    Store store(file, Store::Mode::read);
    unjudged = key_of(store.fingerprint(Store::Verdicts::ignored), base);
    judged = key_of(store.fingerprint(), base);
    decisions = store.decisions();
  }
  std::string unjudged, judged;  ///< equal where there are no verdicts
  Decisions decisions;
};

sparql::TripleIndex triples_of(const std::string& store, const std::string& base, const DiagnosticSink& sink,
                               Store::Verdicts verdicts) {
  return sparql::TripleIndex::of(load_graph(store, sink, verdicts), base);
}

std::optional<sparql::TripleIndex> kept_triples(const fs::path& file, const Wanted& wanted,
                                                const std::string& base) {
  if (const auto unjudged = sparql::TripleIndex::open(triples_beside(file), wanted.unjudged))
    if (std::optional<sparql::TripleIndex> judged = unjudged->under(wanted.decisions, base)) return judged;
  return sparql::TripleIndex::open(triples_beside(file), wanted.judged);
}

}  // namespace

std::optional<sparql::TripleIndex> kept_triples(const std::string& store, const std::string& base) {
  const std::optional<fs::path> file = store_file(store);
  if (!file) return std::nullopt;
  return kept_triples(*file, Wanted(*file, base), base);
}

sparql::TripleIndex load_triples(const std::string& store, const std::string& base,
                                 const DiagnosticSink& sink) {
  const std::optional<fs::path> file = store_file(store);
  if (!file) return triples_of(store, base, sink, Store::Verdicts::counted);
  const Wanted wanted(*file, base);
  if (std::optional<sparql::TripleIndex> index = kept_triples(*file, wanted, base)) return std::move(*index);
  const auto keep = [&](const sparql::TripleIndex& index, const std::string& key) {
    // Another program may have added to the store meanwhile.
    if (Wanted(*file, base).judged == wanted.judged) index.save(triples_beside(*file), key);
  };
  {
    const sparql::TripleIndex unjudged = triples_of(store, base, sink, Store::Verdicts::ignored);
    if (std::optional<sparql::TripleIndex> judged = unjudged.under(wanted.decisions, base)) {
      keep(unjudged, wanted.unjudged);
      return std::move(*judged);
    }
  }
  sparql::TripleIndex index = triples_of(store, base, sink, Store::Verdicts::counted);
  keep(index, wanted.judged);
  return index;
}

void keep_triples(const fs::path& file, const std::string& fingerprint, const KnowledgeGraph& graph,
                  const std::string& base) {
  sparql::TripleIndex::of(graph, base).save(triples_beside(file), key_of(fingerprint, base));
}

}  // namespace relata::cli
