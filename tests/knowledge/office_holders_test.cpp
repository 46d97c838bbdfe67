// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "kb_file.hpp"

using namespace relata;

namespace {

KnowledgeBase freedonia() {
  KnowledgeBase kb;
  const auto faults = load_kb(kb, "offices.csv",
                              "name,class,office,country,begin,end,wikidata,aliases,family\n"
                              "Freedonia,Country,,,,,,,\n"
                              "Ann Firefly,,president|leader,Freedonia,1990-03-04,1998-03-04,,A. Firefly,\n"
                              "Rufus Firefly,,president|leader,Freedonia,1998-03-04,,,,\n"
                              "Ann Firefly,,foreign minister|secretary of state,Freedonia,2001-05,2003,,,\n"
                              "Bob Roland,,prime minister,Freedonia,2000,2004-06-01,,,\n"
                              "Cho Min-su,,prime minister,Freedonia,2004-06-01,2009,,,Cho\n");
  REQUIRE(faults.empty());
  return kb;
}

std::string holder(const KnowledgeBase& kb, std::string_view office, std::string_view date) {
  const KnownEntity* const person = kb.office_holder("Country:freedonia", office, date);
  return person == nullptr ? "" : person->name;
}

}  // namespace

TEST_CASE("the holder of an office is known by its date", "[kb][offices]") {
  const KnowledgeBase kb = freedonia();
  CHECK(holder(kb, "president", "1995-07-01") == "Ann Firefly");
  CHECK(holder(kb, "President", "2020") == "Rufus Firefly");
  CHECK(holder(kb, "leader", "1995") == "Ann Firefly");
  CHECK(holder(kb, "Secretary of State", "2002-01-05") == "Ann Firefly");
  CHECK(holder(kb, "Premier", "2005-01-05") == "Cho Min-su");
  CHECK(holder(kb, "president", "1990-03-03").empty());
  CHECK(holder(kb, "king", "1995-07-01").empty());
  CHECK(kb.office_holder("Q0", "president", "1995") == nullptr);
}

TEST_CASE("a day of change belongs to the new holder, a year of change to nobody", "[kb][offices]") {
  const KnowledgeBase kb = freedonia();
  CHECK(holder(kb, "president", "1998-03-04") == "Rufus Firefly");
  CHECK(holder(kb, "president", "1998-03-03") == "Ann Firefly");
  CHECK(holder(kb, "president", "1998").empty());
  CHECK(holder(kb, "president", "1998-03").empty());
  CHECK(holder(kb, "president", "last year").empty());
}

TEST_CASE("people are found by full name, and by family name while they hold an office", "[kb][offices]") {
  const KnowledgeBase kb = freedonia();
  REQUIRE(kb.person("A. Firefly") != nullptr);
  CHECK(kb.person("A. Firefly")->name == "Ann Firefly");
  CHECK(kb.terms_of(*kb.person("Ann Firefly")).size() == 2);
  CHECK(kb.person_by_family_name("Firefly", "1992")->name == "Ann Firefly");
  CHECK(kb.person_by_family_name("Firefly", "2002-01-01") == nullptr);
  CHECK(kb.person_by_family_name("Cho", "2006")->name == "Cho Min-su");
  CHECK(kb.person_by_family_name("Min-su", "2006") == nullptr);
  CHECK(kb.by_name("Ann Firefly").empty());
}

TEST_CASE("faulty terms of office are named by file and line", "[kb][offices]") {
  KnowledgeBase kb;
  const auto faults =
      load_kb(kb, "terms.csv",
              "name,class,office,country,begin,end,wikidata\n"
              "A B,,king,,,,\nA B,,king,Freedonia,1 May,,\nA B,,king,Freedonia,2000,1999-01,\n"
              "A B,Country,king,Freedonia,,,\nA B,,king,Freedonia,2000,,Q1\n"
              "A B,,king,Freedonia,2010-13,,Q1\nA B,,duke,Freedonia,2001,,Q2\n");
  REQUIRE(faults.size() == 6);
  CHECK(faults[0] == "relata-kb-terms.csv:2: the office has no 'country' (a country or organisation)");
  CHECK(faults[1] == "relata-kb-terms.csv:3: '1 May' is no date (YYYY, YYYY-MM or YYYY-MM-DD)");
  CHECK(faults[2] == "relata-kb-terms.csv:4: the office ends (1999-01) before it begins (2000)");
  CHECK(faults[3] == "relata-kb-terms.csv:5: an office is held by a Person, not by a Country");
  CHECK(faults[4] == "relata-kb-terms.csv:7: '2010-13' is no date (YYYY, YYYY-MM or YYYY-MM-DD)");
  CHECK(faults[5] == "relata-kb-terms.csv:8: 'A B' is given the Wikidata id Q2 here, 'Q1' before");
}
