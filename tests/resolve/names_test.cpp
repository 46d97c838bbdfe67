// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "resolve/samples.hpp"

using namespace relata;
using namespace relata::samples;

TEST_CASE("a name that begins with a given name is a person's, whatever the model took it for", "[resolve]") {
  CHECK(classes("Ingrid NNP 2 compound B-ORG\nHolm NNP 3 nsubj I-ORG\nleft VBD 0 ROOT\n") ==
        Names{"Ingrid Holm: Person"});
  CHECK(classes("Ingrid NNP 2 compound B-ORG\nFoundation NNP 3 nsubj I-ORG\nclosed VBD 0 ROOT\n") ==
        Names{"Ingrid Foundation: Organization"});
}

TEST_CASE("a holder run into the name of what the office is of is split off", "[resolve]") {
  CHECK(classes("The DT 2 det\nPremier NNP 7 nsubj\nof IN 2 prep\nSaxony NNP 6 compound B-ORG\nMichael NNP 6 "
                "compound I-ORG\nKlein NNP 3 pobj I-ORG\nleft VBD 0 ROOT\n") ==
        Names{"Michael Klein: Person", "Saxony: Organization"});
}

TEST_CASE("the phrases of an institution's name that the model cut off belong to it", "[resolve]") {
  CHECK(
      classes(
          "the DT 2 det\nInstitute NNP 7 nsubj B-ORG\nfor IN 2 prep\nSoil NNP 3 pobj\nand CC 4 cc\nWater NNP "
          "4 conj\nopened VBD 0 ROOT\n") == Names{"Institute for Soil and Water: Organization"});
  // Two institutions stay two.
  CHECK(classes(
            "the DT 2 det\nMinistry NNP 8 nsubj B-ORG\nof IN 2 prep\nDefence NNP 3 pobj I-ORG\nand CC 2 cc\n"
            "Home NNP 7 compound B-ORG\nOffice NNP 2 conj I-ORG\nspoke VBD 0 ROOT\n") ==
        Names{"Ministry of Defence: GovernmentBody", "Home Office: GovernmentBody"});
}

TEST_CASE("the words of a name tell its class", "[resolve]") {
  const auto one = [](const std::string& name) {
    return classes(name + " 3 nsubj I-ORG\nleft VBD 0 ROOT\n");
  };
  CHECK(one("Baltic NNP 2 compound B-ORG\nCourt NNP") == Names{"Baltic Court: GovernmentBody"});
  CHECK(one("HMS NNP 2 compound B-ORG\nGannet NNP") == Names{"HMS Gannet: Product"});
  CHECK(one("Tupolev NNP 2 compound B-ORG\nTu-154 NNP") == Names{"Tupolev Tu-154: Product"});
  CHECK(
      classes("Orient NNP 3 compound B-ORG\nNews NNP 3 compound I-ORG\nAgency NNP 4 nsubj I-ORG\nsaid VBD 0 "
              "ROOT\n") == Names{"Orient News Agency: MediaOutlet"});
}

TEST_CASE("a name that somebody is in is a place, unless it is told to be a person's", "[resolve]") {
  CHECK(classes("He PRP 2 nsubj\nlives VBZ 0 ROOT\nin IN 2 prep\nnorthern JJ 5 amod\nKarsholm NNP 3 pobj "
                "B-PERSON\n") == Names{"Karsholm: Location"});
  CHECK(classes("He PRP 2 nsubj\nbelieves VBZ 0 ROOT\nin IN 2 prep\nMr NNP 5 compound\nKarsholm NNP 3 pobj "
                "B-PERSON\n") == Names{"Karsholm: Person"});
}

TEST_CASE("a capital that is dealt with, or is joined with a country, is its state", "[resolve]") {
  CHECK(mentions("pressure NN 0 ROOT\non IN 1 prep\nMoscow NNP 2 pobj B-GPE\n") == Names{"Moscow = Russia"});
  CHECK(
      mentions("a DT 5 det\npro JJ 5 amod\n- HYPH 5 punct\nMoscow NNP 5 compound B-GPE\nparty NN 0 ROOT\n") ==
      Names{"Moscow = Russia"});
  CHECK(mentions("Moscow NNP 4 nsubj B-GPE\nand CC 1 cc\nUS NNP 1 conj B-GPE\nlie VBP 0 ROOT\n") ==
        Names{"Moscow = Russia", "US = United States"});
  CHECK(
      mentions(
          "offices NNS 0 ROOT\nin IN 1 prep\nMoscow NNP 2 pobj B-GPE\nand CC 3 cc\nUS NNP 3 conj B-GPE\n") ==
      Names{"Moscow = Moscow", "US = United States"});
}

