// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "resolve/candidates.hpp"

namespace relata::detail {

/// Names of the knowledge base that need the article's support: those that bodies of many countries share
/// (`Supreme Court`), and those that are also a word or a family name (`Apple`).
class KnownNames {
 public:
  /// `found`: what is known of the article without support.
  KnownNames(const Document& doc, const KnowledgeBase& kb, const std::vector<NameCandidate>& found);

  /// The body of this name in the country that stands by it (`India's Supreme Court`), else in the country
  /// that the article names most; nullptr where neither has one.
  const KnownEntity* local(TokenSpan span) const;

  /// The thing of this name and of the kind that the language model sees there, or nullptr.
  const KnownEntity* weak(TokenSpan span, Label type) const;

 private:
  /// The country that owns what stands at the span.
  struct Owner {
    bool named = false;          ///< somebody is named as the owner
    const std::string* country;  ///< name, or nullptr where the owner is no country
  };
  Owner owner(TokenSpan span) const;
  const std::string* country_of(TokenSpan span) const;
  bool capitalised(TokenId t) const;

  const Document& doc_;
  const KnowledgeBase& kb_;
  std::string main_country_;
  std::vector<std::string> main_regions_;  ///< regions that make up half of what is said of the country
};

}  // namespace relata::detail
