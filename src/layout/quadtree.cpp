// SPDX-License-Identifier: MIT
#include "layout/quadtree.hpp"

#include <algorithm>
#include <utility>

namespace relata::detail {
namespace {
// Below this many halvings two points count as one place.
constexpr int most_levels = 24;
// A square counts as one point from farther away than its width divided by this.
constexpr double opening = 1.2;
}  // namespace

Quadtree::Quadtree(const std::vector<Position>& points, const std::vector<double>& masses)
    : points_(points), masses_(masses) {
  squares_.reserve(2 * points.size() + 1);
  squares_.emplace_back();
  if (points.empty()) return;
  const auto [left, right] =
      std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.x < b.x; });
  const auto [bottom, top] =
      std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.y < b.y; });
  left_ = left->x;
  bottom_ = bottom->y;
  squares_[0].width = std::max(right->x - left_, top->y - bottom_) * 1.0001 + 1e-9;
  for (std::uint32_t i = 0; i < points.size(); ++i) add(i);
  for (Square& square : squares_) {
    square.x /= square.mass;
    square.y /= square.mass;
  }
}

void Quadtree::add(std::uint32_t point) {
  std::uint32_t at = 0;
  double left = left_, bottom = bottom_;
  std::uint32_t moved = none;  // the point that stood alone in a square and goes one level down with us
  for (int level = 0;; ++level) {
    const double mass = masses_[point];
    squares_[at].mass += mass;
    squares_[at].x += mass * points_[point].x;
    squares_[at].y += mass * points_[point].y;
    if (!squares_[at].divided) {
      if (squares_[at].point == none) {
        squares_[at].point = point;
        return;
      }
      // Too near each other to be told apart: they count as one.
      if (level >= most_levels) return;
      squares_[at].divided = true;
      moved = std::exchange(squares_[at].point, none);
    }
    const double half = squares_[at].width / 2;
    const auto quarter_of = [&](std::uint32_t p) {
      return static_cast<std::size_t>((points_[p].x >= left + half ? 1 : 0) +
                                      (points_[p].y >= bottom + half ? 2 : 0));
    };
    const auto inside = [&](std::size_t quarter) {
      if (squares_[at].inside[quarter] == none) {
        squares_[at].inside[quarter] = static_cast<std::uint32_t>(squares_.size());
        squares_.emplace_back().width = half;
      }
      return squares_[at].inside[quarter];
    };
    if (moved != none) {
      Square& into = squares_[inside(quarter_of(moved))];
      into.point = moved;
      into.mass = masses_[moved];
      into.x = masses_[moved] * points_[moved].x;
      into.y = masses_[moved] * points_[moved].y;
      moved = none;
    }
    const std::size_t quarter = quarter_of(point);
    at = inside(quarter);
    if ((quarter & 1) != 0) left += half;
    if ((quarter & 2) != 0) bottom += half;
  }
}

Position Quadtree::repulsion(std::size_t point) const {
  const Position here = points_[point];
  Position sum;
  std::array<std::uint32_t, 4 * (most_levels + 2)> open;
  std::size_t count = 0;
  open[count++] = 0;
  while (count > 0) {
    const Square& square = squares_[open[--count]];
    if (square.point == point) continue;
    const double dx = here.x - square.x, dy = here.y - square.y;
    const double distance2 = dx * dx + dy * dy;
    if (!square.divided || square.width * square.width < opening * opening * distance2) {
      const double weight = square.mass / std::max(distance2, 1e-6);
      sum.x += dx * weight;
      sum.y += dy * weight;
      continue;
    }
    for (const std::uint32_t inner : square.inside)
      if (inner != none) open[count++] = inner;
  }
  return sum;
}

}  // namespace relata::detail
