// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canonicalize/article_state.hpp"

namespace relata::detail {

/// A title with what belongs to it: `former German Foreign Minister`, `Secretary of State`.
struct Title {
  TokenId role = no_token;       ///< the word `Minister`
  TokenSpan words;               ///< what names the office: `Foreign Minister`
  std::string trigger;           ///< `minister`
  std::string joined;            ///< `prime_minister`, `foreign_minister`, or empty
  std::vector<EntityId> bodies;  ///< country or organisation it is an office of
  std::string_view party;
  bool past = false;
  bool future = false;  ///< `incoming`, `-elect`
  bool deputy = false;
  bool of_part = false;              ///< `the Ruritanian intelligence chief` heads no state
  EntityId nationality = no_entity;  ///< the country of `Ruritanian` among the bodies
};

/// Where the rank begins whose last word is `role` (`Rear Admiral`); `first` where that is no rank. A general
/// after some offices is none: `Attorney General`.
TokenId rank_start(const Document& doc, TokenId first, TokenId role);

/// Reads the words of titles off the text.
class TitleReader {
 public:
  explicit TitleReader(const ArticleState& state) : state_(state), doc_(state.doc()) {}

  /// The party whose members are called so, or empty.
  std::string_view party_of(std::string_view word) const;
  /// The same of a word in the text; a Social Democrat is not of the party of Democrats.
  std::string_view party_at(TokenId t) const;
  /// Adds the bodies named within [first, last) that a title may be of.
  void bodies(TokenId first, TokenId last, Title& title) const;
  /// Reads the title whose role word is `role`; modifiers may start at `first`, an `of` phrase may end at
  /// `last`.
  Title read(TokenId first, TokenId role, TokenId last, EntityId person) const;
  /// Where the words begin that may be a title ending before `last`; not before `begin`.
  TokenId phrase_start(TokenId begin, TokenId last) const;
  /// The role word of a title phrase: its last word, or the one that an of-phrase follows; no_token if none.
  TokenId role_in(TokenId first, TokenId last) const;

 private:
  std::string trigger(TokenId t) const;
  bool in_entity(TokenId t, EntityId person) const;
  bool inside_name(TokenId t) const;

  const ArticleState& state_;
  const Document& doc_;
};

}  // namespace relata::detail
