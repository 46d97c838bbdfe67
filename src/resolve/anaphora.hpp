// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "resolve/clusters.hpp"

namespace relata::detail {

/// Adds mentions by role (`the Russian president`) and by pronoun (`he`, `its`) to the names, which are in
/// text order. Only the clear cases are linked.
void add_anaphora(const Document& doc, Clusters& clusters, std::vector<Mention>& mentions);

}  // namespace relata::detail
