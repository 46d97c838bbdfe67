// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "relata/assemble.hpp"

namespace relata::cli {

/// Where the assembled graph of a big store is kept, so that the next question need not assemble it again:
/// `STORE-graph`. Deleting it changes nothing.
std::filesystem::path graph_cache_of(const std::filesystem::path& store);

/// The graph that was kept for this evidence, or nothing where none was, or it is not whole.
std::optional<KnowledgeGraph> read_graph_cache(const std::filesystem::path& file,
                                               const std::string& fingerprint);

/// Keeps the graph. Where that cannot be done it is left undone.
void write_graph_cache(const std::filesystem::path& file, const std::string& fingerprint,
                       const KnowledgeGraph& graph);

}  // namespace relata::cli
