// SPDX-License-Identifier: MIT
#include "text/json_text.hpp"

#include <catch2/catch.hpp>

using namespace relata;

namespace {

std::string in_html(std::string_view text) {
  std::string out;
  append_json_in_html(out, text);
  return out;
}

std::string json(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

}  // namespace

TEST_CASE("no text ends a script element or a line of it", "[text]") {
  CHECK(in_html("</script><!--") == R"("\u003c/script\u003e\u003c!--")");
  CHECK(in_html("a\u2028b\u2029c") == R"("a\u2028b\u2029c")");
  CHECK(in_html("\"\\\n\x01&") == R"("\u0022\u005c\u000a\u0001\u0026")");
  CHECK(in_html("Erdo\xC4\x9F"
             "an \xF0\x9F\x98\x80") ==
        "\"Erdo\xC4\x9F"
        "an \xF0\x9F\x98\x80\"");
  CHECK(in_html("bad \xFF\xC4") == "\"bad \uFFFD\uFFFD\"");
}

TEST_CASE("numbers are those of JSON", "[text]") {
  std::string out;
  append_json_number(out, 0.1);
  append_json_number(out, 1.0 / 0.0);
  CHECK(out == "0.10");
}

TEST_CASE("a string of JSON has short escapes, and its other text as it stands", "[text]") {
  CHECK(json("\"\\\n\t\x01&</script>") == R"("\"\\\n\t\u0001&</script>")");
  CHECK(json("a\u2028 \xED\xA0\x80 \uFFFD") == "\"a\u2028 \uFFFD\uFFFD\uFFFD \uFFFD\"");
  CHECK(json("") == "\"\"");
}

TEST_CASE("a fraction of JSON has a point", "[text]") {
  std::string out;
  for (const double value : {1.0, 0.5, -3.0, 1e30}) {
    append_json(out, value);
    out += ' ';
  }
  CHECK(out == "1.0 0.5 -3.0 1e+30 ");
}
