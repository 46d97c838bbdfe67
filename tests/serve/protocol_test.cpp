// SPDX-License-Identifier: MIT
#include "serve/protocol.hpp"

#include <catch2/catch.hpp>

#include "serve/http_fault.hpp"

using namespace relata::serve;

namespace {

constexpr const char* form = "application/x-www-form-urlencoded";

/// The status that a request is refused with.
unsigned refused(const Request& request) {
  try {
    question_of(request);
  } catch (const HttpFault& fault) {
    return fault.status;
  }
  return 200;
}

}  // namespace

TEST_CASE("a query comes in a target, a form or a body", "[serve]") {
  CHECK(question_of({"GET", "/sparql?query=ASK+%7B%7D", "", ""})->query == "ASK {}");
  CHECK(question_of({"GET", "/sparql?a&format=csv&query=x%26y%3D%C3%A9", "", ""})->query == "x&y=é");
  CHECK(question_of({"GET", "/sparql?a&format=csv&query=x", "", ""})->format == "csv");
  CHECK(question_of({"POST", "/sparql", form, "query=ASK+%7B%7D"})->query == "ASK {}");
  CHECK(question_of({"POST", "/sparql", "Application/SPARQL-query; charset=utf-8", "ASK {a+b}"})->query ==
        "ASK {a+b}");
  CHECK(path_of("/sparql?query=/a") == "/sparql");
}

TEST_CASE("without a query the service is described", "[serve]") {
  CHECK_FALSE(question_of({"GET", "/sparql", "", ""}));
  CHECK_FALSE(question_of({"GET", "/sparql?", "", ""}));
}

TEST_CASE("what is no question is refused", "[serve]") {
  CHECK(refused({"GET", "/sparql?query=a&query=b", "", ""}) == 400);
  CHECK(refused({"POST", "/sparql?query=a", "application/sparql-query", "b"}) == 400);
  CHECK(refused({"POST", "/sparql", form, "q=1"}) == 400);
  CHECK(refused({"POST", "/sparql", form, "query=a&default-graph-uri=http%3A%2F%2Fx%2F"}) == 400);
  CHECK(refused({"GET", "/sparql?query=a&named-graph-uri=b", "", ""}) == 400);
  CHECK(refused({"POST", "/sparql", form, "update=INSERT"}) == 403);
  CHECK(refused({"POST", "/sparql", "application/sparql-update", "INSERT"}) == 403);
  CHECK(refused({"POST", "/sparql", "text/plain", "ASK {}"}) == 415);
  CHECK(refused({"POST", "/sparql", "", "ASK {}"}) == 415);
}
