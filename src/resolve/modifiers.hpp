// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "relata/resolve.hpp"

namespace relata::detail {

/// Names, sorted by place, that modify a noun: as adjective, possessor, compound or after `of`.
std::vector<Mention> names_modifying(const Document& doc, const std::vector<Mention>& names, TokenId noun);

}  // namespace relata::detail
