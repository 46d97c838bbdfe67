// SPDX-License-Identifier: MIT
#pragma once

#include "canonicalize/assertion.hpp"
#include "canonicalize/candidate.hpp"

namespace relata::detail {

/// How a candidate became a statement: the words its slots were filled with, step by step to their entities,
/// the frame, and the word that set its status.
StatementTrace trace(const ArticleState& state, const Candidate& candidate, const Assertion& assertion);

}  // namespace relata::detail
