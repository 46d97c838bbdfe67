// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "resolve/clusters.hpp"

namespace relata::detail {

/// Mentions of several at once, one for each member, on the same words: `the two leaders`, `both countries`,
/// and `they` for those named together before (`X and Y … they`), or for a body of people (`the police …
/// they`). Where the text does not make the members plain there is none.
std::vector<Mention> read_plurals(const Document& doc, const Clusters& clusters,
                                  const std::vector<Mention>& mentions);

}  // namespace relata::detail
