// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "relata/query.hpp"

namespace relata::detail {

/// The part of a graph that a page holds.
struct RankedPart {
  std::vector<NodeIndex> nodes;       ///< by falling rank
  std::vector<double> ranks;          ///< of each of them: PageRank
  std::vector<EdgeIndex> edges;       ///< among them, in the graph's order
  std::vector<std::uint32_t> number;  ///< by vertex of the graph: its place in `nodes`, or `left_out`
  static constexpr std::uint32_t left_out = 0xFFFFFFFF;
};

/// The highest ranked nodes with at most `max_edges` edges among them.
RankedPart ranked_part(const KnowledgeGraph& graph, std::size_t max_edges);

}  // namespace relata::detail
