// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "relata/resolve.hpp"

namespace relata::detail {

/// Names, sorted by place, that modify a noun: as adjective, possessor, compound or after `of`.
std::vector<Mention> names_modifying(const Document& doc, const std::vector<Mention>& names, TokenId noun);

/// The word at the head of a compound, such as `Moscow suburb`, that `t` stands in.
TokenId head_of_compound(const Document& doc, TokenId t);
/// The same, past adjectives too: `French President Nicolas Sarkozy`.
TokenId head_of_modified(const Document& doc, TokenId t);

}  // namespace relata::detail
