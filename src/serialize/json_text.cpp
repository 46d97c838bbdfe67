// SPDX-License-Identifier: MIT
#include "serialize/json_text.hpp"

#include <array>

#include "text/utf8.hpp"

namespace relata {

void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  static constexpr std::array<bool, 256> special = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
    for (std::size_t c = 0x80; c < 256; ++c) table[c] = true;
    table['"'] = table['\\'] = true;
    return table;
  }();
  out += '"';
  std::size_t start = 0, i = 0;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!special[byte]) {
      ++i;
      continue;
    }
    out.append(text, start, i - start);
    if (byte >= 0x80) {
      const std::size_t at = i;
      const char32_t c = utf8::next(text, i);
      if (c == utf8::replacement) {
        utf8::append(out, c);
      } else {
        out.append(text, at, i - at);
      }
    } else {
      ++i;
      constexpr std::string_view short_forms = "\b\f\n\r\t\"\\", letters = "bfnrt\"\\";
      const std::size_t known = short_forms.find(static_cast<char>(byte));
      out += '\\';
      if (known != std::string_view::npos) {
        out += letters[known];
      } else {
        out += "u00";
        out += digits[byte >> 4];
        out += digits[byte & 15];
      }
    }
    start = i;
  }
  out.append(text, start, text.size() - start);
  out += '"';
}

void append_json(std::string& out, double value) {
  char digits[32];
  const std::string_view text(
      digits,
      static_cast<std::size_t>(std::to_chars(std::begin(digits), std::end(digits), value).ptr - digits));
  out += text;
  if (text.find_first_not_of("-0123456789") == std::string_view::npos) out += ".0";
}

}  // namespace relata
