// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "canonicalize/candidate.hpp"

namespace relata::detail {

/// Candidates of the built-in pattern `pattern` between two entities, where both are there and its
/// classes admit them.
void add_pattern(const ArticleState& state, std::vector<Candidate>& out, std::string_view pattern, EntityId s,
                 EntityId o, TokenId t, double sure, bool unconditional);

/// Places and dates of events, `City, Region`, what stands where.
void place_statements(ArticleState& state, std::vector<Candidate>& out);
/// Whose member, part, citizen or property somebody or something is, without a verb: `X-based`, `all
/// Republicans`, `the Ruritanian airline X`.
void affiliation_statements(ArticleState& state, std::vector<Candidate>& out);

}  // namespace relata::detail
