// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "relata/assemble.hpp"

namespace relata::cli {

/// Keeps the triples of a store's graph beside it; `fingerprint`: of its evidence. Where that cannot be done
/// it is left undone, as in a program that has no query engine.
void keep_triples(const std::filesystem::path& file, const std::string& fingerprint,
                  const KnowledgeGraph& graph, const std::string& base);

}  // namespace relata::cli
