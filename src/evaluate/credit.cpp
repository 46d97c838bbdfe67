// SPDX-License-Identifier: MIT
#include "evaluate/credit.hpp"

namespace relata::detail {
namespace {

/// A bipartite matching that grows gold by gold along augmenting paths (Kuhn). Since a path never frees a
/// gold, those that come first are credited first.
class Matching {
 public:
  Matching(std::vector<std::vector<std::uint32_t>> edges, std::uint32_t predictions)
      : edges_(std::move(edges)), by_(edges_.size(), Credit::none), owner_(predictions, Credit::none) {}

  std::vector<std::uint32_t> grow() {
    for (std::uint32_t g = 0; g < edges_.size(); ++g) place(g);
    return std::move(by_);
  }

 private:
  /// Breadth first, so that no input is too deep for the stack.
  void place(std::uint32_t start) {
    std::vector<std::uint32_t> reached_from(owner_.size(),
                                            Credit::none);  // the gold that reached a prediction
    std::vector<std::uint32_t> queue = {start};
    for (std::size_t next = 0; next < queue.size(); ++next)
      for (const std::uint32_t p : edges_[queue[next]]) {
        if (reached_from[p] != Credit::none) continue;
        reached_from[p] = queue[next];
        if (owner_[p] != Credit::none) {
          queue.push_back(owner_[p]);
          continue;
        }
        turn(p, start, reached_from);
        return;
      }
  }

  /// Hands every prediction on the path to the gold that reached it.
  void turn(std::uint32_t p, std::uint32_t start, const std::vector<std::uint32_t>& reached_from) {
    while (true) {
      const std::uint32_t g = reached_from[p];
      const std::uint32_t freed = by_[g];
      owner_[p] = g;
      by_[g] = p;
      if (g == start) return;
      p = freed;
    }
  }

  std::vector<std::vector<std::uint32_t>> edges_;
  std::vector<std::uint32_t> by_;     // of each gold
  std::vector<std::uint32_t> owner_;  // of each prediction
};

}  // namespace

Credit credit(std::uint32_t golds, std::uint32_t predictions,
              const std::function<bool(std::uint32_t, std::uint32_t)>& fits) {
  Credit result;
  result.fits_some.resize(predictions, false);
  std::vector<std::vector<std::uint32_t>> edges(golds);
  for (std::uint32_t g = 0; g < golds; ++g)
    for (std::uint32_t p = 0; p < predictions; ++p)
      if (fits(g, p)) {
        edges[g].push_back(p);
        result.fits_some[p] = true;
      }
  result.by = Matching(std::move(edges), predictions).grow();
  return result;
}

}  // namespace relata::detail
