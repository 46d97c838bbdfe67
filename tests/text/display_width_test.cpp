// SPDX-License-Identifier: MIT
#include "text/display_width.hpp"

#include <catch2/catch.hpp>

using relata::display_width;

TEST_CASE("a text takes the columns that a terminal gives it", "[text]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Erdoğan") == 7);
  CHECK(display_width("Erdog\u0306an") == 7);  // a combining breve
  CHECK(display_width("習近平") == 6);
  CHECK(display_width("문재인 (Moon)") == 13);
  CHECK(display_width("🇩") == 1);
  CHECK(display_width("🌍") == 2);
}
