// SPDX-License-Identifier: MIT
#include "layout/pack.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "layout/hull.hpp"

namespace relata::detail {
namespace {

// Components are laid out on squared paper; the margin keeps them apart.
constexpr double margin = 0.6;
constexpr double aspect = 1.2;

struct Size {
  int width = 1, height = 1;
  friend auto operator<=>(const Size&, const Size&) = default;
};

struct Cell {
  int column = 0, row = 0;
};

/// Moves a component's lower left corner to the origin and tells how many cells it covers.
Size measure(std::vector<Position>& places) {
  Position least = places[0], most = places[0];
  for (const Position& p : places) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  for (Position& p : places) p = {p.x - least.x + margin, p.y - least.y + margin};
  return {static_cast<int>(std::ceil(most.x - least.x + 2 * margin)),
          static_cast<int>(std::ceil(most.y - least.y + 2 * margin))};
}

class Paper {
 public:
  explicit Paper(Size size)
      : columns_(size.width), rows_(size.height), taken_(static_cast<std::size_t>(size.width) * size.height) {
    nearest_.reserve(taken_.size());
    for (int row = 0; row < rows_; ++row)
      for (int column = 0; column < columns_; ++column) nearest_.push_back({column, row});
    const auto distance = [&](const Cell& c) {
      const double dx = (c.column + 0.5 - columns_ / 2.0) / aspect, dy = c.row + 0.5 - rows_ / 2.0;
      return dx * dx + dy * dy;
    };
    std::stable_sort(nearest_.begin(), nearest_.end(),
                     [&](const Cell& a, const Cell& b) { return distance(a) < distance(b); });
  }

  /// The corner of the free rectangle whose middle is nearest to the paper's; false where there is none left.
  bool take(Size size, Cell& corner) {
    // What was not free for a rectangle of this size is not free for the next one.
    std::size_t& from = tried_[size];
    for (; from < nearest_.size(); ++from) {
      const Cell at = {nearest_[from].column - size.width / 2, nearest_[from].row - size.height / 2};
      if (!is_free(at, size)) continue;
      for (int row = at.row; row < at.row + size.height; ++row)
        std::fill_n(taken_.begin() + index(at.column, row), size.width, char{1});
      corner = at;
      return true;
    }
    return false;
  }

  /// Leaves of a rectangle that was taken only these columns of each row.
  void cut(Size size, Cell corner, const std::vector<std::pair<int, int>>& columns) {
    for (int row = 0; row < size.height; ++row) {
      const auto [first, last] = columns[static_cast<std::size_t>(row)];
      const auto begin = taken_.begin() + index(corner.column, corner.row + row);
      std::fill(begin, begin + std::min(first, last), char{0});
      std::fill(begin + last, begin + size.width, char{0});
    }
    tried_.clear();
  }

 private:
  std::ptrdiff_t index(int column, int row) const {
    return static_cast<std::ptrdiff_t>(row) * columns_ + column;
  }
  bool is_free(Cell at, Size size) const {
    if (at.column < 0 || at.row < 0 || at.column + size.width > columns_ || at.row + size.height > rows_)
      return false;
    for (int row = at.row; row < at.row + size.height; ++row)
      if (std::find(taken_.begin() + index(at.column, row),
                    taken_.begin() + index(at.column + size.width, row),
                    char{1}) != taken_.begin() + index(at.column + size.width, row))
        return false;
    return true;
  }

  int columns_, rows_;
  std::vector<char> taken_;
  std::vector<Cell> nearest_;
  std::map<Size, std::size_t> tried_;
};

}  // namespace

void pack(std::vector<std::vector<Position>>& components) {
  if (components.empty()) return;
  std::vector<Size> sizes;
  double area = 0;
  Size largest;
  for (std::vector<Position>& component : components) {
    sizes.push_back(measure(component));
    area += static_cast<double>(sizes.back().width) * sizes.back().height;
    largest = {std::max(largest.width, sizes.back().width), std::max(largest.height, sizes.back().height)};
  }
  std::vector<Cell> corners(components.size());
  for (double room = 1.5;; room *= 2) {
    const double side = std::sqrt(area * room);
    Paper paper({static_cast<int>(side * 1.25) + 2 * largest.width,
                 static_cast<int>(side / 1.25) + 2 * largest.height});
    bool fits = paper.take(sizes[0], corners[0]);
    // The largest seldom fills its rectangle: small ones may come into its corners.
    if (fits)
      paper.cut(sizes[0], corners[0], covered_columns(components[0], sizes[0].height, sizes[0].width));
    for (std::size_t i = 1; fits && i < components.size(); ++i) fits = paper.take(sizes[i], corners[i]);
    if (fits) break;
  }
  for (std::size_t i = 0; i < components.size(); ++i)
    for (Position& p : components[i]) p = {p.x + corners[i].column, p.y + corners[i].row};
}

}  // namespace relata::detail
