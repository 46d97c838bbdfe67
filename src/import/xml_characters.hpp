// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace relata::importing {

/// What a byte of an XML document may be or has to be looked at for, as bits.
namespace xml_mark {
constexpr std::uint8_t space = 1;
constexpr std::uint8_t name_start = 2;  ///< of ASCII
constexpr std::uint8_t name = 4;        ///< of ASCII
constexpr std::uint8_t not_ascii = 8;
constexpr std::uint8_t text = 16;   ///< text does not go on plainly here
constexpr std::uint8_t value = 32;  ///< nor does the value of an attribute
constexpr std::uint8_t odd = 64;    ///< begins what may be no character at all
}  // namespace xml_mark

constexpr std::array<std::uint8_t, 256> xml_marks = [] {
  using namespace xml_mark;
  std::array<std::uint8_t, 256> marks{};
  for (unsigned c = 0; c < 256; ++c) {
    std::uint8_t& mark = marks[c];
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
    if (blank) mark |= space;
    if (letter) mark |= name_start | name;
    if ((c >= '0' && c <= '9') || c == '-' || c == '.') mark |= name;
    if (c >= 0x80) mark |= not_ascii;
    // U+FFFE and U+FFFF begin with EF; no other sequence of UTF-8 is outside of XML.
    if ((c < 0x20 && !blank) || c == 0xEF) mark |= odd | text | value;
    if (c == '<' || c == '&' || c == ']' || c == '\r') mark |= text;
    if (c == '<' || c == '&' || c == '"' || c == '\'' || (blank && c != ' ')) mark |= value;
  }
  return marks;
}();

constexpr std::uint8_t xml_mark_of(char c) {
  return xml_marks[static_cast<unsigned char>(c)];
}

/// Production 2: what may stand in a document at all.
bool is_xml_character(char32_t c);

}  // namespace relata::importing
