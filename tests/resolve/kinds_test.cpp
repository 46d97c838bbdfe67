// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "resolve/samples.hpp"

using namespace relata;
using namespace relata::samples;

TEST_CASE("the kind of thing before a name tells its class and is no part of it", "[resolve]") {
  const auto bought = [](const std::string& kind, const std::string& type) {
    return classes("Danish JJ 3 amod\n" + kind + " NN 3 compound\nGrolvar NNP 4 nsubj B-" + type +
                   "\ngrew VBD 0 ROOT\n");
  };
  CHECK(bought("brewer", "PERSON") == Names{"Grolvar: Organization"});
  CHECK(bought("drug", "PERSON") == Names{"Grolvar: Product"});
  CHECK(bought("musical", "ORG") == Names{"Grolvar: Work"});
  // An artist of one name has no article before the kind, a winner may be anything.
  CHECK(bought("winner", "ORG") == Names{"Grolvar: Organization"});
  CHECK(classes("Retailer NNP 2 compound B-PERSON\nHobben NNP 3 nsubj I-PERSON\nclosed VBD 0 ROOT\n") ==
        Names{"Hobben: Organization"});
  CHECK(classes("Budget NN 3 compound B-PERSON\nairline NN 3 compound I-PERSON\nFlynor NNP 4 nsubj I-PERSON\n"
                "closed VBD 0 ROOT\n") == Names{"Flynor: Organization"});
}

TEST_CASE("a storm is an event by its full and by its short name", "[resolve]") {
  CHECK(classes("Tropical NNP 3 compound\nStorm NNP 3 compound\nWendar NNP 4 nsubj\nkilled VBD 0 ROOT\n12 CD "
                "4 dobj\n") == Names{"Tropical Storm Wendar: Event"});
  CHECK(mentions("Cyclone NNP 2 compound B-PERSON\nOtto NNP 3 nsubj I-PERSON\nkilled VBD 0 ROOT\nfour CD 3 "
                 "dobj\n. . 3 punct\nOtto NNP 7 nsubj B-PERSON\nweakened VBD 0 ROOT\n") ==
        Names{"Cyclone Otto = Cyclone Otto", "Otto = Cyclone Otto"});
}

TEST_CASE("teams are named by several, bodies after whom they are for", "[resolve]") {
  CHECK(classes("Boldon NNP 2 compound B-PERSON\nSteelers NNPS 3 nsubj I-PERSON\nwon VBD 0 ROOT\n") ==
        Names{"Boldon Steelers: Organization"});
  CHECK(classes("Hope NNP 2 compound B-PERSON\nHicks NNPS 3 nsubj I-PERSON\nwon VBD 0 ROOT\n") ==
        Names{"Hope Hicks: Person"});
  CHECK(classes(
            "the DT 3 det\nBoldon NNP 3 compound B-ORG\nMagistrate NNP 5 poss I-ORG\n's POS 3 case\nCourt "
            "NNP 6 nsubj B-ORG\nruled VBD 0 ROOT\n") == Names{"Boldon Magistrate 's Court: GovernmentBody"});
}

TEST_CASE("a maker's name and a model number are one product", "[resolve]") {
  CHECK(classes("an DT 3 det\nIlyon NNP 3 compound B-ORG\nIl-76 NNP 4 nsubj\nlanded VBD 0 ROOT\n") ==
        Names{"Ilyon Il-76: Product"});
}

TEST_CASE("who has kin is a person", "[resolve]") {
  CHECK(classes("Ostravar NNP 3 poss B-ORG\n's POS 1 case\nwidow NN 4 nsubj\nwept VBD 0 ROOT\n") ==
        Names{"Ostravar: Person"});
}

TEST_CASE("who reigns is named with the title", "[resolve]") {
  CHECK(mentions(
            "Prince NNP 2 compound\nOdo NNP 3 nsubj B-PERSON\nwed VBD 0 ROOT\n. . 3 punct\nOdo NNP 6 nsubj "
            "B-PERSON\nwept VBD 0 ROOT\n") == Names{"Prince Odo = Prince Odo", "Odo = Prince Odo"});
}

TEST_CASE("two known names joined by `and` are two", "[resolve]") {
  CHECK(mentions("Moscow NNP 4 nsubj B-ORG\nand CC 1 cc I-ORG\nUS NNP 1 conj I-ORG\nmet VBD 0 ROOT\n") ==
        Names{"Moscow = Russia", "US = United States"});
}
