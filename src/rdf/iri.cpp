// SPDX-License-Identifier: MIT
#include "rdf/iri.hpp"

#include <array>

namespace relata::rdf {
namespace {

enum : unsigned char { plain = 0, local = 1, never = 2, not_in_name = 4 };

constexpr std::array<unsigned char, 256> classes = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c <= 0x20; ++c) table[c] = never;
  table[0x7F] = never;
  for (const char c : std::string_view("<>\"{}|\\^`")) table[static_cast<unsigned char>(c)] = never;
  for (const char c : std::string_view("%#?")) table[static_cast<unsigned char>(c)] = not_in_name;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = local;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = table[c + 'a' - 'A'] = local;
  table['_'] = local;
  return table;
}();

void append_encoded(std::string& out, std::string_view s, unsigned char encoded) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::size_t start = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto byte = static_cast<unsigned char>(s[i]);
    if ((classes[byte] & encoded) == 0) continue;
    out.append(s, start, i - start);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
    start = i + 1;
  }
  out.append(s, start, s.size() - start);
}

}  // namespace

void append_iri(std::string& out, std::string_view s) {
  append_encoded(out, s, never);
}

void append_iri_name(std::string& out, std::string_view name) {
  append_encoded(out, name, never | not_in_name);
}

bool is_local_name(std::string_view name) {
  for (const char c : name)
    if (classes[static_cast<unsigned char>(c)] != local) return false;
  return !name.empty();
}

}  // namespace relata::rdf
