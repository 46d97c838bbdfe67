// SPDX-License-Identifier: MIT
#pragma once

#include "canonicalize/candidate.hpp"

namespace relata::detail {

/// Titles before and after names, read off the words: `German Chancellor Angela Merkel`, `Senator X
/// (R-Texas)`.
void title_statements(ArticleState& state, std::vector<Candidate>& out);

}  // namespace relata::detail
