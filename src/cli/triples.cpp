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

std::string key_of(const fs::path& file, const std::string& base) {
  return key_of(Store(file, Store::Mode::read).fingerprint(), base);
}

sparql::TripleIndex triples_of(const std::string& store, const std::string& base,
                               const DiagnosticSink& sink) {
  return sparql::TripleIndex::of(load_graph(store, sink), base);
}

fs::path index_of(const fs::path& file) {
  return file.string() + "-index";
}

}  // namespace

std::optional<sparql::TripleIndex> kept_triples(const std::string& store, const std::string& base) {
  const std::optional<fs::path> file = store_file(store);
  if (!file) return std::nullopt;
  return sparql::TripleIndex::open(index_of(*file), key_of(*file, base));
}

sparql::TripleIndex load_triples(const std::string& store, const std::string& base,
                                 const DiagnosticSink& sink) {
  const std::optional<fs::path> file = store_file(store);
  if (!file) return triples_of(store, base, sink);
  const fs::path kept = index_of(*file);
  const std::string key = key_of(*file, base);
  if (std::optional<sparql::TripleIndex> index = sparql::TripleIndex::open(kept, key))
    return std::move(*index);
  sparql::TripleIndex index = triples_of(store, base, sink);
  // Another program may have added to the store meanwhile.
  if (key_of(*file, base) == key) index.save(kept, key);
  return index;
}

void keep_triples(const fs::path& file, const std::string& fingerprint, const KnowledgeGraph& graph,
                  const std::string& base) {
  sparql::TripleIndex::of(graph, base).save(index_of(file), key_of(fingerprint, base));
}

}  // namespace relata::cli
