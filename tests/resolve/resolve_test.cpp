// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "resolve/samples.hpp"

using namespace relata;
using namespace relata::samples;

namespace {

/// The knowledge base with a user's rules.
KnowledgeBase ruled(const std::string& csv) {
  KnowledgeBase base = kb();
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "relata-resolve-rules.csv";
  std::ofstream(file) << csv;
  base.load(
      file, [](const Diagnostic& d) { FAIL(to_string(d)); }, Origin::user);
  std::filesystem::remove(file);
  return base;
}

}  // namespace

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

TEST_CASE("a user's rule makes two names one entity under the first name", "[resolve][rules]") {
  const std::string told =
      "Ann NNP 2 compound B-PERSON\nFirefly NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\nRufus NNP 5 compound "
      "B-PERSON\nTeasdale NNP 3 dobj I-PERSON\n\n"
      "Firefly NNP 2 nsubj B-PERSON\nspoke VBD 0 ROOT\n";
  CHECK(mentions(told) ==
        Names{"Ann Firefly = Ann Firefly", "Rufus Teasdale = Rufus Teasdale", "Firefly = Ann Firefly"});
  CHECK(mentions(told, ruled("name,same\nRufus Teasdale,Ann Firefly\n")) ==
        Names{"Ann Firefly = Rufus Teasdale", "Rufus Teasdale = Rufus Teasdale", "Firefly = Rufus Teasdale"});
  CHECK(mentions("Moscow NNP 2 nsubj B-GPE\nopposes VBZ 0 ROOT\nsanctions NNS 2 dobj\n",
                 ruled("name,same\nUnited States,Moscow\n")) == Names{"Moscow = United States"});
}

TEST_CASE("a user's rule keeps two names apart that would be joined", "[resolve][rules]") {
  const std::string told =
      "Donald NNP 2 compound B-PERSON\nFirefly NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\nDonald NNP 6 compound "
      "B-PERSON\nJ. NNP 6 compound I-PERSON\nFirefly NNP 3 dobj I-PERSON\n";
  CHECK(mentions(told) ==
        Names{"Donald Firefly = Donald J. Firefly", "Donald J. Firefly = Donald J. Firefly"});
  CHECK(mentions(told, ruled("name,different\nDonald Firefly,Donald J. Firefly\n")) ==
        Names{"Donald Firefly = Donald Firefly", "Donald J. Firefly = Donald J. Firefly"});
}

namespace {

/// The knowledge base with names that need the article's support, and with holders of offices.
const KnowledgeBase& supported() {
  static const KnowledgeBase base = ruled(
      "name,class,country,demonyms,weak,local,office,begin,aliases\n"
      "Freedonia,Country,,Freedonian,,,,,\n"
      "Sylvania,Country,,Sylvanian,,,,,\n"
      "Osterlich,Location,Freedonia,,,,,,\n"
      "High Court of Freedonia,GovernmentBody,Freedonia,,,High Court,,,\n"
      "High Court of Sylvania,GovernmentBody,Sylvania,,,High Court,,,\n"
      "Osterlich High Court,GovernmentBody,Freedonia,,,,,,\n"
      "Orchard Inc.,Organization,,,Orchard,,,,\n"
      "The Moon,MediaOutlet,,,The Moon,,,,\n"
      "Rufus T. Firefly,,Freedonia,,,,president,1933,Rufus Firefly\n");
  return base;
}

const std::string court =
    "the DT 3 det\nHigh NNP 3 compound B-ORG\nCourt NNP 4 nsubj I-ORG\nruled VBD 0 ROOT\n\n";

}  // namespace

