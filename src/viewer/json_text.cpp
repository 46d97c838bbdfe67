// SPDX-License-Identifier: MIT
#include "viewer/json_text.hpp"

#include <charconv>
#include <cmath>
#include <iterator>

#include "text/utf8.hpp"

namespace relata::detail {
namespace {

void append_escape(std::string& out, char32_t c) {
  constexpr char digits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c >> shift) & 0xF];
}

bool needs_escape(char32_t c) {
  return c < 0x20 || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == 0x7F || c == 0x2028 ||
         c == 0x2029;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    if (needs_escape(c)) {
      append_escape(out, c);
    } else {
      utf8::append(out, c);
    }
  }
  out += '"';
}

void append_json_number(std::string& out, double value) {
  if (!std::isfinite(value)) value = 0;
  char digits[32];
  out.append(digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr);
}

}  // namespace relata::detail
