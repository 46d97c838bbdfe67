// SPDX-License-Identifier: MIT
#include "canonicalize/times.hpp"

#include <catch2/catch.hpp>

using relata::detail::date_type;
using relata::detail::parse_time;

namespace {
constexpr const char* published = "2018-10-20";  // a Saturday

std::string interval(std::string_view words, std::string_view day = published, bool future = false) {
  const relata::StatementTime t = parse_time(words, day, future);
  return t.start == t.end ? t.start : t.start + "/" + t.end;
}
}  // namespace

TEST_CASE("explicit dates become ISO dates, months and years", "[canonicalize]") {
  CHECK(interval("October 20, 2018") == "2018-10-20");
  CHECK(interval("3 March 1999") == "1999-03-03");
  CHECK(interval("August 2011") == "2011-08");
  CHECK(interval("2015") == "2015");
  CHECK(interval("the 1990s") == "1990/1999");
  CHECK(date_type("2018-10-20") == "xsd:date");
  CHECK(date_type("2018-10") == "xsd:gYearMonth");
  CHECK(date_type("2018") == "xsd:gYear");
}

TEST_CASE("words for an interval give both its ends", "[canonicalize]") {
  CHECK(interval("2001 to 2004") == "2001/2004");
  CHECK(interval("between 2001 and 2004") == "2001/2004");
  CHECK(interval("from March 2001 to May 2004") == "2001-03/2004-05");
  CHECK(interval("March to May 2004") == "2004-03/2004-05");
  CHECK(interval("2001-2004") == "2001/2004");
  CHECK(interval("2001\u20132004") == "2001/2004");
  CHECK(interval("2018-10-20").empty());  // no words of English
  CHECK(interval("Monday to Friday", "2018-10-20") == "2018-10-15/2018-10-19");
  CHECK(interval("2004 to 2001").empty());
  CHECK(interval(" to 2004").empty());
  CHECK(interval("from  to 2004").empty());
  CHECK(interval("from to 2004").empty());
  std::string many = "2001";  // words of anybody's making
  for (int i = 0; i < 200000; ++i) many += " to 2001";
  CHECK(parse_time(many, published, false).text == many);
}

TEST_CASE("relative dates are worked out from the day of publication", "[canonicalize]") {
  CHECK(interval("yesterday") == "2018-10-19");
  CHECK(interval("Friday") == "2018-10-19");
  CHECK(interval("Monday", published, true) == "2018-10-22");
  CHECK(interval("last month") == "2018-09");
  CHECK(interval("next year") == "2019");
  CHECK(interval("last week") == "2018-10-08/2018-10-14");
  CHECK(interval("February 9") == "2018-02-09");
}

TEST_CASE("without a day of publication relative dates keep their words alone", "[canonicalize]") {
  CHECK(interval("yesterday", "").empty());
  CHECK(parse_time("yesterday", "", false).text == "yesterday");
  CHECK(interval("February 30, 2018").empty());
  CHECK(interval("two years").empty());
}
