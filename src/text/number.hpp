// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <iterator>
#include <string>

namespace relata {

/// Appends a number: the shortest decimal form that reads back as the same.
void append_number(std::string& out, auto value) {
  char digits[32];
  out.append(digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr);
}

/// The same as a text of its own.
std::string number_text(auto value) {
  std::string text;
  append_number(text, value);
  return text;
}

}  // namespace relata
