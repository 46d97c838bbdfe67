// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "resolve/clusters.hpp"

namespace relata::detail {

/// Mentions by a definite noun that is the last word of what was named before: `the party` after `Labour
/// Party`, `the station` after `Waterloo station`; `the missile treaty` where the article names one treaty
/// alone; `the country` for the one spoken of last. `names` are in text order; one of them that is such a
/// noun with a capital, `the Court`, becomes what it stands for.
std::vector<Mention> read_definite_nouns(const Document& doc, const Clusters& clusters,
                                         std::vector<Mention>& names);

}  // namespace relata::detail
