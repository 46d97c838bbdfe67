// SPDX-License-Identifier: MIT
#pragma once

#include "layout/weighted_graph.hpp"
#include "relata/layout.hpp"

namespace relata::detail {

/// Moves the nodes of a connected graph towards a balance of attraction along edges and repulsion between all
/// nodes, in at most `rounds` rounds (Hu 2005, "Efficient, high-quality force-directed graph drawing").
void balance(const WeightedGraph& graph, std::vector<Position>& places, int rounds);

/// Places the nodes of a connected graph out of nothing: first those of ever coarser graphs, then what they
/// stand for.
std::vector<Position> place_component(WeightedGraph graph);

}  // namespace relata::detail
