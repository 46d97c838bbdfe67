// SPDX-License-Identifier: MIT
#include "annotate/string_id.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace relata::annotate {
namespace {

#include "annotate/spacy_tables.inc"

/// The row of a table sorted by its first column, or null.
template <typename Row, std::size_t n>
const Row* find_row(const Row (&table)[n], std::string_view key) {
  const Row* const row = std::lower_bound(std::begin(table), std::end(table), key,
                                          [](const Row& r, std::string_view k) { return r.first < k; });
  return row != std::end(table) && row->first == key ? row : nullptr;
}

}  // namespace

std::uint64_t murmur64(std::string_view s) {
  constexpr std::uint64_t m = 0xc6a4a7935bd1e995;
  constexpr int r = 47;
  std::uint64_t h = 1 ^ (s.size() * m);
  const char* data = s.data();
  std::size_t left = s.size();
  for (; left >= 8; data += 8, left -= 8) {
    std::uint64_t k;
    std::memcpy(&k, data, 8);
    k *= m;
    k ^= k >> r;
    k *= m;
    h ^= k;
    h *= m;
  }
  if (left > 0) {
    std::uint64_t tail = 0;
    for (std::size_t i = 0; i < left; ++i)
      tail |= static_cast<std::uint64_t>(static_cast<unsigned char>(data[i])) << (8 * i);
    h ^= tail;
    h *= m;
  }
  h ^= h >> r;
  h *= m;
  h ^= h >> r;
  return h;
}

std::uint64_t string_id(std::string_view s) {
  if (s.empty()) return 0;
  if (const auto* const symbol = find_row(reserved_symbols, s)) return symbol->second;
  return murmur64(s);
}

std::string_view base_norm(std::string_view s) {
  const auto* const row = find_row(base_norms, s);
  return row != nullptr ? row->second : std::string_view();
}

std::string word_shape(std::string_view s) {
  if (utf8::length(s) >= 100) return "LONG";
  std::string shape;
  char32_t last = 0;
  int run = 0;
  for (std::size_t i = 0; i < s.size();) {
    char32_t c = utf8::next(s, i);
    if (unicode::is_alpha(c)) {
      c = unicode::is_upper(c) ? U'X' : U'x';
    } else if (unicode::is_digit(c)) {
      c = U'd';
    }
    run = c == last ? run + 1 : 1;
    last = c;
    if (run <= 4) utf8::append(shape, c);
  }
  return shape;
}

}  // namespace relata::annotate
