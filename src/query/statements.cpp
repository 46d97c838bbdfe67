// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "relata/query.hpp"

namespace relata {
namespace {

/// What an edge states, in words that mean the same in every graph.
std::tuple<std::string_view, std::string_view, std::string_view, Status> key_of(const KnowledgeGraph& graph,
                                                                                EdgeIndex edge) {
  const auto& g = graph.graph;
  return {g[boost::source(edge, g)].id, g[edge].relation, g[boost::target(edge, g)].id, g[edge].status};
}

}  // namespace

std::vector<EdgeIndex> edges_at(const KnowledgeGraph& graph, NodeIndex node, const EdgeFilter& filter) {
  const auto& g = graph.graph;
  std::vector<EdgeIndex> edges;
  for (const EdgeIndex edge : boost::make_iterator_range(boost::out_edges(node, g)))
    if (passes(graph, edge, filter)) edges.push_back(edge);
  for (const EdgeIndex edge : boost::make_iterator_range(boost::in_edges(node, g)))
    if (boost::source(edge, g) != node && passes(graph, edge, filter)) edges.push_back(edge);
  std::sort(edges.begin(), edges.end(), [&](EdgeIndex a, EdgeIndex b) {
    if (g[a].evidence.size() != g[b].evidence.size()) return g[a].evidence.size() > g[b].evidence.size();
    if (g[a].confidence != g[b].confidence) return g[a].confidence > g[b].confidence;
    return key_of(graph, a) < key_of(graph, b);
  });
  return edges;
}

std::vector<EdgeIndex> edges_between(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to,
                                     const EdgeFilter& filter) {
  const auto& g = graph.graph;
  std::vector<EdgeIndex> edges;
  // A hub has many edges out and few in from here, or the other way round.
  if (boost::out_degree(from, g) <= boost::in_degree(to, g)) {
    for (const EdgeIndex edge : boost::make_iterator_range(boost::out_edges(from, g)))
      if (boost::target(edge, g) == to && passes(graph, edge, filter)) edges.push_back(edge);
  } else {
    for (const EdgeIndex edge : boost::make_iterator_range(boost::in_edges(to, g)))
      if (boost::source(edge, g) == from && passes(graph, edge, filter)) edges.push_back(edge);
  }
  std::sort(edges.begin(), edges.end(), [&](EdgeIndex a, EdgeIndex b) {
    return std::tie(g[a].relation, g[a].status, g[a].id) < std::tie(g[b].relation, g[b].status, g[b].id);
  });
  return edges;
}

std::vector<EvidenceAt> timeline(const KnowledgeGraph& graph, NodeIndex node, const EdgeFilter& filter) {
  using Place = std::tuple<bool, std::string, std::string, std::size_t, std::size_t>;
  const std::vector<EdgeIndex> edges = edges_at(graph, node, filter);
  std::vector<std::pair<Place, EvidenceAt>> events;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const std::vector<Evidence>& evidence = graph.graph[edges[i]].evidence;
    for (std::size_t k = 0; k < evidence.size(); ++k) {
      TimeSpan time = time_of(graph, evidence[k]);
      events.push_back(
          {{time.start.empty(), std::move(time.start), std::move(time.end), i, k}, {edges[i], k}});
    }
  }
  std::sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<EvidenceAt> ordered;
  for (const auto& [place, event] : events) ordered.push_back(event);
  return ordered;
}

std::vector<Conflict> conflicts(const KnowledgeGraph& graph) {
  const auto& g = graph.graph;
  std::vector<Conflict> found;
  std::map<std::tuple<NodeIndex, std::string_view, NodeIndex>, std::vector<EdgeIndex>> statements;
  for (const EdgeIndex edge : boost::make_iterator_range(boost::edges(g)))
    if (g[edge].status != Status::hypothetical)
      statements[{boost::source(edge, g), g[edge].relation, boost::target(edge, g)}].push_back(edge);
  for (const auto& [statement, edges] : statements) {
    Conflict conflict;
    bool is_denied = false;
    for (const EdgeIndex edge : edges) {
      if (g[edge].status == Status::denied) {
        conflict.denied = edge;
        is_denied = true;
      } else {
        conflict.asserted.push_back(edge);
      }
    }
    if (is_denied && !conflict.asserted.empty()) found.push_back(std::move(conflict));
  }
  return found;
}

std::vector<EdgeIndex> only_in_first(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  std::set<decltype(key_of(b, EdgeIndex()))> known;
  for (const EdgeIndex edge : boost::make_iterator_range(boost::edges(b.graph)))
    known.insert(key_of(b, edge));
  std::vector<EdgeIndex> missing;
  for (const EdgeIndex edge : boost::make_iterator_range(boost::edges(a.graph)))
    if (!known.contains(key_of(a, edge))) missing.push_back(edge);
  return missing;
}

}  // namespace relata
