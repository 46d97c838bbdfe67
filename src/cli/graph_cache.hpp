// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "relata/assemble.hpp"
#include "text/mapped_file.hpp"

namespace relata::cli {

/// Where the assembled graph of a big store is kept, so that the next question need not assemble it again:
/// `STORE-graph`. It is the graph before users' verdicts, which may change without it. Deleting it changes
/// nothing.
std::filesystem::path graph_cache_of(const std::filesystem::path& store);

/// A graph that was kept, as bytes.
class KeptGraph {
 public:
  /// What was kept under this key; nothing where nothing was, or it is not whole.
  static std::optional<KeptGraph> find(const std::filesystem::path& file, const std::string& key);

  /// The graph under these verdicts, as assemble() would make it with them. Throws Error where the bytes are
  /// none. To be returned as it is: Boost's adjacency lists cannot be moved, and copying a big one takes
  /// longer than reading it.
  KnowledgeGraph graph(const Decisions& decisions) const;

 private:
  std::unique_ptr<const MappedFile> file_;
  std::string_view bytes_;
};

/// Keeps a graph that was assembled without verdicts. Where that cannot be done it is left undone.
void write_graph_cache(const std::filesystem::path& file, const std::string& key,
                       const KnowledgeGraph& graph);

}  // namespace relata::cli
