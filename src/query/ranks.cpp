// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <cmath>
#include <numeric>

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
  const auto g = plain<boost::directedS>(graph, filter);
  const std::size_t n = boost::num_vertices(g);
  if (n == 0) return {};
  // Boost's page_rank lets the rank of nodes without outgoing edges vanish.
  constexpr double precision = 1e-12;
  constexpr int most_rounds = 1000;
  std::vector<double> rank(n, 1.0 / static_cast<double>(n)), next(n);
  for (int round = 0; round < most_rounds; ++round) {
    double dangling = 0;
    std::fill(next.begin(), next.end(), 0.0);
    for (std::size_t v = 0; v < n; ++v) {
      const std::size_t out = boost::out_degree(v, g);
      if (out == 0) {
        dangling += rank[v];
        continue;
      }
      const double share = rank[v] / static_cast<double>(out);
      for (const auto edge : boost::make_iterator_range(boost::out_edges(v, g)))
        next[boost::target(edge, g)] += share;
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
    const auto g = plain<boost::undirectedS>(graph, filter);
    count = boost::connected_components(
        g, boost::make_iterator_property_map(numbers.begin(), boost::get(boost::vertex_index, g)));
  } else {
    const auto g = plain<boost::directedS>(graph, filter);
    count = boost::strong_components(
        g, boost::make_iterator_property_map(numbers.begin(), boost::get(boost::vertex_index, g)));
  }
  return by_size(std::move(numbers), count);
}

}  // namespace relata
