// SPDX-License-Identifier: MIT
#include "import/xml_characters.hpp"

#include <algorithm>

namespace relata::importing {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t N>
bool lies_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

bool starts_xml_name(char32_t c) {
  static constexpr std::array<Range, 12> ranges = {{{0xC0, 0xD6},
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
  return lies_in(ranges, c);
}

bool in_xml_name(char32_t c) {
  static constexpr std::array<Range, 3> more = {{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};
  return starts_xml_name(c) || lies_in(more, c);
}

bool is_xml_character(char32_t c) {
  static constexpr std::array<Range, 5> ranges = {
      {{0x9, 0xA}, {0xD, 0xD}, {0x20, 0xD7FF}, {0xE000, 0xFFFD}, {0x10000, 0x10FFFF}}};
  return lies_in(ranges, c);
}

}  // namespace relata::importing
