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

TEST_CASE("who is meant by an office follows from the date of the article", "[resolve][kb]") {
  const KnowledgeBase base = ruled(
      "name,class,office,country,begin,end\nAnn Teasdale,,president|leader,United "
      "States,1990-01-20,1994-01-20\n"
      "Bob Roland,,president|leader,United States,1994-01-20,\nChico Pinky,,foreign minister,Russia,1990,\n");
  const auto meant = [&](const std::string& lines, const char* published) {
    Article article;
    article.published = published;
    const Document doc = make(lines);
    const Resolution r = resolve(article, doc, base);
    for (const Mention& m : r.mentions)
      if (m.kind == Mention::Kind::nominal)
        return std::string(doc.span_text(m.span)) + " = " + r.entities[m.entity].label;
    return std::string();
  };
  const std::string us = "the DT 3 det\nUS NNP 3 compound B-GPE\npresident NN 4 nsubj\nleft VBD 0 ROOT\n";
  CHECK(meant(us, "1992-05-01") == "US president = Ann Teasdale");
  CHECK(meant(us, "1994-01-20T09:00:00Z") == "US president = Bob Roland");
  CHECK(meant(us, "").empty());
  CHECK(meant(us, "1989-01-01").empty());
  CHECK(
      meant(
          "the DT 4 det\nRussian JJ 4 amod B-NORP\nforeign JJ 4 amod\nminister NN 5 nsubj\nleft VBD 0 ROOT\n",
          "1992-05-01") == "Russian foreign minister = Chico Pinky");
  // Of the past, of no one in particular, of another year, of somebody named.
  CHECK(
      meant(
          "the DT 4 det\nformer JJ 4 amod\nUS NNP 4 compound B-GPE\npresident NN 5 nsubj\nleft VBD 0 ROOT\n",
          "1992-05-01")
          .empty());
  CHECK(meant("a DT 3 det\nUS NNP 3 compound B-GPE\npresident NN 4 nsubj\nleft VBD 0 ROOT\n", "1992-05-01")
            .empty());
  CHECK(meant("In IN 6 prep\n1999 CD 1 pobj\nthe DT 5 det\nUS NNP 5 compound B-GPE\npresident NN 6 "
              "nsubj\nleft VBD 0 "
              "ROOT\n",
              "1992-05-01")
            .empty());
  CHECK(meant("the DT 3 det\nUS NNP 3 compound B-GPE\npresident NN 5 compound\nHarpo NNP 5 compound "
              "B-PERSON\nPinky NNP 6 nsubj I-PERSON\nleft VBD 0 ROOT\n",
              "1992-05-01")
            .empty());
}
