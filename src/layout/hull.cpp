// SPDX-License-Identifier: MIT
#include "layout/hull.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace relata::detail {
namespace {

/// Andrew's monotone chain (1979), counter-clockwise.
std::vector<Position> convex_hull(std::vector<Position> places) {
  std::sort(places.begin(), places.end(),
            [](const Position& a, const Position& b) { return std::tie(a.x, a.y) < std::tie(b.x, b.y); });
  std::vector<Position> hull;
  const auto turns_left = [&](const Position& p) {
    const Position &a = hull[hull.size() - 2], &b = hull.back();
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0;
  };
  const auto walk = [&](auto first, auto last) {
    const std::size_t start = hull.size();
    for (auto p = first; p != last; ++p) {
      while (hull.size() >= start + 2 && !turns_left(*p)) hull.pop_back();
      hull.push_back(*p);
    }
    hull.pop_back();  // the other chain begins with it
  };
  walk(places.begin(), places.end());
  walk(places.rbegin(), places.rend());
  return hull;
}

}  // namespace

std::vector<std::pair<int, int>> covered_columns(std::vector<Position> places, int rows, int columns) {
  const std::vector<Position> hull = convex_hull(std::move(places));
  std::vector<std::pair<int, int>> spans(static_cast<std::size_t>(rows), {columns, 0});
  const auto cover = [&](int row, double x) {
    for (int near = std::max(0, row - 1); near <= std::min(rows - 1, row + 1); ++near) {
      auto& [first, last] = spans[static_cast<std::size_t>(near)];
      first = std::max(0, std::min(first, static_cast<int>(std::floor(x)) - 1));
      last = std::min(columns, std::max(last, static_cast<int>(std::floor(x)) + 2));
    }
  };
  for (std::size_t i = 0; i < hull.size(); ++i) {
    Position low = hull[i], high = hull[(i + 1) % hull.size()];
    if (low.y > high.y) std::swap(low, high);
    const int first = static_cast<int>(std::floor(low.y)), last = static_cast<int>(std::floor(high.y));
    cover(first, low.x);
    cover(last, high.x);
    for (int row = first + 1; row <= last; ++row)  // where the side crosses from row to row
      cover(row, low.x + (high.x - low.x) * (row - low.y) / (high.y - low.y));
  }
  return spans;
}

}  // namespace relata::detail
