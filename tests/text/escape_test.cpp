// SPDX-License-Identifier: MIT
#include "text/escape.hpp"

#include <catch2/catch.hpp>

using namespace relata;

TEST_CASE("a text is printable ASCII wherever its one other byte would stand", "[text]") {
  for (std::size_t size = 0; size < 20; ++size) {
    const std::string plain(size, '~');
    CHECK(is_printable_ascii(plain));
    CHECK(is_printable_ascii(std::string(size, ' ')));
    CHECK(is_printable_ascii(std::string(size, '\x7F')));  // as controls_and() has it
    for (std::size_t at = 0; at < size; ++at)
      for (const char other : {'\0', '\n', '\x1F', '\x80', '\xFF'}) {
        std::string text = plain;
        text[at] = other;
        CHECK_FALSE(is_printable_ascii(text));
      }
  }
}
