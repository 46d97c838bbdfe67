// SPDX-License-Identifier: MIT
#include "text/display_width.hpp"

#include <array>

#include "text/character_ranges.hpp"
#include "text/utf8.hpp"

namespace relata {
namespace {

constexpr std::array<CharacterRange, 12> wide = {{{0x1100, 0x115F},
                                                  {0x2E80, 0x303E},
                                                  {0x3041, 0x4DBF},
                                                  {0x4E00, 0xA4CF},
                                                  {0xA960, 0xA97C},
                                                  {0xAC00, 0xD7A3},
                                                  {0xF900, 0xFAFF},
                                                  {0xFE30, 0xFE6F},
                                                  {0xFF00, 0xFF60},
                                                  {0xFFE0, 0xFFE6},
                                                  {0x1F300, 0x1FAFF},
                                                  {0x20000, 0x3FFFD}}};
constexpr std::array<CharacterRange, 18> none = {{{0x0300, 0x036F},
                                                  {0x0483, 0x0489},
                                                  {0x0591, 0x05BD},
                                                  {0x0610, 0x061A},
                                                  {0x064B, 0x065F},
                                                  {0x06D6, 0x06DC},
                                                  {0x093C, 0x093C},
                                                  {0x0941, 0x0948},
                                                  {0x094D, 0x094D},
                                                  {0x0E31, 0x0E31},
                                                  {0x0E34, 0x0E3A},
                                                  {0x0E47, 0x0E4E},
                                                  {0x1AB0, 0x1AFF},
                                                  {0x1DC0, 0x1DFF},
                                                  {0x200B, 0x200F},
                                                  {0x20D0, 0x20FF},
                                                  {0xFE00, 0xFE0F},
                                                  {0xFE20, 0xFE2F}}};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    if (c < 0x300) {
      ++width;
    } else if (!is_in(none, c)) {
      width += is_in(wide, c) ? 2 : 1;
    }
  }
  return width;
}

}  // namespace relata
