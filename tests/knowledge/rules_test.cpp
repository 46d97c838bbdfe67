// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "kb_file.hpp"

using namespace relata;

TEST_CASE("a rule 'same' makes several names one, under the first of them", "[kb][rules]") {
  KnowledgeBase kb;
  CHECK_FALSE(kb.has_rules());
  REQUIRE(load_kb(kb, "same.csv", "name,same\nJane Roe,J. Roe|Jane Q. Roe\nJ. Roe,Roe Jane\n", Origin::user)
              .empty());
  CHECK(kb.has_rules());
  for (const char* const name : {"Jane Roe", "J. Roe", "jane q roe", "Roe Jane"})
    CHECK(kb.same(name) == "Jane Roe");
  CHECK(kb.same("John Roe").empty());
  CHECK(kb.size() == 0);
}

TEST_CASE("a rule 'different' keeps names apart, and those united with them", "[kb][rules]") {
  KnowledgeBase kb;
  REQUIRE(load_kb(kb, "apart.jsonl",
                  R"({"name":"Kim Lee","different":["Kim Lee Jr."]})"
                  "\n"
                  R"({"name":"Kim Lee","same":["K. Lee"]})",
                  Origin::user)
              .empty());
  CHECK(kb.kept_apart("Kim Lee", "Kim Lee Jr."));
  CHECK(kb.kept_apart("Kim Lee Jr", "K Lee"));
  CHECK_FALSE(kb.kept_apart("Kim Lee", "K. Lee"));
  CHECK_FALSE(kb.kept_apart("Kim Lee", "Kim Lee"));
}

TEST_CASE("rules that contradict each other are named by file and line", "[kb][rules]") {
  KnowledgeBase kb;
  const auto faults = load_kb(kb, "contrary.csv",
                              "name,class,same,different\nA One,,B Two,\nB Two,,,A One\nC Three,,,D Four\n"
                              "C Three,,D Four,\nE Five,,,\n,,F Six,\n",
                              Origin::user);
  REQUIRE(faults.size() == 4);
  CHECK(faults[0] == "relata-kb-contrary.csv:3: 'B Two' and 'A One' are one name, or stated to be the same");
  CHECK(faults[1] == "relata-kb-contrary.csv:5: 'C Three' and 'D Four' are stated to be different");
  CHECK(faults[2] == "relata-kb-contrary.csv:6: 'E Five' has no class");
  CHECK(faults[3] == "relata-kb-contrary.csv:7: no name");
}

TEST_CASE("a user's names come first, and add to a known entity of the same name and class", "[kb][rules]") {
  KnowledgeBase kb;
  load_kb(kb, "shipped.csv",
          "name,class,wikidata,aliases,demonyms\nRussia,Country,Q159,RF,Russian\nRelief "
          "Fund,Organization,,Fund,\n");
  REQUIRE(load_kb(kb, "users.csv",
                  "name,class,aliases\nRussia,Country,Rossiya\nRhubarb Fund,Organization,Fund\n",
                  Origin::user)
              .empty());
  CHECK(kb.size() == 3);
  CHECK(kb[kb.by_name("Fund").front()].name == "Rhubarb Fund");
  REQUIRE(kb.by_name("Rossiya").size() == 1);
  const KnownEntity& russia = kb[kb.by_name("Rossiya").front()];
  CHECK(russia.id == "Q159");
  CHECK(kb.is_users(russia));
  CHECK(kb.by_demonym("Russian").size() == 1);
  CHECK(kb.by_name("RF").size() == 1);
}

TEST_CASE("weak and local names are no plain names; local ones are with their country", "[kb]") {
  KnowledgeBase kb;
  REQUIRE(load_kb(kb, "names.csv",
                  "name,class,country,aliases,demonyms,weak,local,members\n"
                  "Freedonia,Country,,,Freedonian|Freedonians,,,\n"
                  "High Court of Freedonia,GovernmentBody,Freedonia,,,,High Court,\n"
                  "Orchard Inc.,Organization,,,,Orchard,,\n"
                  "Plum Party,Organization,Freedonia,,,,,Plummer|P\n")
              .empty());
  CHECK(kb.by_name("Orchard").empty());
  CHECK(kb.by_weak_name("Orchard").size() == 1);
  CHECK(kb.by_name("High Court").empty());
  CHECK(kb.by_local_name("the High Court").size() == 1);
  for (const char* const name : {"Freedonian High Court", "High Court of Freedonia", "Freedonia High Court"})
    CHECK(kb.by_name(name).size() == 1);
  CHECK(kb.longest_name_from("High") >= 4);
  CHECK(kb.by_member("P").size() == 1);
  CHECK(kb.by_member("p").empty());
  CHECK(load_kb(kb, "stateless.csv", "name,class,local\nHigh Court,GovernmentBody,High Court\n") ==
        std::vector<std::string>{"relata-kb-stateless.csv:2: names in 'local' need a 'country'"});
}
