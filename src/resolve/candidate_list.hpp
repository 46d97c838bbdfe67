// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "resolve/candidates.hpp"

namespace relata::detail {

/// The candidates of one document while they are found. No token is in two.
class CandidateList {
 public:
  CandidateList(const Document& doc, const KnowledgeBase& kb);

  bool taken(TokenId t) const { return taken_[t]; }
  /// Whether no token of the span is in a candidate.
  bool free(TokenSpan span) const;
  /// The model's entity over a token, or nullptr.
  const EntitySpan* entity_over(TokenId t) const { return over_[t]; }
  NameCandidate& add(TokenSpan span, Label cls, const KnownEntity* known = nullptr);
  /// Drops the candidates within `span`, which are part of a longer name.
  void give_up(TokenSpan span);

  const Document& doc;
  const KnowledgeBase& kb;
  std::vector<NameCandidate> found;
  /// Last words of the full names that the model finds, and where the first of these begins.
  std::unordered_map<std::string_view, TokenId> family_names;

 private:
  std::vector<bool> taken_;
  std::vector<const EntitySpan*> over_;
};

}  // namespace relata::detail
