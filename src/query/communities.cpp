// SPDX-License-Identifier: MIT
// The Leiden algorithm (Traag, Waltman and van Eck 2019, "From Louvain to Leiden: guaranteeing well-connected
// communities"), for modularity. Where the paper draws at random, this takes the best, and nodes come in a
// fixed shuffled order: the same graph gives the same communities.
#include <algorithm>
#include <deque>
#include <numeric>
#include <span>

#include "relata/query.hpp"
#include "text/checksum.hpp"

namespace relata {
namespace {

using Community = std::uint32_t;

/// An undirected weighted graph. A loop's weight stands once in `loops`, all else at both ends.
struct Network {
  struct Neighbour {
    std::uint32_t node;
    double weight;
  };
  std::vector<std::size_t> begin;
  std::vector<Neighbour> neighbours;
  std::vector<double> strength;  ///< sum of weights at each node, loops twice
  std::vector<double> loops;
  double total = 0;  ///< sum of all strengths: twice the weight of all edges

  std::size_t size() const { return strength.size(); }
  std::span<const Neighbour> around(std::size_t v) const {
    return {neighbours.data() + begin[v], begin[v + 1] - begin[v]};
  }
};

struct Link {
  std::uint32_t a, b;
  double weight;
};

/// Equal pairs become one link.
Network make_network(std::size_t size, std::vector<Link> links) {
  for (Link& link : links)
    if (link.a > link.b) std::swap(link.a, link.b);
  std::sort(links.begin(), links.end(),
            [](const Link& x, const Link& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  std::size_t kept = 0;
  for (const Link& link : links) {
    if (kept > 0 && links[kept - 1].a == link.a && links[kept - 1].b == link.b) {
      links[kept - 1].weight += link.weight;
    } else {
      links[kept++] = link;
    }
  }
  links.resize(kept);
  Network network;
  network.begin.assign(size + 1, 0);
  network.strength.assign(size, 0);
  network.loops.assign(size, 0);
  for (const Link& link : links) {
    network.strength[link.a] += link.weight;
    network.strength[link.b] += link.weight;
    network.total += 2 * link.weight;
    if (link.a == link.b) {
      network.loops[link.a] += link.weight;
    } else {
      ++network.begin[link.a + 1];
      ++network.begin[link.b + 1];
    }
  }
  std::partial_sum(network.begin.begin(), network.begin.end(), network.begin.begin());
  network.neighbours.resize(network.begin[size]);
  std::vector<std::size_t> next(network.begin.begin(), network.begin.end() - 1);
  for (const Link& link : links) {
    if (link.a == link.b) continue;
    network.neighbours[next[link.a]++] = {link.b, link.weight};
    network.neighbours[next[link.b]++] = {link.a, link.weight};
  }
  return network;
}

/// Nodes in an order that looks random and is the same everywhere.
std::vector<std::uint32_t> shuffled(std::size_t size) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(size);
  for (std::size_t i = 0; i < size; ++i)
    keys[i] = {splitmix64((i + 1) * golden_step), static_cast<std::uint32_t>(i)};
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = keys[i].second;
  return order;
}

/// Numbers from 0 in order of first use; how many there are.
std::size_t renumber(std::vector<Community>& of) {
  std::vector<Community> names(of.size(), static_cast<Community>(of.size()));
  Community count = 0;
  for (Community& c : of) {
    if (names[c] == of.size()) names[c] = count++;
    c = names[c];
  }
  return count;
}

/// Weights of links from one node to the communities around it.
class Around {
 public:
  explicit Around(std::size_t size) : weight_(size, 0) {}

  template <class Wanted>
  void count(const Network& network, std::size_t v, const std::vector<Community>& of, const Wanted& wanted) {
    for (const Community c : touched_) weight_[c] = 0;
    touched_.clear();
    for (const auto& [node, weight] : network.around(v)) {
      if (!wanted(node)) continue;
      if (weight_[of[node]] == 0) touched_.push_back(of[node]);
      weight_[of[node]] += weight;
    }
  }
  double operator[](Community c) const { return weight_[c]; }
  const std::vector<Community>& touched() const { return touched_; }

 private:
  std::vector<double> weight_;
  std::vector<Community> touched_;
};

constexpr double least_gain = 1e-10;  // below it rounding would decide

class Leiden {
 public:
  explicit Leiden(double resolution) : resolution_(resolution) {}

  std::vector<Community> run(Network network) const {
    std::vector<Community> result(network.size());
    std::iota(result.begin(), result.end(), Community{0});
    std::vector<Community> of = result;  // of the nodes of `network`
    while (true) {
      move_nodes(network, of);
      const std::size_t count = renumber(of);
      std::vector<Community> refined = refine(network, of);
      const std::size_t refined_count = renumber(refined);
      if (refined_count == network.size()) {  // nothing to aggregate any more
        for (Community& c : result) c = of[c];
        break;
      }
      for (Community& c : result) c = refined[c];
      std::vector<Community> next_of(refined_count);
      for (std::size_t v = 0; v < network.size(); ++v) next_of[refined[v]] = of[v];
      network = aggregate(network, refined, refined_count);
      of = std::move(next_of);
      if (count == refined_count) {
        for (Community& c : result) c = of[c];
        break;
      }
    }
    renumber(result);
    return result;
  }

 private:
  /// Local moving: a node goes where modularity gains most; its neighbours are then looked at again.
  void move_nodes(const Network& network, std::vector<Community>& of) const {
    const std::size_t n = network.size();
    std::vector<double> weight(n, 0);
    for (std::size_t v = 0; v < n; ++v) weight[of[v]] += network.strength[v];
    std::vector<Community> empty;
    {
      std::vector<char> used(n, 0);
      for (const Community c : of) used[c] = 1;
      for (std::size_t c = n; c > 0; --c)
        if (used[c - 1] == 0) empty.push_back(static_cast<Community>(c - 1));
    }
    std::vector<std::uint32_t> members(n, 0);
    for (const Community c : of) ++members[c];
    const std::vector<std::uint32_t> order = shuffled(n);
    std::deque<std::uint32_t> queue(order.begin(), order.end());
    std::vector<char> queued(n, 1);
    Around around(n);
    while (!queue.empty()) {
      const std::uint32_t v = queue.front();
      queue.pop_front();
      queued[v] = 0;
      const Community home = of[v];
      const double own = network.strength[v];
      around.count(network, v, of, [](std::uint32_t) { return true; });
      const auto gain = [&](Community c, double others) {
        return around[c] - resolution_ * own * others / network.total;
      };
      const double staying = gain(home, weight[home] - own);
      double best = staying + least_gain;
      Community best_home = home;
      for (const Community c : around.touched()) {
        if (c == home) continue;
        if (const double here = gain(c, weight[c]); here > best) {
          best = here;
          best_home = c;
        }
      }
      if (members[home] > 1 && !empty.empty() && 0 > best) best_home = empty.back();  // alone is best
      if (best_home == home) continue;
      if (!empty.empty() && best_home == empty.back()) empty.pop_back();
      weight[home] -= own;
      if (--members[home] == 0) empty.push_back(home);
      weight[best_home] += own;
      ++members[best_home];
      of[v] = best_home;
      for (const auto& [node, link] : network.around(v))
        if (queued[node] == 0 && of[node] != best_home) {
          queued[node] = 1;
          queue.push_back(node);
        }
    }
  }

  /// Splits each community into well connected parts: single nodes join parts of their own community.
  std::vector<Community> refine(const Network& network, const std::vector<Community>& of) const {
    const std::size_t n = network.size();
    std::vector<double> whole(n, 0);
    for (std::size_t v = 0; v < n; ++v) whole[of[v]] += network.strength[v];
    std::vector<Community> part(n);
    std::iota(part.begin(), part.end(), Community{0});
    std::vector<double> weight(network.strength),
        outward(n, 0);  // of parts; links to the rest of the community
    for (std::size_t v = 0; v < n; ++v)
      for (const auto& [node, link] : network.around(v))
        if (of[node] == of[v]) outward[v] += link;
    std::vector<char> single(n, 1);
    const auto well_connected = [&](Community p, Community c) {
      return outward[p] >= resolution_ * weight[p] * (whole[c] - weight[p]) / network.total;
    };
    Around around(n);
    for (const std::uint32_t v : shuffled(n)) {
      const Community c = of[v];
      if (single[v] == 0 || !well_connected(v, c)) continue;
      around.count(network, v, part, [&](std::uint32_t node) { return of[node] == c; });
      double best = least_gain;
      Community best_part = part[v];
      for (const Community p : around.touched()) {
        if (p == part[v] || !well_connected(p, c)) continue;
        const double gain = around[p] - resolution_ * network.strength[v] * weight[p] / network.total;
        if (gain > best) {
          best = gain;
          best_part = p;
        }
      }
      if (best_part == part[v]) continue;
      single[v] = 0;
      single[best_part] = 0;
      outward[best_part] += outward[v] - 2 * around[best_part];
      weight[best_part] += network.strength[v];
      part[v] = best_part;
    }
    return part;
  }

  static Network aggregate(const Network& network, const std::vector<Community>& part, std::size_t count) {
    std::vector<Link> links;
    for (std::uint32_t v = 0; v < network.size(); ++v) {
      if (network.loops[v] > 0) links.push_back({part[v], part[v], network.loops[v]});
      for (const auto& [node, weight] : network.around(v))
        if (v < node) links.push_back({part[v], part[node], weight});
    }
    return make_network(count, std::move(links));
  }

  double resolution_;
};

double modularity(const Network& network, const std::vector<Community>& of, double resolution) {
  if (network.total == 0) return 0;
  std::vector<double> inside(network.size(), 0), weight(network.size(), 0);
  for (std::uint32_t v = 0; v < network.size(); ++v) {
    weight[of[v]] += network.strength[v];
    inside[of[v]] += 2 * network.loops[v];
    for (const auto& [node, link] : network.around(v))
      if (of[node] == of[v]) inside[of[v]] += link;
  }
  double sum = 0;
  for (std::size_t c = 0; c < network.size(); ++c)
    sum += inside[c] / network.total - resolution * (weight[c] / network.total) * (weight[c] / network.total);
  return sum;
}

/// The largest is 0; of equal ones, that of the earlier node.
std::vector<std::size_t> by_size(const std::vector<Community>& of) {
  std::vector<std::size_t> size(of.size(), 0), order(of.size()), place(of.size());
  for (const Community c : of) ++size[c];
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return size[a] > size[b]; });
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<std::size_t> numbers(of.size());
  for (std::size_t v = 0; v < of.size(); ++v) numbers[v] = place[of[v]];
  return numbers;
}

}  // namespace

Communities communities(const KnowledgeGraph& graph, const EdgeFilter& filter, double resolution) {
  const auto& g = graph.graph;
  std::vector<Link> links;
  for (const auto v : boost::make_iterator_range(boost::vertices(g)))
    for (const EdgeIndex edge : boost::make_iterator_range(boost::out_edges(v, g)))
      if (passes(graph, edge, filter))
        links.push_back(
            {static_cast<std::uint32_t>(v), static_cast<std::uint32_t>(boost::target(edge, g)), 1});
  const Network network = make_network(boost::num_vertices(g), std::move(links));
  Communities found;
  if (network.size() == 0) return found;
  const std::vector<Community> of = Leiden(resolution).run(network);
  found.modularity = modularity(network, of, resolution);
  found.of = by_size(of);
  return found;
}

}  // namespace relata
