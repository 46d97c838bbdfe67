// SPDX-License-Identifier: MIT
#include "text/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "text/utf8.hpp"

namespace relata::unicode {
namespace {

struct LowerPair {
  char32_t from, to;
};

struct FoldPair {
  char16_t from;
  char16_t to[4];  // ends with 0 where shorter
};

#include "text/unicode_tables.inc"

enum Property : unsigned { alpha = 1, upper = 2, digit = 4, space = 8, cased = 16, case_ignorable = 32 };

unsigned properties(char32_t c) {
  if (c > 0x10FFFF) return 0;
  return property_bits[block_of[c >> 7] * 128U + (c & 127)];
}

char32_t simple_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  const LowerPair* const found = std::lower_bound(std::begin(lower_pairs), std::end(lower_pairs), c,
                                                  [](const LowerPair& p, char32_t x) { return p.from < x; });
  return found != std::end(lower_pairs) && found->from == c ? found->to : c;
}

/// Unicode 14, table 3-17, Final_Sigma: a cased letter before it and none behind, case-ignorable ones
/// skipped.
bool is_final_sigma(std::u32string_view s, std::size_t i) {
  std::size_t before = i;
  while (before > 0 && (properties(s[before - 1]) & case_ignorable) != 0) --before;
  if (before == 0 || (properties(s[before - 1]) & cased) == 0) return false;
  std::size_t behind = i + 1;
  while (behind < s.size() && (properties(s[behind]) & case_ignorable) != 0) ++behind;
  return behind == s.size() || (properties(s[behind]) & cased) == 0;
}

}  // namespace

bool is_space(char32_t c) {
  return (properties(c) & space) != 0;
}
bool is_alpha(char32_t c) {
  return (properties(c) & alpha) != 0;
}
bool is_upper(char32_t c) {
  return (properties(c) & upper) != 0;
}
bool is_digit(char32_t c) {
  return (properties(c) & digit) != 0;
}

void append_lower(std::string& out, std::string_view s) {
  if (std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    for (const char c : s) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return;
  }
  const std::u32string points = utf8::decode(s);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t c = points[i];
    if (c == 0x130) {
      out += "i\xCC\x87";
    } else if (c == 0x3A3) {
      utf8::append(out, is_final_sigma(points, i) ? 0x3C2 : 0x3C3);
    } else {
      utf8::append(out, simple_lower(c));
    }
  }
}

std::string lower(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  append_lower(out, s);
  return out;
}

std::string fold(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) {
    const char32_t c = utf8::next(s, i);
    const FoldPair* const found = std::lower_bound(std::begin(fold_pairs), std::end(fold_pairs), c,
                                                   [](const FoldPair& p, char32_t x) { return p.from < x; });
    if (found == std::end(fold_pairs) || found->from != c) {
      utf8::append(out, c);
      continue;
    }
    for (const char16_t part : found->to)
      if (part != 0) utf8::append(out, part);
  }
  return out;
}

}  // namespace relata::unicode
