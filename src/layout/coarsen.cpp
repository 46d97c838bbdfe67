// SPDX-License-Identifier: MIT
#include "layout/coarsen.hpp"

#include <algorithm>
#include <numeric>

namespace relata::detail {

Coarser coarsen(const WeightedGraph& graph) {
  const std::size_t n = graph.size();
  constexpr std::uint32_t none = 0xFFFFFFFF;
  // Nodes with few neighbours choose first: they have the least choice.
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return graph.around(a).size() < graph.around(b).size();
  });

  Coarser result;
  std::vector<std::uint32_t>& parent = result.parent;
  parent.assign(n, none);
  std::uint32_t count = 0;
  for (const std::uint32_t v : order) {
    if (parent[v] != none) continue;
    // A tie to a heavy node counts less: else all would gather in the hubs.
    std::uint32_t free_one = none, closest = none;
    double free_tie = 0, closest_tie = 0;
    for (const auto& [u, weight] : graph.around(v)) {
      const double tie = weight / graph.mass[u];
      if (parent[u] == none && tie > free_tie) free_one = u, free_tie = tie;
      if (tie > closest_tie) closest = u, closest_tie = tie;
    }
    if (free_one != none) {
      parent[v] = parent[free_one] = count++;
    } else {
      parent[v] = closest != none ? parent[closest] : count++;
    }
  }

  std::vector<WeightedEdge> edges;
  edges.reserve(graph.neighbours.size() / 2);
  for (std::uint32_t v = 0; v < n; ++v)
    for (const auto& [u, weight] : graph.around(v))
      if (v < u) edges.push_back({parent[v], parent[u], weight});
  result.graph = make_graph(count, std::move(edges));
  std::fill(result.graph.mass.begin(), result.graph.mass.end(), 0.0);
  for (std::size_t v = 0; v < n; ++v) result.graph.mass[parent[v]] += graph.mass[v];
  return result;
}

}  // namespace relata::detail