TEST_CASE("a body that many countries have is that of the country spoken of", "[resolve][kb]") {
  const std::string twice = "Sylvania NNP 2 nsubj B-GPE\nmet VBD 0 ROOT\nSylvania NNP 2 dobj B-GPE\n\n";
  CHECK(mentions(twice + court, supported()).back() == "High Court = High Court of Sylvania");
  CHECK(mentions(twice + "Freedonia NNP 4 poss B-GPE\n's POS 1 case\nHigh NNP 4 compound B-ORG\nCourt NNP 5 "
                         "nsubj I-ORG\nruled VBD 0 ROOT\n",
                 supported())
            .back() == "High Court = High Court of Freedonia");
  CHECK(mentions(court, supported()) == Names{"High Court = High Court"});
  // Nobody knows whose the court of a third owner is.
  CHECK(mentions(twice + "Ruritania NNP 4 poss B-GPE\n's POS 1 case\nHigh NNP 4 compound B-ORG\nCourt NNP 5 "
                         "nsubj I-ORG\nruled VBD 0 ROOT\n",
                 supported())
            .back() == "High Court = High Court");
}

TEST_CASE("in an article on a region the court is the region's", "[resolve][kb]") {
  const std::string region = "Osterlich NNP 2 nsubj B-GPE\nmet VBD 0 ROOT\nOsterlich NNP 2 dobj B-GPE\n\n";
  CHECK(mentions(region + court, supported()).back() == "High Court = Osterlich High Court");
}

TEST_CASE("a name that is also a word counts where the model sees a thing of its kind", "[resolve][kb]") {
  CHECK(mentions("Orchard NNP 2 nsubj B-ORG\ngrew VBD 0 ROOT\n", supported()) ==
        Names{"Orchard = Orchard Inc."});
  CHECK(mentions("Orchard NNP 2 nsubj B-PERSON\ngrew VBD 0 ROOT\n", supported()) ==
        Names{"Orchard = Orchard"});
  CHECK(mentions(
            "Orchard NNP 2 nsubj B-ORG\ngrew VBD 0 ROOT\n\nJane NNP 2 compound B-PERSON\nOrchard NNP 3 nsubj "
            "I-PERSON\nleft VBD 0 ROOT\n",
            supported())
            .back() == "Jane Orchard = Jane Orchard");
  CHECK(mentions("The DT 2 det\nMoon NNP 3 nsubj B-ORG\nwrote VBD 0 ROOT\n", supported()) ==
        Names{"Moon = The Moon"});
  CHECK(mentions("Moon NNP 2 nsubj B-ORG\nrose VBD 0 ROOT\n", supported()) == Names{"Moon = Moon"});
}

TEST_CASE("a holder of an office is known where his country is spoken of", "[resolve][kb]") {
  const std::string name = "Rufus NNP 2 compound B-PERSON\nFirefly NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\n";
  CHECK(mentions(name, supported()) == Names{"Rufus Firefly = Rufus Firefly"});
  CHECK(mentions(name + "Freedonia NNP 3 dobj B-GPE\n\nFirefly NNP 2 nsubj B-PERSON\nleft VBD 0 ROOT\n",
                 supported()) ==
        Names{"Rufus Firefly = Rufus T. Firefly", "Freedonia = Freedonia", "Firefly = Rufus T. Firefly"});
}

TEST_CASE("a user's name counts as it is written, in small letters or at odds with the model",
          "[resolve][rules]") {
  const KnowledgeBase users =
      ruled("name,class,aliases\nSylvanian Grain Board,GovernmentBody,grain board|Time\n");
  CHECK(mentions("the DT 3 det\ngrain NN 3 compound\nboard NN 4 nsubj\nmet VBD 0 ROOT\n", users) ==
        Names{"grain board = Sylvanian Grain Board"});
  CHECK(mentions("Time NN 2 nsubj\npassed VBD 0 ROOT\n", users) == Names{"Time = Sylvanian Grain Board"});
}

TEST_CASE("a user's person is called by family name as well", "[resolve][rules]") {
  CHECK(mentions("Bobby NNP 2 compound B-PERSON\nTeasdale NNP 3 nsubj I-PERSON\nmet VBD 0 ROOT\n\n"
                 "Teasdale NNP 2 nsubj B-PERSON\nleft VBD 0 ROOT\n",
                 ruled("name,class,aliases\nRobert Teasdale,Person,Bobby Teasdale\n")) ==
        Names{"Bobby Teasdale = Robert Teasdale", "Teasdale = Robert Teasdale"});
}
