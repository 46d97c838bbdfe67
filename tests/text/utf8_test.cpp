// SPDX-License-Identifier: MIT
#include "text/utf8.hpp"

#include <catch2/catch.hpp>

#include "text/stable_id.hpp"

using namespace relata;

TEST_CASE("decoding and encoding are inverse on valid text", "[text]") {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  CHECK(utf8::encode(utf8::decode(text)) == text);
  CHECK(utf8::length(text) == 4);
  CHECK(utf8::find_invalid(text) == std::string_view::npos);
}

TEST_CASE("a maximal ill-formed sequence becomes one replacement character", "[text]") {
  CHECK(utf8::decode("a\xE2\x82z") == U"a\uFFFDz");              // truncated three-byte form
  CHECK(utf8::decode("\xC0\xAF") == U"\uFFFD\uFFFD");            // overlong
  CHECK(utf8::decode("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(utf8::find_invalid("ab\xFFz") == 2);
}

TEST_CASE("surrogates and values past the last plane are never written", "[text]") {
  std::string out;
  utf8::append(out, 0xD800);
  utf8::append(out, 0x110000);
  CHECK(out == "\uFFFD\uFFFD");
}

TEST_CASE("stable ids are the same on every machine and keep their pieces apart", "[text]") {
  CHECK(stable_id({"article", "a.txt", "text"}) == stable_id({"article", "a.txt", "text"}));
  CHECK(stable_id({"ab", "c"}) != stable_id({"a", "bc"}));
  CHECK(stable_id({"relata"}).size() == 32);
  // python3: uuid5(uuid5(NAMESPACE_DNS, 'relata.example'), 'article\0a.txt\0')
  CHECK(stable_id({"article", "a.txt"}) == "17b0c92a7a415b0cbb9ae62b2abd04f0");
}
