// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace relata {

/// Columns that valid UTF-8 takes on a terminal: wide East Asian characters and emoji two, combining marks
/// and joiners none (after Unicode's annex 11).
std::size_t display_width(std::string_view text);

}  // namespace relata
