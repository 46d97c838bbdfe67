// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "relata/document.hpp"
#include "relata/knowledge_base.hpp"
#include "resolve/lexicon.hpp"

namespace relata::detail {

/// Reads the titles in and before people's names.
class NameTitles {
 public:
  NameTitles(const Document& doc, const KnowledgeBase& kb) : doc_(doc), kb_(kb) {}

  /// What the word at `t` says of whom it stands before.
  void note(TokenId t, std::string& title, Gender& gender) const;
  /// Takes titles and nationalities off the name's beginning.
  void strip(TokenSpan& s, std::string& title, Gender& gender) const;
  /// Reads the titles before the name.
  void read_before(TokenSpan s, std::string& title, Gender& gender) const;
  /// `Pope Francis`, `King Charles III`: who reigns is named with the title.
  bool reigns(TokenSpan s) const;

 private:
  const Document& doc_;
  const KnowledgeBase& kb_;
};

}  // namespace relata::detail