TEST_CASE("where nothing else speaks, a capital means what it means elsewhere in the article", "[resolve]") {
  const std::string headline = "Reaction NN 0 ROOT\nby IN 1 prep\nMoscow NNP 2 pobj B-GPE\n\n";
  CHECK(mentions(headline).back() == "Moscow = Moscow");
  CHECK(mentions(headline + "Moscow NNP 2 nsubj B-GPE\nopposes VBZ 0 ROOT\nsanctions NNS 2 dobj\n") ==
        Names{"Moscow = Russia", "Moscow = Russia"});
}

TEST_CASE("a part of a name is the only longer name that holds it", "[resolve]") {
  const std::string told =
      "the DT 4 det\nHarbour NNP 4 compound B-ORG\nSafety NNP 4 compound I-ORG\nCommission NNP 5 nsubj "
      "I-ORG\nmet VBD 0 ROOT\n\n";
  CHECK(mentions(told + "Safety NNP 2 compound B-ORG\nCommission NNP 3 nsubj I-ORG\nspoke VBD 0 ROOT\n")
            .back() == "Safety Commission = Harbour Safety Commission");
  CHECK(mentions(told + "Commission NNP 2 nsubj B-ORG\nspoke VBD 0 ROOT\n").back() ==
        "Commission = Harbour Safety Commission");
  // Two that hold it make it neither.
  CHECK(mentions(told +
                 "Road NNP 3 compound B-ORG\nSafety NNP 3 compound I-ORG\nCommission NNP 4 nsubj I-ORG\nmet "
                 "VBD 0 ROOT\n\nCommission NNP 2 nsubj B-ORG\nspoke VBD 0 ROOT\n")
            .back() == "Commission = Commission");
}

TEST_CASE("father and son, and two of one name with other middle initials, stay apart", "[resolve]") {
  const auto two = [](const std::string& a, const std::string& b) {
    return classes(a + " NNP 2 compound B-PERSON\nDahl NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\n" + b).size();
  };
  const std::string son =
      "Ola NNP 6 compound B-PERSON\nDahl NNP 6 compound I-PERSON\nJr. NNP 3 dobj I-PERSON\n";
  const std::string with_initial =
      "Ola NNP 6 compound B-PERSON\nT. NNP 6 compound I-PERSON\nDahl NNP 3 dobj I-PERSON\n";
  CHECK(two("Ola", son) == 2);
  CHECK(two("Ola", with_initial) == 1);
  CHECK(
      classes("Ola NNP 3 compound B-PERSON\nK. NNP 3 compound I-PERSON\nDahl NNP 4 nsubj I-PERSON\nmet VBD 0 "
              "ROOT\nOla NNP 7 compound B-PERSON\nT. NNP 7 compound I-PERSON\nDahl NNP 4 dobj I-PERSON\n")
          .size() == 2);
}

TEST_CASE("a bare organ is that of the country that the article is about", "[resolve]") {
  const std::string told =
      "Russia NNP 2 nsubj B-GPE\nvotes VBZ 0 ROOT\n\nRussia NNP 2 nsubj B-GPE\nvotes VBZ 0 ROOT\n\n";
  CHECK(mentions(told + "the DT 2 det\nparliament NN 3 nsubj\nmet VBD 0 ROOT\n").back() ==
        "parliament = Parliament of Russia");
  CHECK(mentions(told + "Parliament NNP 2 nsubj B-ORG\nmet VBD 0 ROOT\n").back() ==
        "Parliament = Parliament of Russia");
  CHECK(mentions("the DT 2 det\nparliament NN 3 nsubj\nmet VBD 0 ROOT\n").empty());
}

TEST_CASE("the government of a country that the article is not about stands for the country", "[resolve]") {
  CHECK(
      mentions(
          "Russia NNP 2 nsubj B-GPE\nmet VBD 0 ROOT\nRussia NNP 2 dobj B-GPE\n\nthe DT 3 det\nAmerican JJ 3 "
          "amod B-NORP\ngovernment NN 4 nsubj\nleft VBD 0 ROOT\n") ==
      Names{"Russia = Russia", "Russia = Russia", "American government = United States",
            "American = United States"});
}

TEST_CASE("a capital of a mind is its state, one of weather is not", "[resolve]") {
  const auto moscow = [](const std::string& adjective) {
    return mentions("Moscow NNP 2 nsubj B-GPE\nis VBZ 0 ROOT\n" + adjective + " JJ 2 acomp\n").front();
  };
  CHECK(moscow("ready") == "Moscow = Russia");
  CHECK(moscow("cold") == "Moscow = Moscow");
}

