// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/assemble.hpp"

namespace relata {

/// What property-graph forms show of an edge's evidence.
struct EdgeSummary {
  std::string first, last;  ///< earliest and latest time stated, else date of publication; empty: none known
  std::string articles;     ///< addresses, joined with `|`
  std::string source;       ///< names of those who say so, joined with `|`
  std::string_view sentence;  ///< the first one
};

EdgeSummary summarize(const KnowledgeGraph& graph, const EdgeProperties& edge);

/// The names in order, joined with `|`; a bar inside a name becomes `¦`.
std::string join_names(const std::vector<std::string>& names);

/// What a user said of an edge: `confirmed`, or nothing. What was rejected is in no graph.
std::string_view edge_verdict(const EdgeProperties& edge);

/// How many sentences state an edge; what comes without any counts once.
std::size_t edge_weight(const EdgeProperties& edge);

}  // namespace relata
