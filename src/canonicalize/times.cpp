// SPDX-License-Identifier: MIT
#include "canonicalize/times.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

namespace ch = std::chrono;

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

std::string iso(ch::sys_days day) {
  const ch::year_month_day d(day);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(d.year()),
                static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
  return buffer;
}

std::string iso(int year, unsigned month) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u", year, month);
  return buffer;
}

/// A number of one to four digits, a trailing `st`, `nd`, `rd`, `th` or `s` allowed; -1 for anything else.
int number(std::string_view word) {
  int n = 0;
  std::size_t i = 0;
  for (; i < word.size() && i < 5 && word[i] >= '0' && word[i] <= '9'; ++i) n = n * 10 + (word[i] - '0');
  if (i == 0 || i > 4) return -1;
  const std::string_view rest = word.substr(i);
  return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ? n : -1;
}

unsigned month(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  for (unsigned i = 0; i < 12; ++i)
    if (word == month_names[i] || word == months[i] || (i == 8 && word == "sept")) return i + 1;
  return 0;
}

std::optional<ch::sys_days> day_of(std::string_view published) {
  if (published.size() < 10) return std::nullopt;
  const int y = number(published.substr(0, 4)), m = number(published.substr(5, 2)),
            d = number(published.substr(8, 2));
  if (y < 0 || m < 0 || d < 0) return std::nullopt;
  const ch::year_month_day ymd{ch::year(y), ch::month(static_cast<unsigned>(m)),
                               ch::day(static_cast<unsigned>(d))};
  if (!ymd.ok()) return std::nullopt;
  return ch::sys_days(ymd);
}

