// SPDX-License-Identifier: MIT
#include "cli/suggest.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a mistyped word gets the nearest known one, a strange word none", "[cli]") {
  const std::vector<std::string> known = {"build", "read", "extract"};
  CHECK(relata::cli::suggest("buidl", known) == "build");
  CHECK(relata::cli::suggest("extrakt", known) == "extract");
  CHECK(relata::cli::suggest("zzzzzz", known).empty());
  CHECK(relata::cli::suggest("x", known).empty());
}
