// SPDX-License-Identifier: MIT
#include "canonicalize/amounts.hpp"

#include <array>
#include <vector>

#include "canonicalize/article_state.hpp"

namespace relata::detail {
namespace {

struct Scale {
  std::string_view word;
  int zeros;
};
constexpr std::array<Scale, 10> scales = {{{"hundred", 2},
                                           {"thousand", 3},
                                           {"k", 3},
                                           {"million", 6},
                                           {"m", 6},
                                           {"mn", 6},
                                           {"billion", 9},
                                           {"bn", 9},
                                           {"b", 9},
                                           {"trillion", 12}}};

struct Unit {
  std::string_view word, code;
};
/// Currencies by ISO 4217; a bare dollar is that of the United States, as news agencies write it.
constexpr std::array<Unit, 20> units = {
    {{"$", "USD"},       {"us$", "USD"},   {"dollars", "USD"}, {"dollar", "USD"}, {"usd", "USD"},
     {"€", "EUR"},       {"euros", "EUR"}, {"euro", "EUR"},    {"eur", "EUR"},    {"£", "GBP"},
     {"pounds", "GBP"},  {"pound", "GBP"}, {"¥", "JPY"},       {"yen", "JPY"},    {"rubles", "RUB"},
     {"roubles", "RUB"}, {"yuan", "CNY"},  {"rupees", "INR"},  {"%", "%"},        {"percent", "%"}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Pieces of one kind: digits with their marks, letters, other signs.
std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> out;
  int last = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool mark = (c == ',' || c == '.') && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) &&
                      is_digit(text[i + 1]);
    const int kind = is_digit(c) || mark ? 1 : c == ' ' || c == '-' || c == '\n' ? 0 : 2;
    if (kind != 0 && kind == last)
      out.back() += c;
    else if (kind != 0)
      out.emplace_back(1, c);
    last = kind;
  }
  return out;
}

/// `6.16` with six zeros is `6160000`; trailing zeros behind the point go.
std::string shifted(std::string digits, int zeros) {
  std::string whole, part;
  bool behind = false;
  for (const char c : digits) {
    if (c == '.')
      behind = true;
    else
      (behind ? part : whole) += c;
  }
  for (int i = 0; i < zeros; ++i) {
    whole += part.empty() ? '0' : part.front();
    if (!part.empty()) part.erase(0, 1);
  }
  while (whole.size() > 1 && whole.front() == '0') whole.erase(0, 1);
  while (!part.empty() && part.back() == '0') part.pop_back();
  return part.empty() ? whole : whole + "." + part;
}

}  // namespace

bool is_unit(std::string_view word) {
  const std::string key = lower(word);
  for (const Unit& unit : units)
    if (unit.word == key) return true;
  return false;
}

std::optional<Amount> parse_amount(std::string_view text) {
  std::string number;
  std::string_view unit;
  int zeros = 0;
  for (const std::string& piece : pieces(text)) {
    if (is_digit(piece.front())) {
      if (!number.empty()) break;  // `18,000 to 63,000`: the first
      for (const char c : piece)
        if (c != ',') number += c;
      continue;
    }
    const std::string word = lower(piece);
    for (const Scale& scale : scales)
      if (!number.empty() && word == scale.word) zeros += scale.zeros;
    for (const Unit& u : units)
      if (unit.empty() && word == u.word) unit = u.code;
  }
  // A version or a date is no amount; more digits than a number of money has are noise.
  if (number.empty() || number.size() > 24 || number.find('.') != number.rfind('.')) return std::nullopt;
  std::string value = shifted(std::move(number), zeros);
  if (unit.empty()) return Amount{std::move(value), "xsd:decimal"};
  value.append(" ").append(unit);
  return Amount{std::move(value), "xsd:string"};
}

}  // namespace relata::detail
