// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/strong_components.hpp>
#include <cmath>
#include <numeric>
#include <span>

#include "relata/query.hpp"

namespace relata {
namespace {

/// The bare structure of the edges that pass.
template <class Direction>
using Plain = boost::adjacency_list<boost::vecS, boost::vecS, Direction>;

template <class Direction>
Plain<Direction> plain(const KnowledgeGraph& graph, const EdgeFilter& filter) {
  Plain<Direction> result(boost::num_vertices(graph.graph));
  for (const EdgeIndex edge : boost::make_iterator_range(boost::edges(graph.graph)))
    if (passes(graph, edge, filter))
      boost::add_edge(boost::source(edge, graph.graph), boost::target(edge, graph.graph), result);
  return result;
}

/// Where the edges that pass lead to, node by node: no list per node, so that a round over a million edges
/// takes milliseconds.
struct Targets {
  Targets(const KnowledgeGraph& graph, const EdgeFilter& filter)
      : begin(boost::num_vertices(graph.graph) + 1, 0) {
    const auto& g = graph.graph;
    for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
      for (const EdgeIndex edge : boost::make_iterator_range(boost::out_edges(v, g)))
        if (passes(graph, edge, filter)) targets.push_back(boost::target(edge, g));
      begin[v + 1] = targets.size();
    }
  }
  std::span<const NodeIndex> of(std::size_t v) const {
    return {targets.data() + begin[v], begin[v + 1] - begin[v]};
  }

  std::vector<std::size_t> begin;
  std::vector<NodeIndex> targets;
};

/// Numbers of weak components by union-find, halving paths (Tarjan and van Leeuwen 1984).
std::size_t weak_components(const KnowledgeGraph& graph, const EdgeFilter& filter,
                            std::vector<std::size_t>& numbers) {
  std::vector<std::size_t> parent(numbers.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&parent](std::size_t v) {
    while (parent[v] != v) v = parent[v] = parent[parent[v]];
    return v;
  };
  const auto& g = graph.graph;
  for (const auto v : boost::make_iterator_range(boost::vertices(g)))
    for (const EdgeIndex edge : boost::make_iterator_range(boost::out_edges(v, g))) {
      if (!passes(graph, edge, filter)) continue;
      const std::size_t a = root(v), b = root(boost::target(edge, g));
      parent[std::max(a, b)] = std::min(a, b);
    }
  std::size_t count = 0;
  // A root comes before all others of its component.
  for (std::size_t v = 0; v < numbers.size(); ++v) numbers[v] = root(v) == v ? count++ : numbers[root(v)];
  return count;
}

/// Component numbers as Boost gives them, renamed: the largest is 0, of equal ones that of the earlier node.
std::vector<std::size_t> by_size(std::vector<std::size_t> numbers, std::size_t count) {
  std::vector<std::size_t> size(count, 0), first(count, numbers.size());
  for (std::size_t v = 0; v < numbers.size(); ++v) {
    ++size[numbers[v]];
    first[numbers[v]] = std::min(first[numbers[v]], v);
  }
  std::vector<std::size_t> order(count), place(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b];
  });
  for (std::size_t i = 0; i < count; ++i) place[order[i]] = i;
  for (std::size_t& number : numbers) number = place[number];
  return numbers;
}

}  // namespace

std::vector<double> page_rank(const KnowledgeGraph& graph, const EdgeFilter& filter, double damping) {
  const Targets edges(graph, filter);
  const std::size_t n = boost::num_vertices(graph.graph);
  if (n == 0) return {};
  // Boost's page_rank lets the rank of nodes without outgoing edges vanish.
  constexpr double precision = 1e-12;
  constexpr int most_rounds = 1000;
  std::vector<double> rank(n, 1.0 / static_cast<double>(n)), next(n);
  for (int round = 0; round < most_rounds; ++round) {
    double dangling = 0;
    std::fill(next.begin(), next.end(), 0.0);
    for (std::size_t v = 0; v < n; ++v) {
      const std::span<const NodeIndex> targets = edges.of(v);
      if (targets.empty()) {
        dangling += rank[v];
        continue;
      }
      const double share = rank[v] / static_cast<double>(targets.size());
      for (const NodeIndex target : targets) next[target] += share;
    }
    const double everywhere = (1 - damping + damping * dangling) / static_cast<double>(n);
    double change = 0;
    for (std::size_t v = 0; v < n; ++v) {
      next[v] = everywhere + damping * next[v];
      change += std::abs(next[v] - rank[v]);
    }
    std::swap(rank, next);
    if (change < precision) break;
  }
  return rank;
}

std::vector<double> degrees(const KnowledgeGraph& graph, const EdgeFilter& filter) {
  std::vector<double> degree(boost::num_vertices(graph.graph), 0.0);
  for (const EdgeIndex edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    if (!passes(graph, edge, filter)) continue;
    ++degree[boost::source(edge, graph.graph)];
    ++degree[boost::target(edge, graph.graph)];
  }
  return degree;
}

std::vector<double> betweenness(const KnowledgeGraph& graph, const EdgeFilter& filter) {
  const auto g = plain<boost::directedS>(graph, filter);
  std::vector<double> centrality(boost::num_vertices(g), 0.0);
  boost::brandes_betweenness_centrality(
      g, boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, g)));
  return centrality;
}

std::vector<std::size_t> components(const KnowledgeGraph& graph, Connection connection,
                                    const EdgeFilter& filter) {
  std::vector<std::size_t> numbers(boost::num_vertices(graph.graph));
  if (numbers.empty()) return numbers;
  std::size_t count = 0;
  if (connection == Connection::weak) {
    count = weak_components(graph, filter, numbers);
  } else {
    const auto g = plain<boost::directedS>(graph, filter);
    count = boost::strong_components(
        g, boost::make_iterator_property_map(numbers.begin(), boost::get(boost::vertex_index, g)));
  }
  return by_size(std::move(numbers), count);
}

}  // namespace relata
