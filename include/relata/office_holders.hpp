// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relata {

/// One person's time in one office. Days are ISO 8601, to the day, the month or the year as far as is known.
struct Term {
  std::uint32_t person = 0;          ///< index in the knowledge base
  std::string body;                  ///< name of the country or organisation
  std::vector<std::string> offices;  ///< what the office is called: `foreign minister`, `secretary of state`
  std::string begin;                 ///< first day; empty where unknown
  std::string end;                   ///< the day the office was left; empty while it lasts or where unknown
};

/// What an office is called, in the form in which offices are compared: that of names, with synonyms made
/// one.
///   Secretary-General  → secretary general
///   Premier            → prime minister
///   Defense Minister   → defence minister
std::string normalized_office(std::string_view office);

/// Terms of office by body and by person. Read-only after loading, so safe for many threads.
class OfficeHolders {
 public:
  void add(Term term);

  /// Terms in an office of the body (by name) that cover `date`, or a part of it where the date is a month or
  /// a year. On the day on which one leaves and another follows, only the latter.
  std::vector<const Term*> holders(std::string_view body, std::string_view office,
                                   std::string_view date) const;

  /// All terms of a person, in the order they were added.
  std::vector<const Term*> terms_of(std::uint32_t person) const;

  /// Those terms of a person that cover `date` or a part of it.
  std::vector<const Term*> terms_of(std::uint32_t person, std::string_view date) const;

 private:
  std::vector<Term> terms_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_body_;  // normalised name → terms
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_person_;
};

/// Whether `date` is a day, month or year of ISO 8601: `2009-01-20`, `2009-01`, `2009`.
bool is_iso_date(std::string_view date);

}  // namespace relata
