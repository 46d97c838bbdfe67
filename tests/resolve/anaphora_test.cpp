// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "resolve/samples.hpp"

using namespace relata;
using namespace relata::samples;

namespace {

/// What the mentions on a word stand for.
Names of(const std::string& lines, const std::string& word) {
  Names out;
  for (const std::string& line : mentions(lines))
    if (line.starts_with(word + " = ")) out.push_back(line.substr(word.size() + 3));
  return out;
}

const std::string speech =
    "\" `` 7 punct\nI PRP 3 nsubj\nthank VBP 7 ccomp\nyou PRP 3 dobj\n\" '' 7 punct\nOla NNP 7 nsubj "
    "B-PERSON\ntold "
    "VBD 0 ROOT\nIngrid NNP 7 dobj B-PERSON\n";

}  // namespace

TEST_CASE("I in a quotation is its speaker, you the one addressed", "[resolve]") {
  CHECK(of(speech, "I") == Names{"Ola"});
  CHECK(of(speech, "you") == Names{"Ingrid"});
  CHECK(of("I PRP 2 nsubj\nthank VBP 0 ROOT\nOla NNP 2 dobj B-PERSON\n", "I").empty());
}

TEST_CASE("a quotation without a verb of its own goes on with the speaker before it", "[resolve]") {
  CHECK(of(speech + "\n\" `` 3 punct\nI PRP 3 nsubj\nlied VBD 0 ROOT\n\" '' 3 punct\n", "I") ==
        Names{"Ola", "Ola"});
}

TEST_CASE("they are those named together before, and no one person", "[resolve]") {
  const std::string pair =
      "Ola NNP 4 nsubj B-PERSON\nand CC 1 cc\nIngrid NNP 1 conj B-PERSON\nmet VBD 0 ROOT\n\n";
  const std::string they = "They PRP 2 nsubj\nleft VBD 0 ROOT\n";
  CHECK(of(pair + they, "They") == Names{"Ola", "Ingrid"});
  CHECK(of("Ola NNP 2 nsubj B-PERSON\nslept VBD 0 ROOT\n\n" + they, "They").empty());
  CHECK(of(pair + "Guards NNS 2 nsubj\nslept VBD 0 ROOT\n\n" + they, "They").empty());
}

TEST_CASE("both countries are the two spoken of, where there are two", "[resolve]") {
  const std::string both = "both DT 2 det\ncountries NNS 3 nsubj\nsigned VBD 0 ROOT\n";
  const std::string two = "Russia NNP 2 nsubj B-GPE\nmet VBD 0 ROOT\nUS NNP 2 dobj B-GPE\n\n";
  CHECK(of(two + both, "both countries") == Names{"Russia", "United States"});
  CHECK(of("Russia NNP 2 nsubj B-GPE\nvoted VBD 0 ROOT\n\n" + both, "both countries").empty());
}

TEST_CASE("a definite noun is what was named with it before", "[resolve]") {
  const std::string named = "Meadow NNP 2 compound B-ORG\nParty NNP 3 nsubj I-ORG\nwon VBD 0 ROOT\n\n";
  CHECK(of(named + "the DT 2 det\nparty NN 3 nsubj\nlost VBD 0 ROOT\n", "party") == Names{"Meadow Party"});
  CHECK(of(named + "a DT 2 det\nparty NN 3 nsubj\nlost VBD 0 ROOT\n", "party").empty());
  CHECK(of("the DT 2 det\nINF NNP 3 nsubj B-LAW\nholds VBZ 0 ROOT\n\nthe DT 3 det\nmissile NN 3 "
           "compound\ntreaty NN "
           "4 nsubj\nends VBZ 0 ROOT\n",
           "missile treaty") == Names{"INF Treaty"});
}
