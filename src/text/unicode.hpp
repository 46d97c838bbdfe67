// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Character properties of Unicode 14.0 as CPython 3.11 understands them, which is what spaCy's models were
/// trained on.
namespace relata::unicode {

bool is_space(char32_t c);  ///< `str.isspace`
bool is_alpha(char32_t c);  ///< `str.isalpha`: any letter category
bool is_upper(char32_t c);  ///< property Uppercase
bool is_digit(char32_t c);  ///< `str.isdigit`: Numeric_Type Decimal or Digit

/// Full lower-casing (SpecialCasing): U+0130 gives two code points, a final sigma its own form.
/// `s` is valid UTF-8.
std::string lower(std::string_view s);
void append_lower(std::string& out, std::string_view s);

/// The compatibility decomposition (NFKD) without combining marks, of what lies below U+3000, Latin ligatures
/// and full-width forms; the rest as it stands. `s` is valid UTF-8.
///   Erdoğan → Erdogan
///   ½       → 1⁄2
std::string fold(std::string_view s);

}  // namespace relata::unicode
