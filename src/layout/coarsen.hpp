// SPDX-License-Identifier: MIT
#pragma once

#include "layout/weighted_graph.hpp"

namespace relata::detail {

/// A graph with fewer nodes, each standing for a few neighbours.
struct Coarser {
  WeightedGraph graph;
  std::vector<std::uint32_t> parent;  ///< by node of the finer graph: what stands for it
};

/// Joins each node with the neighbour it is tied to most closely and that is not joined yet; what finds none
/// left goes to the group of its closest neighbour, so that stars shrink as fast as chains.
Coarser coarsen(const WeightedGraph& graph);

}  // namespace relata::detail
