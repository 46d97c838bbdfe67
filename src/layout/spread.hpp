// SPDX-License-Identifier: MIT
#pragma once

#include "layout/weighted_graph.hpp"
#include "relata/layout.hpp"

namespace relata::detail {

/// Of the edges, as they are drawn.
double mean_length(const WeightedGraph& graph, const std::vector<Position>& places);

/// Scales the places of one component to edges of about two units, as far as each node then has between about
/// one and four square units, and pushes nodes apart that are nearer than one unit.
void spread(const WeightedGraph& graph, std::vector<Position>& places);

}  // namespace relata::detail
