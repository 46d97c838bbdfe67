// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relata::detail {

/// A line of page furniture, as told from the line alone: menus, breadcrumbs, share and follow prompts,
/// copyright and cookie notices, photo credits, pointers to other stories.
bool is_furniture(std::string_view line);

/// A line after which the page goes on about other things (`Sources`, `Related news`, `Most read`, `External
/// links`).
bool opens_tail(std::string_view line);

/// A line that ends like a sentence, perhaps behind a closing quote or bracket.
bool ends_like_sentence(std::string_view line);

/// Words separated by blanks.
std::size_t count_words(std::string_view line);

/// The line without blanks at its ends.
std::string_view trimmed(std::string_view line);

}  // namespace relata::detail
