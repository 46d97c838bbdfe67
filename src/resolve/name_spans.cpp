// SPDX-License-Identifier: MIT
#include "resolve/name_spans.hpp"

#include <algorithm>
#include <array>

#include "relata/knowledge_base.hpp"
#include "resolve/lexicon.hpp"

namespace relata::detail {
namespace {

bool joins(std::string_view word) {
  return word == "of" || word == "for" || word == "on";
}

/// Whether the token may go on a name: a capitalised proper noun that begins no person or date.
bool goes_on(const Document& doc, TokenId t) {
  const Token& k = doc.tokens[t];
  if (!is_proper(doc, t) || !is_capital(doc, t)) return false;
  const bool starts = k.ent_iob == EntIob::begin;
  return !(starts && k.ent_type == ent::PERSON) && k.ent_type != ent::DATE;
}

TokenId run_from(const Document& doc, TokenId first, TokenId end) {
  while (first < end && goes_on(doc, first)) ++first;
  return first;
}

bool names_institution(const Document& doc, TokenSpan words) {
  for (TokenId t = words.first; t < words.last; ++t)
    if (!class_of_word(lower_ascii(doc.word(t))).empty()) return true;
  return false;
}

/// Whether the parser coordinates something in `words` with something in the name.
bool coordinated(const Document& doc, TokenSpan name, TokenSpan words) {
  for (TokenId t = words.first; t < words.last; ++t) {
    const Token& k = doc.tokens[t];
    if (k.dep == dep::conj && k.head >= name.first && k.head < words.first) return true;
  }
  return false;
}

}  // namespace

bool is_capital(const Document& doc, TokenId t) {
  const std::string_view w = doc.word(t);
  if (w.empty()) return false;
  const auto lead = static_cast<unsigned char>(w[0]);
  return (lead >= 'A' && lead <= 'Z') || (lead >= 0xC3 && lead <= 0xC9) || lead == 0xE1;
}

bool is_proper(const Document& doc, TokenId t) {
  return doc.tokens[t].tag == tag::NNP || doc.tokens[t].tag == tag::NNPS;
}

TokenId key_of_name(const Document& doc, TokenSpan name) {
  for (TokenId t = name.first + 1; t < name.last; ++t)
    if (joins(doc.word(t))) return t - 1;
  return name.last - 1;
}

namespace {

/// `University of California, San Diego`: universities of several campuses name them so.
TokenId campus_end(const Document& doc, TokenSpan name) {
  static constexpr std::array states = {"California", "Wisconsin",  "Texas",         "Illinois", "Michigan",
                                        "Maryland",   "Minnesota",  "Massachusetts", "Nebraska", "Colorado",
                                        "Missouri",   "Tennessee",  "Alabama",       "Houston",  "Arkansas",
                                        "Carolina",   "Washington", "Hawaii"};
  const TokenId comma = name.last;
  if (name.last - name.first < 3 || doc.word(name.first) != "University" ||
      doc.word(name.first + 1) != "of" ||
      std::ranges::find(states, doc.word(name.last - 1)) == states.end() || comma + 1 >= doc.size() ||
      doc.word(comma) != "," || doc.tokens[comma + 1].sent_start)
    return name.last;
  TokenId last = comma + 1;
  while (last < doc.size() && last < comma + 3 && is_proper(doc, last) && is_capital(doc, last)) ++last;
  return last == comma + 1 ? name.last : last;
}

}  // namespace

TokenSpan extended_name(const Document& doc, TokenSpan name) {
  const TokenId key = key_of_name(doc, name);
  if (!is_proper(doc, key) || class_of_word(lower_ascii(doc.word(key))).empty()) return name;
  const TokenId end = doc.sentences()[doc.sentence_of(name.first)].last;
  bool phrase = key + 1 < name.last;
  for (int parts = 0; parts < 4; ++parts) {
    const TokenId t = name.last;
    if (t + 1 >= end) break;
    const std::string_view word = doc.word(t);
    TokenId from = t + 1;
    if (joins(word)) {
      if (doc.tokens[from].tag == tag::DT && from + 1 < end) ++from;
      const TokenId last = run_from(doc, from, end);
      // `the Union of Prime Minister X` is the union of somebody with an office.
      if (last == from || (from == t + 1 && last > from + 1 && is_role(lower_ascii(doc.word(last - 1)))))
        break;
      name.last = last;
      phrase = true;
    } else if (goes_on(doc, t) && phrase) {
      name.last = run_from(doc, t, end);
    } else if (phrase && (word == "and" || word == "&" || word == ",")) {
      // `Ministry of Defence and Foreign Office` are two; `Rail, Maritime and Transport Workers` is one.
      const TokenId last = run_from(doc, from, end);
      const TokenSpan more{from, last};
      if (last == from || names_institution(doc, more) || !coordinated(doc, name, more)) break;
      if (word == ",") {
        TokenId next = last;
        if (next < end && doc.word(next) == ",") ++next;
        if (next + 1 >= end || doc.word(next) != "and" || !goes_on(doc, next + 1)) break;
      }
      name.last = last;
    } else {
      break;
    }
  }
  name.last = campus_end(doc, name);
  return name;
}

bool is_given_name(const Document& doc, TokenId t) {
  return gender_of_given_name(normalized_name(doc.word(t))) != Gender::unknown;
}

TokenId end_with_form(const Document& doc, TokenSpan name) {
  static constexpr std::array forms = {"Holdings", "Holding", "Group", "Corporation", "plc",
                                       "PLC",      "AG",      "SE",    "NV",          "GmbH"};
  static constexpr std::array abbreviated = {"Inc", "Inc.", "Corp", "Corp.", "Ltd", "Ltd.", "LLC", "LLP"};
  const auto is_one = [&](const auto& of, TokenId t) {
    return t < doc.size() && std::ranges::find(of, doc.word(t)) != of.end();
  };
  const TokenId t = name.last;
  if (is_one(forms, t) || is_one(abbreviated, t)) return t + 1;
  return t < doc.size() && doc.word(t) == "," && is_one(abbreviated, t + 1) ? t + 2 : t;
}

TokenId holder_in_name(const Document& doc, TokenSpan name) {
  if (name.last - name.first < 3 || name.first == 0) return no_token;
  TokenId before = name.first - 1;
  if (before > 0 && doc.tokens[before].tag == tag::DT) --before;
  if (!joins(doc.word(before)) && doc.word(before) != "from") return no_token;
  if (!class_of_word(lower_ascii(doc.word(name.last - 1))).empty()) return no_token;
  for (TokenId t = name.first + 1; t + 1 < name.last; ++t)
    if (is_proper(doc, t) && is_given_name(doc, t)) return t;
  return no_token;
}

}  // namespace relata::detail
