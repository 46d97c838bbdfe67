// SPDX-License-Identifier: MIT
#pragma once

#include "resolve/candidate_list.hpp"

namespace relata::detail {

/// Looks at all candidates of a document, in text order, at once: one class for one name, namesakes told
/// apart by what else is named, the family name that two share, and the nouns that a name has behind it.
void settle_names(CandidateList& list);

}  // namespace relata::detail
