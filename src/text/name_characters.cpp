// SPDX-License-Identifier: MIT
#include "text/name_characters.hpp"

#include <array>

#include "text/character_ranges.hpp"

namespace relata {

bool begins_name(char32_t c) {
  static constexpr std::array<CharacterRange, 12> ranges = {{{0xC0, 0xD6},
                                                             {0xD8, 0xF6},
                                                             {0xF8, 0x2FF},
                                                             {0x370, 0x37D},
                                                             {0x37F, 0x1FFF},
                                                             {0x200C, 0x200D},
                                                             {0x2070, 0x218F},
                                                             {0x2C00, 0x2FEF},
                                                             {0x3001, 0xD7FF},
                                                             {0xF900, 0xFDCF},
                                                             {0xFDF0, 0xFFFD},
                                                             {0x10000, 0xEFFFF}}};
  return is_in(ranges, c);
}

bool goes_on_name(char32_t c) {
  static constexpr std::array<CharacterRange, 3> more = {{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};
  return begins_name(c) || is_in(more, c);
}

}  // namespace relata
