// SPDX-License-Identifier: MIT
#include "evaluate/names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace relata::detail {
namespace {

constexpr std::array<std::u32string_view, 8> honorifics = {U"mr",  U"mrs", U"ms", U"dr",
                                                           U"sir", U"the", U"a",  U"an"};

bool is_word(char32_t c) {
  return c == '_' || unicode::is_alpha(c) || unicode::is_digit(c);
}

/// Length of a possessive ending at `i`: `'s` or `'` before a blank or the end; 0 where there is none.
std::size_t possessive_at(std::u32string_view s, std::size_t i) {
  if (s[i] != '\'' && s[i] != U'\u2019') return 0;
  for (const std::size_t length : {std::size_t{2}, std::size_t{1}}) {
    if (length == 2 && (i + 1 >= s.size() || s[i + 1] != 's')) continue;
    if (i + length == s.size() || unicode::is_space(s[i + length])) return length;
  }
  return 0;
}

}  // namespace

std::string comparable_name(std::string_view name) {
  const std::u32string s = utf8::decode(unicode::lower(unicode::fold(name)));
  std::vector<std::u32string> words;
  bool inside = false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '.') continue;  // `U.S.` is one word
    if (const std::size_t length = possessive_at(s, i); length > 0) {
      i += length - 1;
      continue;
    }
    const char32_t c = s[i] == U'\u0131' ? U'i' : s[i];
    if (!is_word(c)) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    words.back() += c;
  }
  std::size_t first = 0;
  while (first + 1 < words.size() && std::ranges::find(honorifics, words[first]) != honorifics.end()) ++first;
  std::string out;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i > first) out += ' ';
    out += utf8::encode(words[i]);
  }
  return out;
}

std::string article_name(std::string_view address) {
  if (const std::size_t slash = address.find_last_of("/\\"); slash != std::string_view::npos)
    address.remove_prefix(slash + 1);
  for (const std::string_view ending : {".txt", ".json", ".html", ".htm"})
    if (address.ends_with(ending)) return std::string(address.substr(0, address.size() - ending.size()));
  return std::string(address);
}

std::string relation_name(std::string_view label) {
  std::string out;
  bool in_gap = false;
  for (const char c : unicode::lower(one_line(label))) {
    const bool gap = c == ' ' || c == '-';
    if (!gap) out += c;
    if (gap && !in_gap) out += '_';
    in_gap = gap;
  }
  return out;
}

std::string one_line(std::string_view name) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = utf8::next(name, i);
    if (unicode::is_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    utf8::append(out, c);
  }
  return out;
}

}  // namespace relata::detail
