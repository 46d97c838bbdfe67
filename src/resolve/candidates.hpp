// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "relata/resolve.hpp"
#include "resolve/lexicon.hpp"

namespace relata::detail {

/// A name found in the text, before names of one thing are joined.
struct NameCandidate {
  TokenSpan span;
  TokenId head = 0;
  Label cls;
  const KnownEntity* known = nullptr;
  std::string name;   ///< as it stands, or with what it shares: `Ann` of `Ann and Joe Novak` is `Ann Novak`
  std::string key;    ///< normalised
  std::string title;  ///< last role before a person's name, lower case
  Gender gender = Gender::unknown;
  bool demonym = false;
  bool sure = false;  ///< its words or its title tell the class
};

/// Names and demonyms in text order, disjoint.
std::vector<NameCandidate> find_candidates(const Document& doc, const KnowledgeBase& kb);

TokenId head_of(const Document& doc, TokenSpan span);

}  // namespace relata::detail
