// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "canonicalize/article_state.hpp"

namespace relata::detail {

/// Entities of common nouns that the article singles out, whether or not a statement takes them: events,
/// laws, works and organs of state named by a year or by what else has a name (`the 2019 general election`,
/// `Brexit deal`), and people by whose they are (`Hong Kong protesters`). In text order.
std::vector<EntityId> individuals(ArticleState& state);

}  // namespace relata::detail
