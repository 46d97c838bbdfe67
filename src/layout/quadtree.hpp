// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "relata/layout.hpp"

namespace relata::detail {

/// Points with masses, gathered in squares within squares (Barnes and Hut 1986).
class Quadtree {
 public:
  Quadtree(const std::vector<Position>& points, const std::vector<double>& masses);

  /// The sum over all other points of mass / distance, as a vector away from them. Squares that look small
  /// from there count as one point.
  Position repulsion(std::size_t point) const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Square {
    double mass = 0, x = 0, y = 0;  ///< of all points inside, and their centre
    double width = 0;
    std::array<std::uint32_t, 4> inside = {none, none, none, none};
    std::uint32_t point = none;  ///< the only point, in a square that is not divided
    bool divided = false;
  };
  void add(std::uint32_t point);

  const std::vector<Position>& points_;
  const std::vector<double>& masses_;
  std::vector<Square> squares_;
  double left_ = 0, bottom_ = 0;
};

}  // namespace relata::detail
