// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <set>

#include "relata/query.hpp"

namespace relata {
namespace {

using Nodes = std::vector<NodeIndex>;
constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

/// Who is next to whom, over the edges that pass. Looked up when it is asked for: a short path passes a small
/// part of a big graph.
class Network {
 public:
  Network(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to, const PathOptions& options)
      : graph_(graph), from_(from), to_(to), options_(options) {}

  /// The first of the shortest ways from the end of `root` to `to` that pass no node of `root` again and,
  /// from its end, none of `closed`; appended to `root`. Empty: there is none of at most `max_length` steps
  /// in all.
  Nodes shortest(Nodes root, NodeIndex to, const std::set<NodeIndex>& closed, std::size_t max_length) const {
    const NodeIndex from = root.back();
    const std::size_t nodes = boost::num_vertices(graph_.graph);
    std::vector<std::size_t> left(nodes, unreached);  // steps to `to`
    std::vector<bool> barred(nodes, false);
    for (const NodeIndex v : root) barred[v] = true;
    if (barred[to]) return {};
    left[to] = 0;
    Nodes queue = {to};
    std::size_t best = unreached;  // steps from `from`, over an open first step
    for (std::size_t i = 0; i < queue.size() && left[queue[i]] < best; ++i) {
      const NodeIndex at = queue[i];
      each_neighbor(at, Side::before, [&](NodeIndex v) {
        if (v == from && !closed.contains(at)) best = std::min(best, left[at] + 1);
        if (barred[v] || left[v] != unreached) return;
        left[v] = left[at] + 1;
        queue.push_back(v);
      });
    }
    if (best == unreached || root.size() - 1 + best > max_length) return {};
    for (NodeIndex at = from; at != to;) {
      const std::size_t wanted = best - 1;
      NodeIndex first = nodes;
      each_neighbor(at, Side::after, [&](NodeIndex v) {
        if (left[v] == wanted && !(at == from && closed.contains(v))) first = std::min(first, v);
      });
      at = first;
      best = wanted;
      root.push_back(at);
    }
    return root;
  }

 private:
  enum class Side : std::uint8_t { before, after };

  /// Calls `use` with the node at the other end of each edge; with some more than once.
  template <class Use>
  void each_neighbor(NodeIndex v, Side side, Use use) const {
    const auto& g = graph_.graph;
    const auto take = [&](EdgeIndex edge, NodeIndex other) {
      const bool is_station = other == from_ || other == to_ || !g[other].is_literal();
      if (other != v && is_station && passes(graph_, edge, options_.filter)) use(other);
    };
    if (side == Side::after || !options_.directed)
      for (const EdgeIndex edge : boost::make_iterator_range(boost::out_edges(v, g)))
        take(edge, boost::target(edge, g));
    if (side == Side::before || !options_.directed)
      for (const EdgeIndex edge : boost::make_iterator_range(boost::in_edges(v, g)))
        take(edge, boost::source(edge, g));
  }

  const KnowledgeGraph& graph_;
  NodeIndex from_, to_;
  const PathOptions& options_;
};

struct ShorterThenEarlier {
  bool operator()(const Nodes& a, const Nodes& b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

/// Where the found paths that begin like `path` up to `place` go from there.
std::set<NodeIndex> branches(const std::vector<Nodes>& found, const Nodes& path, std::size_t place) {
  std::set<NodeIndex> taken;
  for (const Nodes& other : found)
    if (other.size() > place + 1 && std::equal(path.begin(), path.begin() + place + 1, other.begin()))
      taken.insert(other[place + 1]);
  return taken;
}

std::vector<EdgeIndex> step(const KnowledgeGraph& graph, NodeIndex a, NodeIndex b,
                            const PathOptions& options) {
  std::vector<EdgeIndex> edges = edges_between(graph, a, b, options.filter);
  if (!options.directed) {
    const std::vector<EdgeIndex> back = edges_between(graph, b, a, options.filter);
    edges.insert(edges.end(), back.begin(), back.end());
  }
  std::stable_sort(edges.begin(), edges.end(), [&](EdgeIndex x, EdgeIndex y) {
    return graph.graph[x].confidence > graph.graph[y].confidence;
  });
  return edges;
}

}  // namespace

std::vector<Path> shortest_paths(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to,
                                 const PathOptions& options) {
  if (from == to || options.count == 0) return {};
  const Network network(graph, from, to, options);
  std::vector<Nodes> found;
  std::set<Nodes, ShorterThenEarlier> candidates;
  if (Nodes first = network.shortest({from}, to, {}, options.max_length); !first.empty())
    candidates.insert(std::move(first));
  while (!candidates.empty()) {
    found.push_back(std::move(candidates.extract(candidates.begin()).value()));
    if (found.size() == options.count) break;
    const Nodes path = found.back();
    for (std::size_t place = 0; place + 1 < path.size(); ++place) {
      const auto end = path.begin() + static_cast<std::ptrdiff_t>(place) + 1;
      Nodes spur =
          network.shortest(Nodes(path.begin(), end), to, branches(found, path, place), options.max_length);
      if (!spur.empty()) candidates.insert(std::move(spur));
    }
  }

  std::vector<Path> paths;
  for (Nodes& nodes : found) {
    Path path;
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
      path.steps.push_back(step(graph, nodes[i], nodes[i + 1], options));
    path.nodes = std::move(nodes);
    paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace relata
