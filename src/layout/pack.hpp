// SPDX-License-Identifier: MIT
#pragma once

#include "relata/layout.hpp"

namespace relata::detail {

/// Moves components next to each other without overlap: the first, the largest, in the middle, each other one
/// at the free place nearest to it, in a whole that is wider than high like a screen. `components` by falling
/// size.
void pack(std::vector<std::vector<Position>>& components);

}  // namespace relata::detail
