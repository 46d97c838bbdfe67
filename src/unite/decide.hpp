// SPDX-License-Identifier: MIT
#pragma once

#include "unite/clusters.hpp"

namespace relata::uniting {

/// Joins by the user's rules, then by equal names, then by short ones.
void decide(Clusters& clusters, const NameRules& rules);

}  // namespace relata::uniting
