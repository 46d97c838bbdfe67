// SPDX-License-Identifier: MIT
#pragma once

#include "resolve/candidate_list.hpp"

namespace relata::detail {

/// Mends where the model lets a name begin and end.
class NameEnds {
 public:
  explicit NameEnds(const CandidateList& list) : list_(list), doc_(list.doc) {}

  /// Takes off what is no part of the name and adds what belongs to it; `type` follows what it then is:
  ///   Retailer | Tesco    Internet | Research Agency    Durban Magistrate | 's Court    Tropical Storm |
  ///   Wenda Lake | Tana         Antonov | An-24               Angela Merkel | -led
  void mend(TokenSpan& s, Label& type) const;

  /// Adds the rest of a person's name that the model ends too early:
  ///   Ursula von der | Leyen    Jean | d'Aubert    Choi Soon | -sil
  void end_person(TokenSpan& s) const;

  /// Whether a name known by itself may be a part of this one: a ministry is named without its country.
  bool takes_known(TokenSpan s) const;

 private:
  bool proper(TokenId t) const;
  bool capital(TokenId t) const;
  bool is_suffix(TokenId t) const;
  bool is_noun_after(TokenId t) const;
  Label key_class(TokenSpan s) const;
  void strip_kind(TokenSpan& s, Label& type) const;
  void add_words_before(TokenSpan& s, Label type) const;
  void add_possessed(TokenSpan& s, Label& type) const;
  void add_storm(TokenSpan& s, Label& type) const;
  void add_feature(TokenSpan& s, Label& type) const;
  void add_model(TokenSpan& s, Label& type) const;

  const CandidateList& list_;
  const Document& doc_;
};

}  // namespace relata::detail
