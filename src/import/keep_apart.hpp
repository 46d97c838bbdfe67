// SPDX-License-Identifier: MIT
#pragma once

#include "relata/import_graph.hpp"

namespace relata::importing {

/// What a file has as two nodes shall not become one for their names' sake when the graph is assembled again:
/// where it would, a decision `different` is added. Sorts the articles by address.
void keep_apart(ImportedGraph& graph);

}  // namespace relata::importing
