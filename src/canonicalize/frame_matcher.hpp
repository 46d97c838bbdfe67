// SPDX-License-Identifier: MIT
#pragma once

#include "canonicalize/candidate.hpp"
#include "canonicalize/predicates.hpp"

namespace relata::detail {

/// Candidates of every frame whose trigger and slots the predicate offers.
void match_frames(ArticleState& state, const Predicate& predicate, std::vector<Candidate>& out);

/// What no relation covers: `open:lemma` and `open:lemma_preposition` between named entities.
void open_relations(ArticleState& state, std::span<const Clause> clauses, std::vector<Candidate>& out);

}  // namespace relata::detail
