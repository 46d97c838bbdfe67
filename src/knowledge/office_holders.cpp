// SPDX-License-Identifier: MIT
#include "relata/office_holders.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "relata/knowledge_base.hpp"

namespace relata {
namespace {

/// `date` with the end of `day` (`-12-31`) put where a month or a day is missing.
std::string completed(std::string_view date, std::string_view day) {
  std::string full(date);
  full += day.substr(date.size() < 7 ? 0 : date.size() < 10 ? 3 : 6);
  return full;
}

/// First and last day that a date may mean. That some months have no 31st does no harm in comparing.
std::string first_day(std::string_view date) {
  return completed(date, "-01-01");
}
std::string last_day(std::string_view date) {
  return completed(date, "-12-31");
}

bool covers(const Term& term, const std::string& first, const std::string& last) {
  return (term.begin.empty() || first_day(term.begin) <= last) &&
         (term.end.empty() || first <= last_day(term.end));
}

bool has_office(const Term& term, std::string_view office) {
  return std::find(term.offices.begin(), term.offices.end(), office) != term.offices.end();
}

}  // namespace

bool is_iso_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i)
    if (i == 4 || i == 7 ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  const auto in = [&](std::size_t at, std::string_view low, std::string_view high) {
    return date.size() < at + 2 || (date.substr(at, 2) >= low && date.substr(at, 2) <= high);
  };
  return in(5, "01", "12") && in(8, "01", "31");
}

std::string normalized_office(std::string_view office) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> synonyms = {
      {{"premier", "prime minister"},
       {"pm", "prime minister"},
       {"defense minister", "defence minister"},
       {"defense secretary", "defence secretary"},
       {"secretary of defence", "secretary of defense"},
       {"foreign affairs minister", "foreign minister"}}};
  std::string name = normalized_name(office);
  for (const auto& [word, plain] : synonyms)
    if (name == word) return std::string(plain);
  return name;
}

void OfficeHolders::add(Term term) {
  for (std::string& office : term.offices) office = normalized_office(office);
  const auto i = static_cast<std::uint32_t>(terms_.size());
  by_body_[normalized_name(term.body)].push_back(i);
  by_person_[term.person].push_back(i);
  terms_.push_back(std::move(term));
}

std::vector<const Term*> OfficeHolders::holders(std::string_view body, std::string_view office,
                                                std::string_view date) const {
  std::vector<const Term*> found;
  const auto at = by_body_.find(normalized_name(body));
  if (at == by_body_.end() || !is_iso_date(date)) return found;
  const std::string name = normalized_office(office), first = first_day(date), last = last_day(date);
  for (const std::uint32_t i : at->second)
    if (has_office(terms_[i], name) && covers(terms_[i], first, last)) found.push_back(&terms_[i]);
  // On the day of the change the new holder counts.
  if (std::any_of(found.begin(), found.end(), [&](const Term* term) { return term->begin == date; }))
    std::erase_if(found, [&](const Term* term) { return term->end == date; });
  return found;
}

std::vector<const Term*> OfficeHolders::terms_of(std::uint32_t person) const {
  std::vector<const Term*> found;
  if (const auto at = by_person_.find(person); at != by_person_.end())
    for (const std::uint32_t i : at->second) found.push_back(&terms_[i]);
  return found;
}

std::vector<const Term*> OfficeHolders::terms_of(std::uint32_t person, std::string_view date) const {
  if (!is_iso_date(date)) return {};
  std::vector<const Term*> found = terms_of(person);
  std::erase_if(found, [first = first_day(date), last = last_day(date)](const Term* term) {
    return !covers(*term, first, last);
  });
  return found;
}

}  // namespace relata
