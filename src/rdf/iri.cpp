// SPDX-License-Identifier: MIT
#include "rdf/iri.hpp"

#include <array>

#include "text/utf8.hpp"

namespace relata::rdf {
namespace {

enum : unsigned char { plain = 0, local = 1, never = 2, not_in_name = 4, beyond_ascii = 8 };

constexpr std::array<unsigned char, 256> classes = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c <= 0x20; ++c) table[c] = never;
  table[0x7F] = never;
  for (const char c : std::string_view("<>\"{}|\\^`")) table[static_cast<unsigned char>(c)] = never;
  for (const char c : std::string_view("%#?[]")) table[static_cast<unsigned char>(c)] = not_in_name;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = local;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = table[c + 'a' - 'A'] = local;
  table['_'] = local;
  for (std::size_t c = 0x80; c < 256; ++c) table[c] = beyond_ascii;
  return table;
}();

/// What is no character of an IRI (RFC 3987, sections 2.2 and 4.1) or is taken for a blank by readers:
/// blanks, controls, marks of writing direction, private use, what is no character at all.
bool never_beyond_ascii(char32_t c) {
  return c <= 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x205F && c <= 0x206F) || c == 0x3000 || (c >= 0xD800 && c <= 0xF8FF) || c == 0xFEFF ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE || c >= 0xE0000 || c == utf8::replacement;
}

void append_encoded(std::string& out, std::string_view s, unsigned char encoded) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::size_t start = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto byte = static_cast<unsigned char>(s[i]);
    if ((classes[byte] & (encoded | beyond_ascii)) == 0) continue;
    std::size_t end = i + 1;
    if (byte >= 0x80) {
      end = i;
      if (!never_beyond_ascii(utf8::next(s, end))) {
        i = end - 1;
        continue;
      }
    }
    out.append(s, start, i - start);
    for (; i < end; ++i) {
      const auto each = static_cast<unsigned char>(s[i]);
      out += '%';
      out += digits[each >> 4];
      out += digits[each & 15];
    }
    start = end;
    i = end - 1;
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

std::string decode_iri_name(std::string_view encoded) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string name;
  name.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const int high = encoded[i] == '%' && i + 2 < encoded.size() ? digit(encoded[i + 1]) : -1;
    const int low = high >= 0 ? digit(encoded[i + 2]) : -1;
    if (low >= 0) {
      name += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      name += encoded[i];
    }
  }
  return utf8::find_invalid(name) == std::string::npos ? name : std::string(encoded);
}

bool is_local_name(std::string_view name) {
  for (const char c : name)
    if (classes[static_cast<unsigned char>(c)] != local) return false;
  return !name.empty();
}

}  // namespace relata::rdf
