// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "relata/assemble.hpp"

namespace relata::cli {

/// Where they are kept.
inline std::filesystem::path triples_beside(const std::filesystem::path& store) {
  return store.string() + "-index";
}

/// Keeps the triples of a store's graph beside it, which was made without verdicts; `fingerprint`: of its
/// evidence, they being ignored. Where that cannot be done
/// it is left undone, as in a program that has no query engine.
void keep_triples(const std::filesystem::path& file, const std::string& fingerprint,
                  const KnowledgeGraph& graph, const std::string& base);

}  // namespace relata::cli
