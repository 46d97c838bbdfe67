// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "relata/assemble.hpp"

namespace relata {

/// A place in the plane; y grows upwards.
struct Position {
  double x = 0, y = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// Where to draw each of `node_count` nodes, connected ones near each other: multilevel force-directed
/// placement (Hu 2005) with Barnes-Hut repulsion, O(n log n), each component by itself and all packed around
/// the largest. Two nodes are at least about one unit apart, tied ones about two in sparse graphs, the whole
/// is centred on the origin and rounded to 0.001. Pairs name nodes by index; loops count for nothing,
/// parallel edges draw nearer. Only operations that IEEE 754 fixes to the last bit are used, so that the same
/// graph gives the same places on every machine.
std::vector<Position> layout(std::size_t node_count,
                             std::span<const std::pair<std::uint32_t, std::uint32_t>> edges);

/// The same of a graph, by vertex.
std::vector<Position> layout(const KnowledgeGraph& graph);

}  // namespace relata