std::vector<std::string> word_list(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : lower(text)) {
    if (c == ' ' || c == ',' || c == '\n' || c == '(' || c == ')') {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

/// Where words for an interval part, or an empty span: `2001 | to | 2004`, `between May | and | June`,
/// `2001|–|2004`.
struct Divide {
  std::size_t first = 0, last = 0;
};

Divide divide(std::string_view lower_text) {
  const bool between = lower_text.starts_with("between ");
  for (const std::string_view word : {" to ", " until ", " till ", " through ", " and "}) {
    const std::size_t at = lower_text.find(word);
    if (at != std::string_view::npos && (word != " and " || between)) return {at, at + word.size()};
  }
  // A hyphen parts years alone, since days have hyphens.
  for (const std::string_view dash : {"\u2013", "-"})
    if (const std::size_t at = lower_text.find(dash);
        at != std::string_view::npos && lower_text.size() == at + dash.size() + 4 && at >= 4 &&
        number(lower_text.substr(at - 4, 4)) >= 1000 && number(lower_text.substr(at + dash.size())) >= 1000)
      return {at, at + dash.size()};
  return {};
}

bool names_month_last(std::string_view text) {
  const std::vector<std::string> words = word_list(text);
  return !words.empty() && month(words.back()) != 0;
}

/// The time of words that are no interval.
StatementTime point_in_time(std::string_view text, std::string_view published, bool future) {
  StatementTime time;
  time.text = text;
  const std::vector<std::string> w = word_list(text);
  const std::optional<ch::sys_days> today = day_of(published);
  int year = -1, day = -1;
  unsigned mon = 0;
  std::string_view shift;
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (const unsigned m = month(w[i])) mon = m;
    const int n = number(w[i]);
    if (n >= 1000 && n <= 2200) year = n;
    if (n >= 1 && n <= 31) day = n;
    if (w[i] == "last" || w[i] == "next" || w[i] == "this" || w[i] == "previous") shift = w[i];
    // `the 1990s`
    if (w[i].size() == 5 && w[i].back() == 's') {
      const int decade = number(std::string_view(w[i]).substr(0, 4));
      if (decade >= 1000 && decade % 10 == 0) {
        time.start = std::to_string(decade);
        time.end = std::to_string(decade + 9);
        return time;
      }
    }
  }
  const auto one = [&time](std::string value) {
    time.start = value;
    time.end = std::move(value);
  };
  if (mon) {
    if (year < 0 && today) {
      // Without a year the nearest such month: behind in a report, ahead in a plan.
      const ch::year_month_day now(*today);
      year = static_cast<int>(now.year());
      const int distance = static_cast<int>(mon) - static_cast<int>(static_cast<unsigned>(now.month()));
      if (shift == "last" && distance >= 0)
        --year;
      else if (shift == "next" && distance <= 0)
        ++year;
      else if (distance > 6 && !future)
        --year;
      else if (distance < -6 && future)
        ++year;
    }
    if (year < 0) return time;
    if (day < 0) {
      one(iso(year, mon));
      return time;
    }
    const ch::year_month_day d{ch::year(year), ch::month(mon), ch::day(static_cast<unsigned>(day))};
    if (d.ok()) one(iso(ch::sys_days(d)));
    return time;
  }
  if (year >= 0 && w.size() <= 3) {
    one(std::to_string(year));
    return time;
  }
  if (!today) return time;
  const ch::year_month_day now(*today);
  for (const std::string& word : w) {
    if (word == "today" || word == "tonight") one(iso(*today));
    if (word == "yesterday") one(iso(*today - ch::days(1)));
    if (word == "tomorrow") one(iso(*today + ch::days(1)));
    if (word == "year" && !shift.empty())
      one(std::to_string(static_cast<int>(now.year()) + (shift == "next" ? 1 : shift == "this" ? 0 : -1)));
    if (word == "month" && !shift.empty()) {
      const ch::year_month m = now.year() / now.month() + ch::months(shift == "next"   ? 1
                                                                     : shift == "this" ? 0
                                                                                       : -1);
      one(iso(static_cast<int>(m.year()), static_cast<unsigned>(m.month())));
    }
    if (word == "week" && !shift.empty()) {
      const unsigned since_monday = (ch::weekday(*today).c_encoding() + 6) % 7;
      const ch::sys_days monday = *today - ch::days(since_monday) +
                                  ch::days(shift == "next"   ? 7
                                           : shift == "this" ? 0
                                                             : -7);
      time.start = iso(monday);
      time.end = iso(monday + ch::days(6));
    }
    for (unsigned i = 0; i < 7; ++i)
      if (word == weekdays[i]) {
        const int back = static_cast<int>((ch::weekday(*today).c_encoding() + 7 - i) % 7);
        if (shift == "next" || future) {
          one(iso(*today + ch::days((7 - back) % 7 == 0 ? 7 : 7 - back)));
        } else {
          one(iso(*today - ch::days(shift == "last" && back == 0 ? 7 : back)));
        }
      }
  }
  return time;
}

}  // namespace

StatementTime parse_time(std::string_view text, std::string_view published, bool future) {
  const std::string small = lower(text);
  if (const Divide cut = divide(small); cut.last > 0) {
    StatementTime time;
    time.text = text;
    std::size_t first = 0;
    for (const std::string_view word : {"between ", "from "})
      if (small.starts_with(word)) first = std::min(word.size(), cut.first);
    const StatementTime end = point_in_time(text.substr(cut.last), published, future);
    StatementTime start = point_in_time(text.substr(first, cut.first - first), published, future);
    // `March to May 2004`: both are of the year that the second names.
    if (start.start.substr(0, 4) != end.end.substr(0, 4) && names_month_last(start.text) &&
        end.end.size() >= 4)
      start = point_in_time(start.text + ' ' + end.end.substr(0, 4), published, future);
    if (!start.start.empty() && start.start <= end.end) {
      time.start = start.start;
      time.end = end.end;
    }
    return time;
  }
  return point_in_time(text, published, future);
}

std::string_view date_type(std::string_view value) {
  switch (value.size()) {
    case 4:
      return "xsd:gYear";
    case 7:
      return "xsd:gYearMonth";
    case 10:
      return "xsd:date";
    default:
      return "xsd:string";
  }
}

