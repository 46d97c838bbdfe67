// SPDX-License-Identifier: MIT
#include "serve/media_types.hpp"

#include <catch2/catch.hpp>

#include "serve/http_fault.hpp"

using namespace relata;
using namespace relata::serve;
using sparql::Shape;

namespace {

std::string_view chosen(std::string_view accept, Shape shape = Shape::solutions) {
  return negotiate(accept, shape).name;
}

}  // namespace

TEST_CASE("a client gets the form that it likes best", "[serve]") {
  CHECK(chosen("") == "application/sparql-results+json");
  CHECK(chosen("*/*") == "application/sparql-results+json");
  CHECK(chosen("application/sparql-results+xml") == "application/sparql-results+xml");
  CHECK(chosen("text/csv;q=0.4, application/sparql-results+xml;q=0.6") == "application/sparql-results+xml");
  CHECK(chosen("TEXT/CSV ; Q=1 ,*/* ; q=0.1") == "text/csv");
  CHECK(chosen("text/*") == "text/csv");
  CHECK(chosen("text/*, text/csv;q=0") == "text/tab-separated-values");
  CHECK(chosen("application/json") == "application/sparql-results+json");
  CHECK(chosen("text/html,application/xhtml+xml,*/*;q=0.8") == "application/sparql-results+json");
  CHECK(chosen("", Shape::graph) == "text/turtle");
  CHECK(chosen("application/rdf+xml;q=0.9, application/n-triples;q=0.8", Shape::graph) ==
        "application/n-triples");
  CHECK(chosen("text/csv;q=1, application/xml;q=0.1", Shape::boolean) == "application/sparql-results+xml");
}

TEST_CASE("what no form satisfies is told with the forms there are", "[serve]") {
  for (const char* const accept : {"image/png", "text/csv;q=0", "*/*;q=0", "text/turtle"}) try {
      chosen(accept);
      FAIL(accept);
    } catch (const HttpFault& fault) {
      CHECK(fault.status == 406);
      CHECK_THAT(fault.what(), Catch::Contains("text/csv"));
    }
  CHECK_THROWS_AS(chosen("text/csv", Shape::boolean), HttpFault);
}

TEST_CASE("a parameter stands for a media type", "[serve]") {
  CHECK(accept_of_format("csv") == "text/csv");
  CHECK(accept_of_format("nt") == "application/n-triples");
  CHECK(accept_of_format("application/sparql-results+json") == "application/sparql-results+json");
  CHECK_THROWS_AS(accept_of_format("word"), HttpFault);
}
