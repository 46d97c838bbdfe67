// SPDX-License-Identifier: MIT
#pragma once

#include "resolve/candidate_list.hpp"

namespace relata::detail {

/// Adds the names that the knowledge base knows. A name inside a longer name of the model is left to it.
void find_known(CandidateList& list);

/// Adds nationalities, and capitals that the model passed over, among what is still free.
void find_nationalities_and_capitals(CandidateList& list);

}  // namespace relata::detail
