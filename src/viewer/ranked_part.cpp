// SPDX-License-Identifier: MIT
#include "viewer/ranked_part.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace relata::detail {

RankedPart ranked_part(const KnowledgeGraph& graph, std::size_t max_edges) {
  const KnowledgeGraph::Graph& g = graph.graph;
  const std::size_t count = boost::num_vertices(g);
  // PageRank flows along edges; half of it counts both directions, so that who acts is as large as what is
  // acted on.
  std::vector<double> score = page_rank(graph);
  const std::vector<double> degree = degrees(graph);
  const double ends = std::max<double>(1, 2 * static_cast<double>(boost::num_edges(g)));
  // Differences in the last bits are none: the order shall be that of every machine.
  for (std::size_t v = 0; v < count; ++v)
    score[v] = std::round((score[v] + degree[v] / ends) / 2 * 1e7) / 1e7;

  RankedPart part;
  part.nodes.resize(count);
  std::iota(part.nodes.begin(), part.nodes.end(), NodeIndex{0});
  std::stable_sort(part.nodes.begin(), part.nodes.end(),
                   [&](NodeIndex a, NodeIndex b) { return score[a] > score[b]; });
  part.number.assign(count, RankedPart::left_out);
  for (std::uint32_t i = 0; i < count; ++i) part.number[part.nodes[i]] = i;

  std::vector<std::size_t> edges_up_to(count, 0);
  for (const EdgeIndex e : boost::make_iterator_range(boost::edges(g)))
    ++edges_up_to[std::max(part.number[boost::source(e, g)], part.number[boost::target(e, g)])];
  std::size_t kept = 0, edges = 0;
  while (kept < count && edges + edges_up_to[kept] <= max_edges) edges += edges_up_to[kept++];
  for (std::size_t i = kept; i < count; ++i) part.number[part.nodes[i]] = RankedPart::left_out;
  part.nodes.resize(kept);
  for (const NodeIndex v : part.nodes) part.ranks.push_back(score[v]);
  part.edges.reserve(edges);
  for (const EdgeIndex e : boost::make_iterator_range(boost::edges(g)))
    if (part.number[boost::source(e, g)] != RankedPart::left_out &&
        part.number[boost::target(e, g)] != RankedPart::left_out)
      part.edges.push_back(e);
  return part;
}

}  // namespace relata::detail
