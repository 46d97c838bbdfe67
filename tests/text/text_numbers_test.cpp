// SPDX-License-Identifier: MIT
#include "text/text_numbers.hpp"

#include <catch2/catch.hpp>

using namespace relata;

TEST_CASE("texts are numbered in the order in which they come, each once", "[text]") {
  TextNumbers numbers;
  const auto text = [](std::uint32_t n) { return std::string(n % 7, 'a') + std::to_string(n); };
  constexpr std::uint32_t count = 5000;  // the table grows more than once
  for (std::uint32_t n = 0; n < count; ++n) CHECK(numbers.add(text(n)) == std::pair(n, true));
  for (std::uint32_t n = 0; n < count; ++n) {
    CHECK(numbers.add(text(n)) == std::pair(n, false));
    CHECK(numbers[n] == text(n));
  }
  CHECK(numbers.add("") == std::pair(count, true));
  CHECK(numbers.add("") == std::pair(count, false));
  CHECK(numbers[count].empty());
}
