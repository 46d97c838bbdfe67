// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace relata {

/// Whether no byte is a control or of what is not ASCII: then no syntax of ours changes more than its marks.
inline bool is_printable_ascii(std::string_view text) {
  // Eight bytes at a time: of `byte - 0x20` and `byte` the uppermost bit is set where the byte is neither; a
  // borrow from the byte below only comes from one that is.
  constexpr std::uint64_t high = 0x8080808080808080, blanks = 0x2020202020202020;
  std::uint64_t special = 0;
  std::size_t i = 0;
  for (; i + sizeof special <= text.size(); i += sizeof special) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, sizeof word);
    special |= word | (word - blanks);
  }
  bool plain = (special & high) == 0;
  for (; i < text.size(); ++i) plain = plain && static_cast<unsigned char>(text[i] - 0x20) < 0x60;
  return plain;
}

/// The bytes that a syntax wants looked at.
using ByteSet = std::array<bool, 256>;

/// Controls below U+0020, `marks`, and every byte of what is not ASCII.
constexpr ByteSet controls_and(std::string_view marks) {
  ByteSet set{};
  for (std::size_t c = 0; c < 0x20; ++c) set[c] = true;
  for (std::size_t c = 0x80; c < 256; ++c) set[c] = true;
  for (const char c : marks) set[static_cast<unsigned char>(c)] = true;
  return set;
}

/// Appends `text`, its runs of plain bytes as they stand; each character that begins with one of `special`
/// goes to `write(character, bytes)`, which appends what the syntax has for it. The character of an
/// ill-formed sequence is U+FFFD; so may be a well-formed one.
template <typename Write>
void append_escaped(std::string& out, std::string_view text, const ByteSet& special, const Write& write) {
  std::size_t start = 0, i = 0;
  while (i < text.size()) {
    if (!special[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    out.append(text, start, i - start);
    start = i;
    const char32_t c = utf8::next(text, i);
    write(c, text.substr(start, i - start));
    start = i;
  }
  out.append(text, start, text.size() - start);
}

/// Appends a character given with its bytes, which may be ill-formed: then U+FFFD.
inline void append_well_formed(std::string& out, char32_t c, std::string_view bytes) {
  if (c == utf8::replacement) {
    utf8::append(out, c);
  } else {
    out += bytes;
  }
}

/// Appends the four hexadecimal digits of a code point of the basic plane; `digits` says in which case.
inline void append_four_digits(std::string& out, char32_t c, std::string_view digits) {
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c >> shift) & 0xF];
}

}  // namespace relata
