// SPDX-License-Identifier: MIT
#include "resolve/name_ends.hpp"

#include <algorithm>
#include <array>

#include "resolve/lexicon.hpp"
#include "resolve/name_class.hpp"
#include "resolve/name_spans.hpp"

namespace relata::detail {
namespace {

bool is_particle(std::string_view word) {
  static constexpr std::array particles = {"von", "van", "der",  "den", "de", "di",  "da",
                                           "du",  "del", "dos",  "la",  "le", "al",  "el",
                                           "bin", "ibn", "bint", "ter", "zu", "ten", "della"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

}  // namespace

bool NameEnds::proper(TokenId t) const {
  return is_proper(doc_, t);
}
bool NameEnds::capital(TokenId t) const {
  return is_capital(doc_, t);
}

void NameEnds::mend(TokenSpan& s, Label& type) const {
  if (s.last - s.first > 2 && doc_.word(s.last - 2) == "-" && is_suffix(s.last - 1)) s.last -= 2;
  strip_kind(s, type);
  add_words_before(s, type);
  add_possessed(s, type);
  add_storm(s, type);
  add_feature(s, type);
  add_model(s, type);
}

/// `Ann Holm-led`
bool NameEnds::is_suffix(TokenId t) const {
  static constexpr std::array words = {"led", "era",  "style", "born",  "type",   "like",
                                       "run", "aide", "based", "owned", "backed", "appointed"};
  return std::find(words.begin(), words.end(), doc_.word(t)) != words.end();
}

/// `the Ann Holm-era law`: what is compounded with a noun is no half of a name.
bool NameEnds::is_noun_after(TokenId t) const {
  return doc_.tokens[t].tag == tag::NN || doc_.tokens[t].tag == tag::NNS;
}

void NameEnds::end_person(TokenSpan& s) const {
  // `Choi Soon | -sil`
  if (s.last + 1 < doc_.size() && s.last - s.first > 1 && doc_.word(s.last) == "-" && !list_.taken(s.last) &&
      doc_.tokens[s.last].char_begin == doc_.tokens[s.last - 1].char_end &&
      doc_.tokens[s.last + 1].char_begin == doc_.tokens[s.last].char_end && !list_.taken(s.last + 1)) {
    const Token& half = doc_.tokens[s.last + 1];
    if ((half.tag == tag::NNP || half.tag == tag::NN || half.tag == tag::FW) && !is_suffix(s.last + 1) &&
        doc_.word(s.last + 1).size() < 6 && (s.last + 2 >= doc_.size() || !is_noun_after(s.last + 2)))
      s.last += 2;
  }
  if (s.last >= doc_.size() || doc_.tokens[s.last].sent_start || list_.taken(s.last) || !proper(s.last))
    return;
  const std::string_view next = doc_.word(s.last);
  // What hangs on a further name is a part of it: `Ana Lucia | Prado`
  const Token& end = doc_.tokens[s.last - 1];
  const std::string following = lower_ascii(next);
  if (end.dep == dep::compound && end.head == s.last && capital(s.last) &&
      doc_.tokens[s.last].ent_type.empty() && !is_title(following) && class_of_word(following).empty() &&
      !is_shouted(next)) {
    ++s.last;
    return;
  }
  const bool elided = next.size() > 3 && (next.starts_with("d'") || next.starts_with("d\u2019"));
  // A given name alone before a name that is nobody else's.
  const std::string word = lower_ascii(next);
  if (s.last - s.first == 1 && is_given_name(doc_, s.first) && capital(s.last) &&
      doc_.tokens[s.last].ent_type.empty() && doc_.tokens[s.last].tag == tag::NNP && !is_title(word) &&
      class_of_word(word).empty() && !is_shouted(next)) {
    ++s.last;
    return;
  }
  if (elided || (capital(s.last) && is_particle(lower_ascii(doc_.word(s.last - 1))))) ++s.last;
}

/// `Retailer | Tesco`, `Budget airline | Wizz`: what it is one of is no part of its name.
void NameEnds::strip_kind(TokenSpan& s, Label& type) const {
  for (TokenId t = s.last - 1; t-- > s.first;) {
    const std::string word = lower_ascii(doc_.word(t));
    const bool small = doc_.word(t) == word;
    if (!capital(t + 1) || (!small && !(t == s.first && doc_.tokens[t].sent_start)) || is_title(word))
      continue;
    const Label kind = class_of_kind(word);
    if (kind.empty()) continue;
    // `Union Bank` is called so.
    if (!small && s.last - t == 2 && !class_of_word(lower_ascii(doc_.word(t + 1))).empty()) continue;
    s.first = t + 1;
    if (kind != cls::Person && (type == ent::PERSON || type == ent::GPE))
      type = kind == cls::Location ? ent::GPE : kind == cls::Work ? ent::WORK_OF_ART : ent::ORG;
    return;
  }
}

Label NameEnds::key_class(TokenSpan s) const {
  return class_of_word(lower_ascii(doc_.word(key_of_name(doc_, s))));
}

bool NameEnds::takes_known(TokenSpan s) const {
  static constexpr std::array bodies = {"court", "committee", "commission", "council", "tribunal"};
  const std::string key = lower_ascii(doc_.word(key_of_name(doc_, s)));
  return class_of_word(key) == cls::Organization ||
         std::find(bodies.begin(), bodies.end(), key) != bodies.end();
}

/// `Internet | Research Agency`
void NameEnds::add_words_before(TokenSpan& s, Label type) const {
  if (type != ent::ORG || s.last - s.first < 2 || key_class(s).empty()) return;
  for (int words = 0; words < 2 && s.first > 0; ++words) {
    const TokenId t = s.first - 1;
    const Token& k = doc_.tokens[t];
    if (!proper(t) || !capital(t) || k.dep != dep::compound || k.head < s.first || k.head >= s.last ||
        !k.ent_type.empty() || list_.taken(t) || is_title(lower_ascii(doc_.word(t))) ||
        !class_of_kind(lower_ascii(doc_.word(t))).empty())
      return;
    s.first = t;
  }
}

/// `Durban Magistrate | 's Court`, `Children | 's Commissioner`: bodies that are named after whom they are
/// for.
void NameEnds::add_possessed(TokenSpan& s, Label& type) const {
  static constexpr std::array people = {
      "magistrate", "magistrates", "children", "women",     "men",        "workers",  "players",
      "teachers",   "people",      "farmers",  "students",  "veterans",   "writers",  "soldiers",
      "mothers",    "girls",       "boys",     "consumers", "nurses",     "doctors",  "lawyers",
      "sheriff",    "governor",    "king",     "queen",     "prosecutor", "attorney", "commoners",
      "parents",    "employers",   "coroner",  "ombudsman", "producers",  "actors",   "directors",
      "traders",    "journalists", "bishops",  "seamen",    "pilots"};
  const TokenId of = s.last;
  if (of + 1 >= doc_.size() || doc_.tokens[of].tag != tag::POS || list_.taken(of + 1) || !capital(of + 1) ||
      !proper(of + 1) || doc_.tokens[of + 1].sent_start)
    return;
  const std::string last = lower_ascii(doc_.word(of - 1));
  if (std::find(people.begin(), people.end(), last) == people.end()) return;
  TokenId end = of + 1;
  while (end < doc_.size() && end < of + 4 && proper(end) && capital(end) && !list_.taken(end) &&
         !doc_.tokens[end].sent_start)
    ++end;
  if (class_of_word(lower_ascii(doc_.word(end - 1))).empty()) return;
  s.last = end;
  type = ent::ORG;
}

/// `Tropical Storm | Wenda`
void NameEnds::add_storm(TokenSpan& s, Label& type) const {
  for (int words = 0; words < 2 && s.first > 0 && !list_.taken(s.first - 1); ++words)
    if (is_storm_name(doc_, {s.first - 1, s.last})) --s.first;
  if (is_storm_name(doc_, s)) type = ent::EVENT;
}

/// `Lake | Tana`, `Mount | Elgon`
void NameEnds::add_feature(TokenSpan& s, Label& type) const {
  static constexpr std::array features = {"lake", "mount", "mt",   "mt.", "cape",
                                          "fort", "port",  "camp", "isle"};
  if (type == ent::ORG || s.first == 0 || !capital(s.first - 1) || !proper(s.first - 1) ||
      list_.taken(s.first - 1) || doc_.tokens[s.first - 1].head < s.first ||
      doc_.tokens[s.first - 1].head >= s.last)
    return;
  const std::string word = lower_ascii(doc_.word(s.first - 1));
  if (std::find(features.begin(), features.end(), word) == features.end()) return;
  --s.first;
  type = ent::LOC;
}

/// `Antonov | An-24`
void NameEnds::add_model(TokenSpan& s, Label& type) const {
  if (type == ent::GPE || s.last >= doc_.size() || list_.taken(s.last) || doc_.tokens[s.last].sent_start ||
      !is_model_number(doc_.word(s.last)))
    return;
  ++s.last;
  type = ent::PRODUCT;
}

}  // namespace relata::detail
