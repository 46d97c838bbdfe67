// SPDX-License-Identifier: MIT
#include "read/dates.hpp"

#include <array>
#include <charconv>
#include <chrono>

#include "read/pattern.hpp"

namespace relata::detail {
namespace {

#define RELATA_MONTH                                                                                     \
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:" \
  "ober)?|"                                                                                              \
  "nov(?:ember)?|dec(?:ember)?)\\.?"
#define RELATA_WEEKDAY "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?"

int number(std::string_view digits) {
  int n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

int month_number(std::string_view name) {
  constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
  std::string start;
  for (const char c : name.substr(0, 3)) start += static_cast<char>(c | 0x20);
  return static_cast<int>(names.find(start) / 3) + 1;
}

std::string iso(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1000) return {};
  const auto two = [](int n) {
    return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
  };
  return std::to_string(year) + '-' + two(month) + '-' + two(day);
}

}  // namespace

std::string find_date(std::string_view line) {
  static const Pattern standard(
      R"(\b(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(Z\b|[+-]\d\d:?\d\d)?)?(?![\d-]))");
  static const Pattern month_first("\\b" RELATA_MONTH R"(\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b)");
  static const Pattern day_first(R"((?<![\d:])(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+)" RELATA_MONTH
                                 R"(,?[\s-]+(\d{4})\b)");
  static const Pattern numeric(R"((?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/]))");
  if (const auto m = standard.match(line)) {
    const auto& g = *m;
    std::string date = iso(number(g[1]), number(g[2]), number(g[3]));
    if (date.empty() || g[4].empty()) return date;
    date += 'T';
    date += g[4];
    date += g[5] == "z" ? "Z" : g[5];
    return date;
  }
  // The one that stands first in the line counts.
  const auto first = month_first.match(line);
  const auto second = day_first.match(line);
  if (first && (!second || (*first)[0].data() <= (*second)[0].data()))
    return iso(number((*first)[3]), month_number((*first)[1]), number((*first)[2]));
  if (second) return iso(number((*second)[3]), month_number((*second)[2]), number((*second)[1]));
  if (const auto m = numeric.match(line)) {
    const int a = number((*m)[1]), b = number((*m)[2]), year = number((*m)[3]);
    if (a > 12 || a == b) return iso(year, b, a);
    if (b > 12) return iso(year, a, b);
  }
  return {};
}

bool is_date_line(std::string_view line) {
  static const Pattern shape(
      R"(^\W*(?:(?:first |originally )?(?:published|posted|issued|filed|released|date|dated)(?: on| at)?\s*:?\s*)?)"
      "(?:" RELATA_WEEKDAY R"([\s,/|]+)?)"
      "(?:" RELATA_MONTH R"(\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?[\s-]+)" RELATA_MONTH
      R"(,?[\s-]+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}))"
      R"((?:[T\s,|/·•–—-]*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*\(?(?:[A-Z]{1,4}|[+-]\d\d:?\d\d)?\)?)?)"
      R"((?:[\s,|/·•–—-]+(?:updated|last updated|modified)\b.*|[\s|/·•–—-]+\d+ \w+ ago)?\W*$)");
  return line.size() < 160 && shape.matches(line) && !find_date(line).empty();
}

bool is_bare_day(std::string_view line) {
  static const Pattern shape("^(?:" RELATA_WEEKDAY R"([\s,/|]+)?(?:)" RELATA_MONTH
                             R"(\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}\s+)" RELATA_MONTH R"()\W*$)");
  return line.size() < 60 && shape.matches(line);
}

bool is_update_line(std::string_view line) {
  static const Pattern shape(
      R"(^\W*(?:(?:this )?(?:page|article|story|post) (?:was )?)?(?:last |first )?(?:updated|modified|edited|reviewed|changed)\b(?:\s*:|\s+(?:on|at)\b|\s+\d|\s+)" RELATA_WEEKDAY
      R"(\b|\s+)" RELATA_MONTH R"(\b|\s*$))");
  return line.size() < 120 && shape.matches(line);
}

}  // namespace relata::detail
