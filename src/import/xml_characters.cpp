// SPDX-License-Identifier: MIT
#include "import/xml_characters.hpp"

#include <array>

#include "text/character_ranges.hpp"

namespace relata::importing {

bool is_xml_character(char32_t c) {
  static constexpr std::array<CharacterRange, 5> ranges = {
      {{0x9, 0xA}, {0xD, 0xD}, {0x20, 0xD7FF}, {0xE000, 0xFFFD}, {0x10000, 0x10FFFF}}};
  return is_in(ranges, c);
}

}  // namespace relata::importing
