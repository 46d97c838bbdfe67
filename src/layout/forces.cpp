// SPDX-License-Identifier: MIT
#include "layout/forces.hpp"

#include <algorithm>
#include <cmath>

#include "layout/coarsen.hpp"
#include "layout/quadtree.hpp"
#include "layout/spread.hpp"
#include "text/checksum.hpp"

namespace relata::detail {
namespace {

constexpr double repulsion_strength = 0.25;

/// Numbers that look random and are the same everywhere, in [-0.5, 0.5).
class Jitter {
 public:
  double next() { return static_cast<double>(splitmix64(state_ += golden_step) >> 11) * 0x1.0p-53 - 0.5; }

 private:
  std::uint64_t state_ = 20081;
};

/// Rounds that a graph of this size is worth: large ones get fewer.
int rounds_for(std::size_t nodes) {
  constexpr double budget = 2.5e5;  // node moves on one level
  return static_cast<int>(std::clamp(budget / static_cast<double>(nodes), 15.0, 200.0));
}

}  // namespace

void balance(const WeightedGraph& graph, std::vector<Position>& places, int rounds) {
  double step = 0, energy = 0;
  int better = 0;
  std::vector<Position> forces(graph.size());
  for (int round = 0; round < rounds; ++round) {
    const Quadtree tree(places, graph.mass);
    double now = 0;
    for (std::size_t v = 0; v < graph.size(); ++v) {
      Position force = tree.repulsion(v);
      const double push = repulsion_strength * graph.mass[v];
      force.x *= push;
      force.y *= push;
      for (const auto& [u, weight] : graph.around(v)) {
        const double dx = places[u].x - places[v].x, dy = places[u].y - places[v].y;
        // Ten statements draw two nodes nearer than one does, but not ten times as strongly.
        const double pull = std::sqrt(dx * dx + dy * dy) * std::sqrt(weight);
        force.x += dx * pull;
        force.y += dy * pull;
      }
      forces[v] = force;
      now += force.x * force.x + force.y * force.y;
    }
    if (round == 0) {
      step = std::max(0.1, mean_length(graph, places) * 0.3);  // half would let two nodes meet
    } else if (now < energy) {
      if (++better >= 5) better = 0, step /= 0.9;
    } else {
      better = 0;
      step *= 0.9;
    }
    energy = now;
    if (rounds - round < rounds / 3) step *= 0.95;  // come to rest
    double moved = 0;
    for (std::size_t v = 0; v < graph.size(); ++v) {
      const double length = std::sqrt(forces[v].x * forces[v].x + forces[v].y * forces[v].y);
      if (length == 0) continue;
      const double go = std::min(step, length) / length;
      places[v].x += forces[v].x * go;
      places[v].y += forces[v].y * go;
      moved = std::max(moved, std::min(step, length));
    }
    if (moved < 0.02) return;  // a hundredth of a tie: nobody would see more
  }
}

std::vector<Position> place_component(WeightedGraph graph) {
  std::vector<WeightedGraph> levels;
  std::vector<std::vector<std::uint32_t>> parents;
  levels.push_back(std::move(graph));
  while (levels.back().size() > 8) {
    Coarser coarser = coarsen(levels.back());
    if (coarser.graph.size() * 10 > levels.back().size() * 9) break;
    levels.push_back(std::move(coarser.graph));
    parents.push_back(std::move(coarser.parent));
  }
  Jitter jitter;
  std::vector<Position> places(levels.back().size());
  const double room = std::sqrt(static_cast<double>(levels.front().size())) * 2;
  for (Position& place : places) place = {jitter.next() * room, jitter.next() * room};
  for (std::size_t level = levels.size(); level-- > 0;) {
    if (level + 1 < levels.size()) {
      std::vector<Position> finer(levels[level].size());
      for (std::size_t v = 0; v < finer.size(); ++v) {
        const Position& parent = places[parents[level][v]];
        finer[v] = {parent.x + jitter.next() * 0.5, parent.y + jitter.next() * 0.5};
      }
      places = std::move(finer);
    }
    balance(levels[level], places, rounds_for(levels[level].size()));
  }
  return places;
}

}  // namespace relata::detail