TEST_CASE("a church of a creed is a body, one of stone a place", "[resolve]") {
  const auto church = [](const std::string& first) {
    return classes(first + " NNP 2 compound B-ORG\nChurch NNP 3 nsubj I-ORG\nclosed VBD 0 ROOT\n").front();
  };
  CHECK(church("Lutheran") == "Lutheran Church: Organization");
  CHECK(church("Hill") == "Hill Church: Location");
}

TEST_CASE("a longer name that ends in a known one is not the known one", "[resolve]") {
  KnowledgeBase base = kb();
  base.add({"", "Harvest Party", cls::Organization, "", "", {}, {}, ""});
  const std::string party = "Harvest NNP 3 compound I-ORG\nParty NNP 4 nsubj I-ORG\nwon VBD 0 ROOT\n";
  CHECK(mentions("New NNP 3 compound B-ORG\n" + party, base) ==
        Names{"New Harvest Party = New Harvest Party"});
  CHECK(mentions("US NNP 3 compound B-ORG\n" + party, base).back() == "Harvest Party = Harvest Party");
}

TEST_CASE("a name that the model read as one with its country is that country's organ", "[resolve]") {
  CHECK(
      mentions(
          "Russian JJ 2 amod B-ORG\nParliament NNP 3 nsubj I-ORG\nmet VBD 0 ROOT\n\nthe DT 2 det\nparliament "
          "NN 3 nsubj\nvoted VBD 0 ROOT\n") ==
      Names{"Russian Parliament = Parliament of Russia", "parliament = Parliament of Russia"});
}

TEST_CASE("a capital that the model passed over is one all the same", "[resolve]") {
  CHECK(mentions("Moscow NNP 2 nsubj\nopposes VBZ 0 ROOT\nsanctions NNS 2 dobj\n") ==
        Names{"Moscow = Russia"});
}

TEST_CASE("a family name that is also a given name has no gender", "[resolve]") {
  CHECK(
      mentions(
          "Ingrid NNP 2 compound B-PERSON\nWarren NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\n\nWarren NNP 2 nsubj "
          "B-PERSON\nleft VBD 0 ROOT\n") == Names{"Ingrid Warren = Ingrid Warren", "Warren = Ingrid Warren"});
}

TEST_CASE("who stands after an office is a person", "[resolve]") {
  CHECK(
      classes("President NNP 3 compound\nXhavit NNP 3 compound B-ORG\nBerisha NNP 4 nsubj I-ORG\nspoke VBD 0 "
              "ROOT\n") == Names{"Xhavit Berisha: Person"});
}

TEST_CASE("what joins two names is two, and a faith that modifies is none", "[resolve]") {
  CHECK(
      classes(
          "Ola NNP 2 compound B-PERSON\nDahl NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\nIngrid NNP 5 compound "
          "B-PERSON\nHolm NNP 3 dobj I-PERSON\n\nDahl NNP 4 nsubj B-ORG\nand CC 1 cc I-ORG\nHolm NNP 1 conj "
          "I-ORG\nleft VBD 0 ROOT\n") == Names{"Ola Dahl: Person", "Ingrid Holm: Person"});
  CHECK(classes("Institute NNP 8 nsubj B-ORG\nfor IN 1 prep I-ORG\nSoil NNP 2 pobj I-ORG\nand CC 1 cc "
                "I-ORG\nInstitute "
                "NNP 1 conj I-ORG\nfor IN 5 prep I-ORG\nWater NNP 6 pobj I-ORG\nmet VBD 0 ROOT\n") ==
        Names{"Institute for Soil: Organization", "Institute for Water: Organization"});
  CHECK(classes("Roman JJ 2 amod B-NORP\nCatholic JJ 3 amod I-NORP\nschools NNS 4 nsubj\nclosed VBD 0 ROOT\n")
            .empty());
}

TEST_CASE("a half bracket and words of another script are no names", "[resolve]") {
  CHECK(classes("NSG) NNP 2 compound B-ORG\nparty NN 3 nsubj I-ORG\nmet VBD 0 ROOT\n").empty());
  CHECK(classes("\xD9\x85\xD8\xB1 NNP 2 nsubj B-ORG\nmet VBD 0 ROOT\n").empty());
}

TEST_CASE("officials of a capital are whose the article makes the capital", "[resolve]") {
  const std::string acts = "Moscow NNP 2 nsubj B-GPE\nopposes VBZ 0 ROOT\nsanctions NNS 2 dobj\n";
  CHECK(mentions("Moscow NNP 2 compound B-GPE\nofficial NN 3 nsubj\nleft VBD 0 ROOT\n\n" + acts) ==
        Names{"Moscow = Russia", "Moscow = Russia"});
  CHECK(mentions("Moscow NNP 2 compound B-GPE\nsuburb NN 3 nsubj\nburned VBD 0 ROOT\n\n" + acts) ==
        Names{"Moscow = Moscow", "Moscow = Russia"});
}
