// SPDX-License-Identifier: MIT
#pragma once

#include "canonicalize/article_state.hpp"

namespace relata::detail {

/// How a predicate is asserted, and by whom.
struct Assertion {
  Status status = Status::factual;
  EntityId source = no_entity;
  std::string source_label;
  TokenId cue = no_token;        ///< the word that set the status
  TokenId source_at = no_token;  ///< head of the words that name the source
};

/// Reads status and source of the predicate at `t` off the path to the root of its sentence.
Assertion assertion(ArticleState& state, TokenId t);

}  // namespace relata::detail
