// SPDX-License-Identifier: MIT
#include "sparql/prefixed_name.hpp"

#include <catch2/catch.hpp>

using relata::sparql::prefixed_name;

TEST_CASE("an IRI is shortened by the longest prefix that fits, escaped as SPARQL wants it", "[sparql]") {
  const std::vector<std::pair<std::string, std::string>> prefixes = {
      {"e", "http://a/entity/"}, {"a", "http://a/"}, {"rel", "http://a/relation/"}};
  CHECK(prefixed_name("http://a/relation/met", prefixes) == "rel:met");
  CHECK(prefixed_name("http://a/entity/Person:jane%20doe", prefixes) == "e:Person:jane%20doe");
  CHECK(prefixed_name("http://a/entity/O'Brien, Éva", prefixes) == "<http://a/entity/O'Brien, Éva>");
  CHECK(prefixed_name("http://a/entity/O'Brien,Éva.", prefixes) == "e:O\\'Brien\\,Éva\\.");
  CHECK(prefixed_name("http://a/b/c", prefixes) == "<http://a/b/c>");
  CHECK(prefixed_name("http://other/x", prefixes) == "<http://other/x>");
}
