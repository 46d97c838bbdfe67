// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/question.hpp"

namespace relata::cli {

/// Prints groups of nodes, at most `limit` (0: all): a table with the most mentioned of each, or a line of
/// JSON each of type `name` with the ids of all. `numbers` has the number of each node's group.
void print_groups(const KnowledgeGraph& graph, const std::vector<std::size_t>& numbers,
                  const std::string& name, std::size_t limit, bool json);

}  // namespace relata::cli
