// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "resolve/samples.hpp"

using namespace relata;
using namespace relata::samples;

TEST_CASE("a full name absorbs the short one, also before it, and titles are split off", "[resolve]") {
  CHECK(mentions("Putin NNP 2 nsubj B-ORG\nspoke VBD 0 ROOT\n\n"
                 "President NNP 3 compound B-PERSON\nVladimir NNP 3 compound I-PERSON\nPutin NNP 4 nsubj "
                 "I-PERSON\nleft VBD 0 ROOT\n\n"
                 "Mr. NNP 2 compound\nPutin NNP 3 nsubj B-PERSON\nspoke VBD 0 ROOT\n") ==
        Names{"Putin = Vladimir Putin", "Vladimir Putin = Vladimir Putin", "Putin = Vladimir Putin"});
}

TEST_CASE("two people of one family name stay apart, and a title of gender chooses", "[resolve]") {
  CHECK(
      mentions("Bill NNP 2 compound B-PERSON\nClinton NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\nHillary NNP 5 "
               "compound B-PERSON\nClinton NNP 3 dobj I-PERSON\n\n"
               "Mrs. NNP 2 compound\nClinton NNP 3 nsubj B-PERSON\nspoke VBD 0 ROOT\n") ==
      Names{"Bill Clinton = Bill Clinton", "Hillary Clinton = Hillary Clinton", "Clinton = Hillary Clinton"});
}

TEST_CASE("a capital that acts is its country, and stays a place where somebody goes", "[resolve]") {
  CHECK(mentions("Moscow NNP 2 nsubj B-GPE\nopposes VBZ 0 ROOT\nsanctions NNS 2 dobj\n") ==
        Names{"Moscow = Russia"});
  CHECK(mentions("Smith NNP 2 nsubj B-PERSON\nflew VBD 0 ROOT\nto IN 2 prep\nMoscow NNP 3 pobj B-GPE\n") ==
        Names{"Smith = Smith", "Moscow = Moscow"});
}

TEST_CASE("a nationality that modifies means the country", "[resolve]") {
  const Document doc = make("Russian JJ 2 amod B-NORP\ntroops NNS 3 nsubj\nleft VBD 0 ROOT\n");
  const Resolution r = resolve({}, doc, kb());
  REQUIRE(r.mentions.size() == 1);
  CHECK(r.mentions[0].kind == Mention::Kind::demonym);
  CHECK(r.entities[r.mentions[0].entity].wikidata == "Q159");
}

TEST_CASE("City, Region is two places", "[resolve]") {
  CHECK(mentions("in IN 0 ROOT\nDallas NNP 1 pobj B-GPE\n, , 2 punct I-GPE\nTexas NNP 2 appos I-GPE\n") ==
        Names{"Dallas = Dallas", "Texas = Texas"});
}

TEST_CASE("an acronym in brackets is the name before it", "[resolve]") {
  CHECK(mentions("the DT 4 det\nNuclear NNP 4 compound B-ORG\nSuppliers NNP 4 compound I-ORG\nGroup NNP 8 "
                 "nsubj I-ORG\n( -LRB- 4 punct\nNSG NNP 4 appos B-ORG\n) -RRB- 4 punct\nmet VBD 0 ROOT\n\n"
                 "NSG NNP 2 nsubj B-ORG\nspoke VBD 0 ROOT\n") ==
        Names{"Nuclear Suppliers Group = Nuclear Suppliers Group", "NSG = Nuclear Suppliers Group",
              "NSG = Nuclear Suppliers Group"});
}

TEST_CASE("a role is linked when its title and nationality match one person", "[resolve]") {
  const std::string told =
      "Russian JJ 4 amod B-NORP\nPresident NNP 4 compound\nVladimir NNP 4 compound B-PERSON\nPutin NNP 5 "
      "nsubj I-PERSON\nspoke VBD 0 ROOT\n\n";
  CHECK(mentions(told + "The DT 3 det\nRussian JJ 3 amod B-NORP\npresident NN 4 nsubj\nleft VBD 0 ROOT\n") ==
        Names{"Russian = Russia", "Vladimir Putin = Vladimir Putin", "Russian president = Vladimir Putin",
              "Russian = Russia"});
  CHECK(mentions(told + "The DT 3 det\nAmerican JJ 3 amod B-NORP\npresident NN 4 nsubj\nleft VBD 0 ROOT\n") ==
        Names{"Russian = Russia", "Vladimir Putin = Vladimir Putin", "American = United States"});
}

TEST_CASE("he is the nearest man that is a subject, she never a man", "[resolve]") {
  const std::string told =
      "John NNP 2 compound B-PERSON\nSmith NNP 3 nsubj I-PERSON\ntold VBD 0 ROOT\nMary NNP 5 compound "
      "B-PERSON\nJones NNP 3 dobj I-PERSON\n\n";
  CHECK(mentions(told + "He PRP 2 nsubj\nleft VBD 0 ROOT\n").back() == "He = John Smith");
  CHECK(mentions(told + "She PRP 2 nsubj\nleft VBD 0 ROOT\n").back() == "She = Mary Jones");
}

TEST_CASE("an organ named by whose it is becomes a body of government", "[resolve]") {
  CHECK(mentions("The DT 3 det\nRussian JJ 3 amod B-NORP\ngovernment NN 4 nsubj\nleft VBD 0 ROOT\n\n"
                 "The DT 2 det\ngovernment NN 3 nsubj\nspoke VBD 0 ROOT\n") ==
        Names{"Russian government = Government of Russia", "Russian = Russia",
              "government = Government of Russia"});
}

TEST_CASE("a faith that modifies and a bare title are no entities", "[resolve]") {
  CHECK(mentions("Catholic JJ 2 amod B-NORP\nschools NNS 3 nsubj\nclosed VBD 0 ROOT\n").empty());
  CHECK(mentions("The DT 2 det\nPresident NNP 3 nsubj B-ORG\nleft VBD 0 ROOT\n").empty());
}

TEST_CASE("a mention is found by its head, the innermost first", "[resolve]") {
  Resolution r;
  r.mentions = {{{0, 4}, 2, Mention::Kind::nominal, 0}, {{1, 3}, 2, Mention::Kind::name, 1}};
  CHECK(r.mention_headed_by(2) == 1);
  r.sort_mentions();
  CHECK(r.mention_headed_by(2) == 1);
  CHECK(r.mention_headed_by(1) == r.mentions.size());
  CHECK(r.mention_headed_by(99) == r.mentions.size());
}

TEST_CASE("an empty document has no entities", "[resolve]") {
  Document doc;
  doc.index();
  CHECK(resolve({}, doc, kb()).entities.empty());
}
