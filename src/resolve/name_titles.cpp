// SPDX-License-Identifier: MIT
#include "resolve/name_titles.hpp"

#include <algorithm>
#include <array>

#include "resolve/name_spans.hpp"

namespace relata::detail {

void NameTitles::note(TokenId t, std::string& title, Gender& gender) const {
  std::string w = lower_ascii(doc_.word(t));
  if (w.ends_with('.')) w.pop_back();
  if (is_role(w)) title = w;
  if (const Gender g = gender_of(w); g != Gender::unknown) gender = g;
}

bool NameTitles::reigns(TokenSpan s) const {
  static constexpr std::array titles = {"king",    "queen", "prince", "princess", "pope", "emperor",
                                        "empress", "emir",  "sultan", "saint",    "tsar"};
  const std::string title = lower_ascii(doc_.word(s.first));
  if (std::find(titles.begin(), titles.end(), title) == titles.end() || s.last - s.first < 2 ||
      s.last - s.first > 3 || !is_capital(doc_, s.first))
    return false;
  const std::string_view number = doc_.word(s.last - 1);
  return s.last - s.first == 2 ||
         std::all_of(number.begin(), number.end(), [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

void NameTitles::strip(TokenSpan& s, std::string& title, Gender& gender) const {
  while (s.first < s.last) {
    std::string w = lower_ascii(doc_.word(s.first));
    if (w.ends_with('.')) w.pop_back();
    if (reigns(s)) {
      note(s.first, title, gender);
      return;
    }
    if (!is_title(w) && kb_.by_demonym(doc_.word(s.first)).empty()) break;
    note(s.first++, title, gender);
  }
  // One word alone is a family name as a rule: `Warren`, `Kelly`.
  if (s.last - s.first > 1)
    if (const Gender g = gender_of_given_name(normalized_name(doc_.word(s.first))); gender == Gender::unknown)
      gender = g;
}

void NameTitles::read_before(TokenSpan s, std::string& title, Gender& gender) const {
  for (TokenId t = s.first; t > 0 && s.first - t < 4; --t) {
    std::string w = lower_ascii(doc_.word(t - 1));
    if (w.ends_with('.')) w.pop_back();
    if (!is_title(w) && doc_.tokens[t - 1].pos != pos::PROPN) break;
    if (title.empty() && is_title(w)) note(t - 1, title, gender);
  }
}

}  // namespace relata::detail
