// SPDX-License-Identifier: MIT
#include "text/blanks.hpp"

#include <catch2/catch.hpp>

TEST_CASE("runs of white space become one blank, across pieces as well", "[text]") {
  std::string out;
  relata::append_collapsed(out, " \n two\t\twords ");
  relata::append_collapsed(out, "\r\nand\fmore");
  CHECK(out == "two words and more");
}
