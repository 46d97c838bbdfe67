// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace relata::detail {

/// Bytes of the dateline that opens a paragraph, its dash and the blanks behind it included; 0: none.
///   LONDON (Reuters) - The minister …             → LONDON (Reuters) -
///   ST. PETERSBURG, Russia, Oct. 20 (AP) — Two …  → ST. PETERSBURG, Russia, Oct. 20 (AP) —
///   WARSAW -- Poland …                            → WARSAW --
///   MOSCOW — a city of millions — …               → nothing: the sentence goes on
std::size_t dateline_size(std::string_view paragraph);

}  // namespace relata::detail