namespace {

/// Whether a date says when the deed at `t` happens: not what it is done to (`left the 1994 Convention`), nor
/// until when its effect lasts.
bool dates_deed(const Document& doc, TokenId date, TokenId t) {
  const Token& k = doc.tokens[date];
  static const WordSet texts = {"treaty",       "agreement", "convention", "act",        "law",
                                "accord",       "pact",      "protocol",   "resolution", "contract",
                                "constitution", "deal",      "bill"};
  if (k.dep == dep::nummod && texts.contains(lower(doc.lemma(k.head))) && k.head != t) return false;
  const std::string governor = lower(doc.word(k.head));
  // `for the first time since 1984`, `the worst fire since 2008`: what happened then is not told.
  if (governor == "since" && k.dep == dep::pobj) {
    const TokenId over = doc.tokens[k.head].head;
    const auto ranks = [&](TokenId word) {
      return doc.tokens[word].tag == tag::JJS || doc.word(word) == "first";
    };
    if (ranks(over) || (is_noun(doc.tokens[over]) && std::ranges::any_of(doc.children(over), ranks)))
      return false;
  }
  return k.dep != dep::pobj || (governor != "until" && governor != "till");
}

/// `from 1996 to | 2003`, `from | 1996 | through 1999`: an interval of which the model takes one year for a
/// date.
TokenSpan whole_interval(const Document& doc, TokenSpan date) {
  const TokenSpan sentence = doc.sentences()[doc.sentence_of(date.first)];
  const auto is_year = [&](TokenId t) {
    const std::string_view word = doc.word(t);
    return doc.tokens[t].tag == tag::CD && word.size() == 4 &&
           word.find_first_not_of("0123456789") == word.npos;
  };
  // Whether the words at both places part an interval.
  const auto parts = [&](TokenId opens, TokenId divides) {
    static const WordSet ends = {"to", "until", "till", "through"};
    const std::string first = lower(doc.word(opens)), second = lower(doc.word(divides));
    return first == "from" ? ends.contains(second) : first == "between" && second == "and";
  };
  if (date.first >= sentence.first + 3 && is_year(date.first - 2) && parts(date.first - 3, date.first - 1))
    return {date.first - 3, date.last};
  if (date.first > sentence.first && date.last + 1 < sentence.last && is_year(date.last + 1) &&
      parts(date.first - 1, date.last))
    return {date.first - 1, date.last + 2};
  return date;
}

}  // namespace

std::optional<StatementTime> time_of(const ArticleState& state, TokenId t, bool future) {
  const Document& doc = state.doc();
  const auto verb_over = [&doc](TokenId token) {
    for (int steps = 0; steps < 40 && !doc.is_root(token) && !is_verb(doc.tokens[token]); ++steps)
      token = doc.tokens[token].head;
    return token;
  };
  // `killed its founder, X, in 2016`: when X founded it is not said.
  if (is_noun(doc.tokens[t]) && (doc.tokens[t].dep == dep::appos || doc.has_child(t, dep::appos)))
    return std::nullopt;
  const TokenId verb = verb_over(t);
  const auto spans = doc.entities();
  const TokenSpan sentence = doc.sentences()[doc.sentence_of(t)];
  auto it = std::ranges::lower_bound(spans, sentence.first, {}, &EntitySpan::first);
  for (; it != spans.end() && it->first < sentence.last; ++it) {
    if (it->type != ent::DATE) continue;
    TokenId head = it->first;
    for (TokenId i = it->first; i < it->last; ++i)
      if (doc.tokens[i].head < it->first || doc.tokens[i].head >= it->last) head = i;
    if (verb_over(head) != verb || !dates_deed(doc, head, t)) continue;
    const TokenSpan words = whole_interval(doc, {it->first, it->last});
    StatementTime time = parse_time(doc.span_text(words), state.article().published, future);
    // Ages and durations (`for two years`) are no dates.
    if (time.start.empty()) continue;
    const std::string before = it->first > 0 ? lower(doc.word(it->first - 1)) : std::string();
    if (time.start == time.end && words.first == it->first && (before == "since" || before == "from")) {
      time.text = before + ' ' + time.text;  // an end is not told
      time.end.clear();
    }
    return time;
  }
  return std::nullopt;
}

}  // namespace relata::detail
