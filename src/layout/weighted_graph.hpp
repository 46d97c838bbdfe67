// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace relata::detail {

/// An undirected graph without loops and parallel edges, as rows of neighbours.
struct WeightedGraph {
  struct Neighbour {
    std::uint32_t node = 0;
    double weight = 1;  ///< how many edges it stands for
  };
  std::vector<std::size_t> first;     ///< where each node's row begins; one more than there are nodes
  std::vector<Neighbour> neighbours;  ///< row by row, by node
  std::vector<double> mass;           ///< how strongly each node keeps others away

  std::size_t size() const { return mass.size(); }
  std::span<const Neighbour> around(std::size_t node) const {
    return {neighbours.data() + first[node], first[node + 1] - first[node]};
  }
};

/// An edge with its weight; both directions are made of it.
struct WeightedEdge {
  std::uint32_t a = 0, b = 0;
  double weight = 1;
};

/// Loops are left out and parallel edges become one. Masses are left at 1.
WeightedGraph make_graph(std::size_t node_count, std::vector<WeightedEdge> edges);

}  // namespace relata::detail
