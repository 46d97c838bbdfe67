// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "relata/layout.hpp"

namespace relata::detail {

/// Which columns of squared paper the convex hull of the places covers, with a margin of one square, by row:
/// first and one past the last. No line between two places leaves it. Places lie within `rows` rows and
/// `columns` columns.
std::vector<std::pair<int, int>> covered_columns(std::vector<Position> places, int rows, int columns);

}  // namespace relata::detail
