// SPDX-License-Identifier: MIT
#include "text/unicode.hpp"

#include <catch2/catch.hpp>

using namespace relata;

TEST_CASE("folding takes marks off and letters apart", "[text]") {
  CHECK(unicode::fold("Erdoğan Škoda") == "Erdogan Skoda");
  CHECK(unicode::fold("e\u0301") == "e");
  CHECK(unicode::fold("ﬁ ＦＩＮＡ ½ …") == "fi FINA 1⁄2 ...");
  CHECK(unicode::fold("Ærø ß 中国 😀") == "Ærø ß 中国 😀");  // not compositions, or left as they stand
  CHECK(unicode::fold("").empty());
}
