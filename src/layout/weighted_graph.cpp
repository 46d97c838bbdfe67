// SPDX-License-Identifier: MIT
#include "layout/weighted_graph.hpp"

#include <algorithm>
#include <tuple>

namespace relata::detail {

WeightedGraph make_graph(std::size_t node_count, std::vector<WeightedEdge> edges) {
  std::erase_if(edges, [](const WeightedEdge& e) { return e.a == e.b; });
  for (WeightedEdge& e : edges)
    if (e.a > e.b) std::swap(e.a, e.b);
  std::sort(edges.begin(), edges.end(), [](const WeightedEdge& x, const WeightedEdge& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (kept > 0 && edges[kept - 1].a == edges[i].a && edges[kept - 1].b == edges[i].b) {
      edges[kept - 1].weight += edges[i].weight;
    } else {
      edges[kept++] = edges[i];
    }
  }
  edges.resize(kept);

  WeightedGraph graph;
  graph.mass.assign(node_count, 1.0);
  graph.first.assign(node_count + 1, 0);
  for (const WeightedEdge& e : edges) ++graph.first[e.a + 1], ++graph.first[e.b + 1];
  for (std::size_t v = 0; v < node_count; ++v) graph.first[v + 1] += graph.first[v];
  graph.neighbours.resize(2 * edges.size());
  std::vector<std::size_t> next(graph.first.begin(), graph.first.end() - 1);
  for (const WeightedEdge& e : edges) {
    graph.neighbours[next[e.a]++] = {e.b, e.weight};
    graph.neighbours[next[e.b]++] = {e.a, e.weight};
  }
  return graph;
}

}  // namespace relata::detail
