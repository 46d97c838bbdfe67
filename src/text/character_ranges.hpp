// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <iterator>

namespace relata {

/// Characters from `first` to `last`, both included.
struct CharacterRange {
  char32_t first, last;
};

/// Whether a character is in one of the ranges, which stand in order.
constexpr bool is_in(const auto& ranges, char32_t c) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), c,
                       [](char32_t each, const CharacterRange& range) { return each < range.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

}  // namespace relata
