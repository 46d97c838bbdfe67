// SPDX-License-Identifier: MIT
#include "layout/spread.hpp"

#include <algorithm>
#include <cmath>

namespace relata::detail {
namespace {

constexpr double least_distance = 1.0;
constexpr double area_of_node = 4.0, least_area_of_node = 1.2;
constexpr double edge_length = 1.9;

struct Box {
  double left, right, bottom, top;
};

Box box_of(const std::vector<Position>& places) {
  Box box = {places[0].x, places[0].x, places[0].y, places[0].y};
  for (const Position& p : places) {
    box.left = std::min(box.left, p.x);
    box.right = std::max(box.right, p.x);
    box.bottom = std::min(box.bottom, p.y);
    box.top = std::max(box.top, p.y);
  }
  return box;
}

/// A square of the plane, as a number that sorts row by row.
std::uint64_t cell_of(std::int64_t column, std::int64_t row) {
  return (static_cast<std::uint64_t>(row + (std::int64_t{1} << 31)) << 32) |
         static_cast<std::uint64_t>(column + (std::int64_t{1} << 31));
}

/// One round of pushing; whether any two were too near.
bool push_apart(std::vector<Position>& places) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> cells(places.size());
  const auto place_in = [](double x) { return static_cast<std::int64_t>(std::floor(x / least_distance)); };
  for (std::uint32_t v = 0; v < places.size(); ++v)
    cells[v] = {cell_of(place_in(places[v].x), place_in(places[v].y)), v};
  std::sort(cells.begin(), cells.end());
  std::vector<Position> shift(places.size());
  bool pushed = false;
  for (std::uint32_t v = 0; v < places.size(); ++v) {
    const std::int64_t column = place_in(places[v].x), row = place_in(places[v].y);
    for (std::int64_t near_row = row - 1; near_row <= row + 1; ++near_row) {
      auto at = std::lower_bound(cells.begin(), cells.end(), std::pair{cell_of(column - 1, near_row), 0U});
      const std::uint64_t end = cell_of(column + 1, near_row);
      for (; at != cells.end() && at->first <= end; ++at) {
        const std::uint32_t u = at->second;
        if (u <= v) continue;
        double dx = places[v].x - places[u].x, dy = places[v].y - places[u].y;
        double distance = std::sqrt(dx * dx + dy * dy);
        if (distance >= least_distance * 0.98) continue;
        if (distance < 1e-9) {  // on one spot: apart by their numbers
          dx = (u & 1) != 0 ? 1 : -1;
          dy = (u & 2) != 0 ? 0.5 : -0.5;
          distance = std::sqrt(dx * dx + dy * dy);
        }
        const double push = (least_distance - std::min(distance, least_distance)) / distance * 0.5 + 1e-3;
        shift[v].x += dx * push;
        shift[v].y += dy * push;
        shift[u].x -= dx * push;
        shift[u].y -= dy * push;
        pushed = true;
      }
    }
  }
  for (std::size_t v = 0; v < places.size(); ++v) {
    // Many neighbours push at once: no node goes farther than the distance to be kept.
    const double length = std::sqrt(shift[v].x * shift[v].x + shift[v].y * shift[v].y);
    const double cut = length > least_distance ? least_distance / length : 1;
    places[v].x += shift[v].x * cut;
    places[v].y += shift[v].y * cut;
  }
  return pushed;
}

}  // namespace

double mean_length(const WeightedGraph& graph, const std::vector<Position>& places) {
  double sum = 0;
  for (std::size_t v = 0; v < graph.size(); ++v)
    for (const auto& neighbour : graph.around(v)) {
      const double dx = places[neighbour.node].x - places[v].x, dy = places[neighbour.node].y - places[v].y;
      sum += std::sqrt(dx * dx + dy * dy);
    }
  return sum / static_cast<double>(std::max<std::size_t>(1, graph.neighbours.size()));
}

void spread(const WeightedGraph& graph, std::vector<Position>& places) {
  if (places.size() < 2) return;
  const Box box = box_of(places);
  const double width = std::max(box.right - box.left, 1e-6), height = std::max(box.top - box.bottom, 1e-6);
  const double area = std::max(width * height, width * width / 25 + height * height / 25);
  const double nodes = static_cast<double>(places.size());
  const double by_length = edge_length / std::max(mean_length(graph, places), 1e-6);
  const double side = std::max(width, height);
  const double scale = std::clamp(
      by_length, std::sqrt(least_area_of_node * nodes) / side,
      std::max(std::sqrt(area_of_node * nodes / area), std::sqrt(least_area_of_node * nodes) / side));
  for (Position& p : places) p = {(p.x - box.left) * scale, (p.y - box.bottom) * scale};
  const int rounds = places.size() > 100'000 ? 20 : 60;
  for (int round = 0; round < rounds && push_apart(places); ++round) {
  }
}

}  // namespace relata::detail
