// SPDX-License-Identifier: MIT
#include "relata/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "layout/forces.hpp"
#include "layout/pack.hpp"
#include "layout/spread.hpp"

namespace relata {
namespace {

using detail::WeightedGraph;

/// The nodes of each component, by falling size, then by their first node.
std::vector<std::vector<std::uint32_t>> components_of(const WeightedGraph& graph) {
  std::vector<std::vector<std::uint32_t>> components;
  std::vector<char> seen(graph.size());
  for (std::uint32_t root = 0; root < graph.size(); ++root) {
    if (seen[root] != 0) continue;
    std::vector<std::uint32_t>& component = components.emplace_back();
    component.push_back(root);
    seen[root] = 1;
    for (std::size_t i = 0; i < component.size(); ++i)
      for (const auto& neighbour : graph.around(component[i]))
        if (seen[neighbour.node] == 0) {
          seen[neighbour.node] = 1;
          component.push_back(neighbour.node);
        }
    std::sort(component.begin(), component.end());
  }
  std::stable_sort(components.begin(), components.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return components;
}

/// The graph of some nodes, numbered in their order. `number` is scratch space, by node.
WeightedGraph part_of(const WeightedGraph& graph, const std::vector<std::uint32_t>& nodes,
                      std::vector<std::uint32_t>& number) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i) number[nodes[i]] = i;
  std::vector<detail::WeightedEdge> edges;
  for (std::uint32_t i = 0; i < nodes.size(); ++i)
    for (const auto& [other, weight] : graph.around(nodes[i]))
      if (i < number[other]) edges.push_back({i, number[other], weight});
  WeightedGraph part = detail::make_graph(nodes.size(), std::move(edges));
  // A hub needs room for its neighbours.
  for (std::size_t v = 0; v < part.size(); ++v)
    part.mass[v] = std::sqrt(1.0 + static_cast<double>(part.around(v).size()));
  return part;
}

void centre_and_round(std::vector<Position>& places) {
  Position least = places[0], most = places[0];
  for (const Position& p : places) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  const Position middle = {(least.x + most.x) / 2, (least.y + most.y) / 2};
  // Without the sum -0 would be written as such.
  for (Position& p : places)
    p = {std::round((p.x - middle.x) * 1000) / 1000 + 0.0, std::round((p.y - middle.y) * 1000) / 1000 + 0.0};
}

}  // namespace

std::vector<Position> layout(std::size_t node_count,
                             std::span<const std::pair<std::uint32_t, std::uint32_t>> edges) {
  if (node_count == 0) return {};
  std::vector<detail::WeightedEdge> list;
  list.reserve(edges.size());
  for (const auto& [a, b] : edges) list.push_back({a, b, 1});
  const WeightedGraph graph = detail::make_graph(node_count, std::move(list));

  const std::vector<std::vector<std::uint32_t>> components = components_of(graph);
  std::vector<std::vector<Position>> placed;
  placed.reserve(components.size());
  std::vector<std::uint32_t> number(node_count);
  for (const std::vector<std::uint32_t>& nodes : components) {
    if (nodes.size() == 1) {
      placed.push_back({{}});
      continue;
    }
    const WeightedGraph part = part_of(graph, nodes, number);
    placed.push_back(detail::place_component(part));
    detail::spread(part, placed.back());
  }
  detail::pack(placed);

  std::vector<Position> places(node_count);
  for (std::size_t c = 0; c < components.size(); ++c)
    for (std::size_t i = 0; i < components[c].size(); ++i) places[components[c][i]] = placed[c][i];
  centre_and_round(places);
  return places;
}

std::vector<Position> layout(const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  edges.reserve(boost::num_edges(g));
  for (const auto e : boost::make_iterator_range(boost::edges(g)))
    edges.emplace_back(static_cast<std::uint32_t>(boost::source(e, g)),
                       static_cast<std::uint32_t>(boost::target(e, g)));
  return layout(boost::num_vertices(g), edges);
}

}  // namespace relata
