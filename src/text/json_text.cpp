// SPDX-License-Identifier: MIT
#include "text/json_text.hpp"

#include <cmath>

#include "text/escape.hpp"

namespace relata {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

}  // namespace

void append_json(std::string& out, std::string_view text) {
  static constexpr ByteSet special = controls_and("\"\\");
  out += '"';
  append_escaped(out, text, special, [&out](char32_t c, std::string_view bytes) {
    if (c >= 0x80) return append_well_formed(out, c, bytes);
    constexpr std::string_view short_forms = "\b\f\n\r\t\"\\", letters = "bfnrt\"\\";
    const std::size_t known = short_forms.find(static_cast<char>(c));
    out += '\\';
    if (known != std::string_view::npos) {
      out += letters[known];
    } else {
      out += 'u';
      append_four_digits(out, c, hexadecimal);
    }
  });
  out += '"';
}

void append_json_in_html(std::string& out, std::string_view text) {
  static constexpr ByteSet special = controls_and("\"\\<>&\x7F");
  out += '"';
  append_escaped(out, text, special, [&out](char32_t c, std::string_view bytes) {
    if (c >= 0x80 && c != 0x2028 && c != 0x2029) return append_well_formed(out, c, bytes);
    out += "\\u";
    append_four_digits(out, c, hexadecimal);
  });
  out += '"';
}

void append_json_number(std::string& out, double value) {
  append_number(out, std::isfinite(value) ? value : 0.0);
}

void append_json(std::string& out, double value) {
  const std::size_t start = out.size();
  append_json_number(out, value);
  if (out.find_first_not_of("-0123456789", start) == std::string::npos) out += ".0";
}

}  // namespace relata
