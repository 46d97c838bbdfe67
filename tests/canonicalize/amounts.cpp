// SPDX-License-Identifier: MIT
#include "canonicalize/amounts.hpp"

#include <catch2/catch.hpp>

using relata::detail::parse_amount;

namespace {
std::string read(std::string_view text) {
  const auto amount = parse_amount(text);
  return amount ? amount->value + " " + std::string(amount->datatype) : "none";
}
}  // namespace

TEST_CASE("amounts are normalised to a number with its unit", "[canonicalize]") {
  CHECK(read("2 billion euros") == "2000000000 EUR xsd:string");
  CHECK(read("US$6.16 million") == "6160000 USD xsd:string");
  CHECK(read("$5m") == "5000000 USD xsd:string");
  CHECK(read("£1,250.50") == "1250.5 GBP xsd:string");
  CHECK(read("about 350 thousand") == "350000 xsd:decimal");
  CHECK(read("71%") == "71 % xsd:string");
  CHECK(read("18,000 to 63,000") == "18000 xsd:decimal");
  CHECK(read("several") == "none");
  CHECK(read("1.2.3") == "none");
  CHECK(read("1234567890123456789012345") == "none");
}
