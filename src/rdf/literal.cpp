// SPDX-License-Identifier: MIT
#include "rdf/literal.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "text/escape.hpp"

namespace relata::rdf {
namespace {

constexpr std::string_view plain_string = "xsd:string";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads a fixed-format date or time piece by piece.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  /// Exactly `width` digits, as a number in [low, high].
  std::optional<int> number(std::size_t width, int low, int high) {
    if (text_.size() < width) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      if (!is_digit(text_[i])) return std::nullopt;
      value = 10 * value + (text_[i] - '0');
    }
    if (value < low || value > high) return std::nullopt;
    text_.remove_prefix(width);
    return value;
  }
  bool digits() {
    const auto end = std::find_if_not(text_.begin(), text_.end(), is_digit);
    const auto count = static_cast<std::size_t>(end - text_.begin());
    text_.remove_prefix(count);
    return count > 0;
  }

 private:
  std::string_view text_;
};

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_time(Scanner s) {
  if (!s.number(2, 0, 23) || !s.take(':') || !s.number(2, 0, 59) || !s.take(':') || !s.number(2, 0, 59))
    return false;
  if (s.take('.') && !s.digits()) return false;
  if (s.at_end()) return true;
  if (s.take('Z')) return s.at_end();
  if (!s.take('+') && !s.take('-')) return false;
  const auto hours = s.number(2, 0, 14);  // XML Schema's widest offset is 14:00
  if (!hours || !s.take(':')) return false;
  return s.number(2, 0, *hours == 14 ? 0 : 59) && s.at_end();
}

bool is_decimal(std::string_view value) {
  Scanner s(value);
  if (!s.take('-')) s.take('+');
  if (!s.digits()) return false;
  if (s.take('.') && !s.digits()) return false;
  return s.at_end();
}

/// Whether a code point is no character (Unicode 15, section 23.7): stores warn of it.
bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// What a literal has for a character of a text.
void append_literal_character(std::string& out, char32_t c, std::string_view bytes) {
  if (c != 0) append_well_formed(out, is_noncharacter(c) ? utf8::replacement : c, bytes);
}

}  // namespace

void append_literal_text(std::string& out, std::string_view text) {
  if (is_printable_ascii(text)) {
    out += text;
    return;
  }
  static constexpr ByteSet special = controls_and("");
  append_escaped(out, text, special,
                 [&out](char32_t c, std::string_view bytes) { append_literal_character(out, c, bytes); });
}

void append_quoted(std::string& out, std::string_view text) {
  static constexpr ByteSet special = controls_and("\"\\\x7F");
  out += '"';
  append_escaped(out, text, special, [&out](char32_t c, std::string_view bytes) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (c == 0 || c >= 0x80) return append_literal_character(out, c, bytes);
        out += "\\u";
        append_four_digits(out, c, "0123456789ABCDEF");
    }
  });
  out += '"';
}

std::string_view date_datatype(std::string_view value) {
  Scanner s(value);
  const auto year = s.number(4, 1, 9999);
  if (!year) return {};
  if (s.at_end()) return "xsd:gYear";
  if (!s.take('-')) return {};
  const auto month = s.number(2, 1, 12);
  if (!month) return {};
  if (s.at_end()) return "xsd:gYearMonth";
  if (!s.take('-') || !s.number(2, 1, days_in(*year, *month))) return {};
  if (s.at_end()) return "xsd:date";
  return s.take('T') && is_time(s) ? "xsd:dateTime" : std::string_view{};
}

std::string_view checked_datatype(std::string_view datatype, std::string_view value) {
  if (datatype == "xsd:decimal") return is_decimal(value) ? datatype : plain_string;
  const std::string_view actual = date_datatype(value);
  return !actual.empty() && actual == datatype ? datatype : plain_string;
}

}  // namespace relata::rdf
