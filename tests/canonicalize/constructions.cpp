// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "canonicalize/sample.hpp"

using namespace relata;
using Catch::VectorContains;
using relata::sample::Sample;
using Kind = Mention::Kind;

TEST_CASE("nationality and title before a name give who leads what, once an article", "[canonicalize]") {
  Sample s{{"German", "german", "JJ", "amod", 3},      {"Chancellor", "Chancellor", "NNP", "compound", 3},
           {"Angela", "Angela", "NNP", "compound", 3}, {"Merkel", "Merkel", "NNP", "nsubj", 4},
           {"spoke", "speak", "VBD", "ROOT", 4},       {".", ".", ".", "punct", 4}};
  s.mention(0, 1, "Germany", cls::Country, Kind::demonym).mention(2, 4, "Angela Merkel", cls::Person);
  CHECK_THAT(s.lines(), VectorContains(std::string("Angela Merkel leader_of Germany factual")));
  CHECK(std::ranges::count(s.lines(), "Angela Merkel leader_of Germany factual") == 1);
}

TEST_CASE("an office that leads nothing is a position of its own", "[canonicalize]") {
  Sample s{{"US", "US", "NNP", "nmod", 5},         {"Secretary", "Secretary", "NNP", "nmod", 5},
           {"of", "of", "IN", "prep", 1},          {"State", "State", "NNP", "pobj", 2},
           {"Mike", "Mike", "NNP", "compound", 5}, {"Pompeo", "Pompeo", "NNP", "nsubj", 6},
           {"spoke", "speak", "VBD", "ROOT", 6},   {".", ".", ".", "punct", 6}};
  s.mention(0, 1, "United States", cls::Country).mention(4, 6, "Mike Pompeo", cls::Person);
  CHECK_THAT(s.lines(), VectorContains(std::string(
                            "Mike Pompeo holds_position Secretary of State of the United States factual")));
}

TEST_CASE("a spokesman's body is what stands before the title", "[canonicalize]") {
  Sample s{{"Kremlin", "Kremlin", "NNP", "compound", 1},
           {"spokesman", "spokesman", "NN", "compound", 3},
           {"Dmitry", "Dmitry", "NNP", "compound", 3},
           {"Peskov", "Peskov", "NNP", "nsubj", 4},
           {"spoke", "speak", "VBD", "ROOT", 4}};
  s.mention(0, 1, "Kremlin", cls::GovernmentBody).mention(2, 4, "Dmitry Peskov", cls::Person);
  CHECK_THAT(s.lines(), VectorContains(std::string("Dmitry Peskov spokesperson_for Kremlin factual")));
}

TEST_CASE("a title in apposition after the name counts as one before it", "[canonicalize]") {
  Sample s{{"Maas", "Maas", "NNP", "nsubj", 6},      {",", ",", ",", "punct", 0},
           {"Germany", "Germany", "NNP", "poss", 5}, {"'s", "'s", "POS", "case", 2},
           {"foreign", "foreign", "JJ", "amod", 5},  {"minister", "minister", "NN", "appos", 0},
           {"spoke", "speak", "VBD", "ROOT", 6}};
  s.mention(0, 1, "Heiko Maas", cls::Person).mention(2, 3, "Germany", cls::Country);
  CHECK_THAT(s.lines(),
             VectorContains(std::string("Heiko Maas holds_position foreign minister of Germany factual")));
}

TEST_CASE("former puts the office in the past", "[canonicalize]") {
  Sample s{{"former", "former", "JJ", "amod", 3},
           {"French", "french", "JJ", "amod", 3},
           {"President", "President", "NNP", "compound", 3},
           {"Chirac", "Chirac", "NNP", "nsubj", 4},
           {"died", "die", "VBD", "ROOT", 4}};
  s.mention(1, 2, "France", cls::Country, Kind::demonym).mention(3, 4, "Jacques Chirac", cls::Person);
  const ArticleEvidence e = s.evidence();
  const auto it = std::ranges::find(e.statements, "leader_of", &Statement::relation);
  REQUIRE(it != e.statements.end());
  REQUIRE(it->time);
  CHECK(it->time->start == "past");
}

TEST_CASE("a letter in brackets after a senator's name is a party", "[canonicalize]") {
  Sample s{{"Senator", "Senator", "NNP", "compound", 1},
           {"Cruz", "Cruz", "NNP", "nsubj", 5},
           {"(", "(", "-LRB-", "punct", 1},
           {"R", "R", "NNP", "appos", 1},
           {")", ")", "-RRB-", "punct", 1},
           {"spoke", "speak", "VBD", "ROOT", 5}};
  s.mention(1, 2, "Ted Cruz", cls::Person);
  CHECK_THAT(s.lines(), VectorContains(std::string("Ted Cruz member_of Republican Party factual")));
}

TEST_CASE("a clause's slots give the relation, sentence and offsets", "[canonicalize]") {
  Sample s{{"Putin", "Putin", "NNP", "nsubj", 1},
           {"wrote", "write", "VBD", "ROOT", 1},
           {"to", "to", "IN", "prep", 1},
           {"Bush", "Bush", "NNP", "pobj", 2},
           {".", ".", ".", "punct", 1}};
  s.mention(0, 1, "Vladimir Putin", cls::Person).mention(3, 4, "George W. Bush", cls::Person);
  s.clause(1, {{Role::subject, 0}, {Role::oblique, 3, 2}});
  const ArticleEvidence e = s.evidence();
  REQUIRE(e.statements.size() == 1);
  const Statement& st = *std::ranges::find(e.statements, "wrote_to", &Statement::relation);
  CHECK(st.sentence == "Putin wrote to Bush .");
  CHECK(st.sentence_span == CharSpan{0, 21});
  CHECK(st.frame == "verb write subj>to");
  CHECK(e.entities[st.subject].mentions == std::vector<CharSpan>{{0, 5}});
}

TEST_CASE("what no relation covers is an open relation of verb and preposition, less sure",
          "[canonicalize]") {
  Sample s{{"Putin", "Putin", "NNP", "nsubj", 1},
           {"waved", "wave", "VBD", "ROOT", 1},
           {"to", "to", "IN", "prep", 1},
           {"Bush", "Bush", "NNP", "pobj", 2}};
  s.mention(0, 1, "Vladimir Putin", cls::Person).mention(3, 4, "George W. Bush", cls::Person);
  s.clause(1, {{Role::subject, 0}, {Role::oblique, 3, 2}});
  const ArticleEvidence e = s.evidence();
  REQUIRE(e.statements.size() == 1);
  CHECK(e.statements[0].open);
  CHECK(e.statements[0].relation == "open:wave_to");
  CHECK(e.statements[0].confidence < 0.5);
}

TEST_CASE("would under a verb of saying is planned, and who says it is the source", "[canonicalize]") {
  Sample s{{"Trump", "Trump", "NNP", "nsubj", 1},
           {"said", "say", "VBD", "ROOT", 1},
           {"Washington", "Washington", "NNP", "nsubj", 4},
           {"would", "would", "MD", "aux", 4},
           {"withdraw", "withdraw", "VB", "ccomp", 1},
           {"from", "from", "IN", "prep", 4},
           {"the", "the", "DT", "det", 7},
           {"INF", "INF", "NNP", "pobj", 5}};
  s.mention(0, 1, "Donald Trump", cls::Person)
      .mention(2, 3, "United States", cls::Country)
      .mention(7, 8, "INF Treaty", cls::Treaty);
  s.clause(4, {{Role::subject, 2}, {Role::oblique, 7, 5}});
  const ArticleEvidence e = s.evidence();
  const Statement& st = *std::ranges::find(e.statements, "withdrew_from", &Statement::relation);
  CHECK(st.status == Status::planned);
  REQUIRE(st.source != no_entity);
  CHECK(e.entities[st.source].entity.label == "Donald Trump");
}

namespace {

/// `Russia <aux> support Iran`, with the word `aux` in the dependency `dep`.
std::vector<std::string> supported(const char* aux, const char* tag, const char* dep) {
  Sample s{{"Russia", "Russia", "NNP", "nsubj", 2},
           {aux, aux, tag, dep, 2},
           {"support", "support", "VB", "ROOT", 2},
           {"Iran", "Iran", "NNP", "dobj", 2}};
  s.mention(0, 1, "Russia", cls::Country).mention(3, 4, "Iran", cls::Country);
  s.clause(2, {{Role::subject, 0}, {Role::object, 3}});
  return s.lines();
}

/// `Russia <verb> to support Iran`
std::vector<std::string> supported_under(const char* verb) {
  Sample s{{"Russia", "Russia", "NNP", "nsubj", 1},
           {verb, verb, "VBD", "ROOT", 1},
           {"to", "to", "TO", "aux", 3},
           {"support", "support", "VB", "xcomp", 1},
           {"Iran", "Iran", "NNP", "dobj", 3}};
  s.mention(0, 1, "Russia", cls::Country).mention(4, 5, "Iran", cls::Country);
  s.clause(3, {{Role::subject, 0, no_token, true}, {Role::object, 4}});
  return s.lines();
}

}  // namespace

TEST_CASE("negation denies, will plans, could supposes", "[canonicalize]") {
  CHECK_THAT(supported("not", "RB", "neg"), VectorContains(std::string("Russia supports Iran denied")));
  CHECK_THAT(supported("will", "MD", "aux"), VectorContains(std::string("Russia supports Iran planned")));
  CHECK_THAT(supported("could", "MD", "aux"),
             VectorContains(std::string("Russia supports Iran hypothetical")));
}

TEST_CASE("a verb of intention plans, a verb of refusal denies what it governs", "[canonicalize]") {
  CHECK_THAT(supported_under("plan"), VectorContains(std::string("Russia supports Iran planned")));
  CHECK_THAT(supported_under("refuse"), VectorContains(std::string("Russia supports Iran denied")));
}

TEST_CASE("the deed of an accusation is reported by the accuser, the accusing is a fact", "[canonicalize]") {
  Sample s{{"Kyiv", "Kyiv", "NNP", "nsubj", 1},        {"accused", "accuse", "VBD", "ROOT", 1},
           {"Russia", "Russia", "NNP", "dobj", 1},     {"of", "of", "IN", "prep", 1},
           {"attacking", "attack", "VBG", "pcomp", 3}, {"Odessa", "Odessa", "NNP", "dobj", 4}};
  s.mention(0, 1, "Ukraine", cls::Country)
      .mention(2, 3, "Russia", cls::Country)
      .mention(5, 6, "Odessa", cls::Location);
  s.clause(1, {{Role::subject, 0}, {Role::object, 2}});
  s.clause(4, {{Role::subject, 2, no_token, true}, {Role::object, 5}});
  const auto lines = s.lines();
  CHECK_THAT(lines, VectorContains(std::string("Ukraine accused Russia factual")));
  CHECK_THAT(lines, VectorContains(std::string("Russia attacked Odessa reported")));
}

TEST_CASE("a noun takes its agent from possessors, nationalities and light verbs", "[canonicalize]") {
  Sample poss{{"Putin", "Putin", "NNP", "poss", 2},   {"'s", "'s", "POS", "case", 0},
              {"letter", "letter", "NN", "nsubj", 5}, {"to", "to", "IN", "prep", 2},
              {"Bush", "Bush", "NNP", "pobj", 3},     {"came", "come", "VBD", "ROOT", 5}};
  poss.mention(0, 1, "Vladimir Putin", cls::Person).mention(4, 5, "George W. Bush", cls::Person);
  CHECK_THAT(poss.lines(), VectorContains(std::string("Vladimir Putin wrote_to George W. Bush factual")));

  Sample nat{{"Russian", "russian", "JJ", "amod", 1},
             {"attack", "attack", "NN", "nsubj", 4},
             {"on", "on", "IN", "prep", 1},
             {"Odessa", "Odessa", "NNP", "pobj", 2},
             {"ended", "end", "VBD", "ROOT", 4}};
  nat.mention(0, 1, "Russia", cls::Country, Kind::demonym).mention(3, 4, "Odessa", cls::Location);
  CHECK_THAT(nat.lines(), VectorContains(std::string("Russia attacked Odessa factual")));

  Sample light{{"Putin", "Putin", "NNP", "nsubj", 1},
               {"held", "hold", "VBD", "ROOT", 1},
               {"talks", "talk", "NNS", "dobj", 1},
               {"with", "with", "IN", "prep", 1},
               {"Bush", "Bush", "NNP", "pobj", 3}};
  light.mention(0, 1, "Vladimir Putin", cls::Person).mention(4, 5, "George W. Bush", cls::Person);
  light.clause(1, {{Role::subject, 0}, {Role::object, 2}, {Role::oblique, 4, 3}});
  CHECK_THAT(light.lines(), VectorContains(std::string("Vladimir Putin met_with George W. Bush factual")));
}

TEST_CASE("every member of a coordination gets its statement", "[canonicalize]") {
  Sample s{{"talks", "talk", "NNS", "nsubj", 5},   {"between", "between", "IN", "prep", 0},
           {"Spain", "Spain", "NNP", "pobj", 1},   {"and", "and", "CC", "cc", 2},
           {"France", "France", "NNP", "conj", 2}, {"ended", "end", "VBD", "ROOT", 5}};
  s.mention(2, 3, "Spain", cls::Country).mention(4, 5, "France", cls::Country);
  CHECK_THAT(s.lines(), VectorContains(std::string("Spain met_with France factual")));
}

TEST_CASE("a transparent noun stands for what it is of", "[canonicalize]") {
  Sample s{{"officials", "official", "NNS", "nsubj", 3},
           {"of", "of", "IN", "prep", 0},
           {"Iran", "Iran", "NNP", "pobj", 1},
           {"praised", "praise", "VBD", "ROOT", 3},
           {"Russia", "Russia", "NNP", "dobj", 3}};
  s.mention(2, 3, "Iran", cls::Country).mention(4, 5, "Russia", cls::Country);
  s.clause(3, {{Role::subject, 0}, {Role::object, 4}});
  CHECK_THAT(s.lines(), VectorContains(std::string("Iran praised Russia factual")));
}

TEST_CASE("a common noun is an entity where a frame takes it, with its words as name", "[canonicalize]") {
  Sample s{{"Iran", "Iran", "NNP", "nsubj", 1},
           {"signed", "sign", "VBD", "ROOT", 1},
           {"the", "the", "DT", "det", 4},
           {"nuclear", "nuclear", "JJ", "amod", 4},
           {"deal", "deal", "NN", "dobj", 1}};
  s.mention(0, 1, "Iran", cls::Country);
  s.clause(1, {{Role::subject, 0}, {Role::object, 4}});
  const ArticleEvidence e = s.evidence();
  REQUIRE(e.statements.size() == 1);
  const Entity& deal = e.entities[e.statements[0].object].entity;
  CHECK(deal.label == "nuclear deal");
  CHECK(deal.cls == cls::Treaty);
  CHECK(deal.id == "Treaty:nuclear deal@a1");
}

TEST_CASE("a city before its region lies in it", "[canonicalize]") {
  Sample s{{"fire", "fire", "NN", "ROOT", 0},
           {"in", "in", "IN", "prep", 0},
           {"Portland", "Portland", "NNP", "pobj", 1},
           {",", ",", ",", "punct", 2},
           {"Oregon", "Oregon", "NNP", "appos", 2}};
  s.mention(2, 3, "Portland", cls::Location).mention(4, 5, "Oregon", cls::Location);
  const auto lines = s.lines();
  CHECK_THAT(lines, VectorContains(std::string("Portland located_in Oregon factual")));
  CHECK_THAT(lines, VectorContains(std::string("fire in Portland , Oregon located_in Portland factual")));
}

namespace {

std::vector<std::string> names_of(const ArticleEvidence& evidence) {
  std::vector<std::string> out;
  for (const LocalEntity& e : evidence.entities) out.push_back(e.entity.label);
  return out;
}

}  // namespace

TEST_CASE("what an article singles out is an entity without a statement", "[canonicalize]") {
  Sample s{{"The", "the", "DT", "det", 3},
           {"Danish", "danish", "JJ", "amod", 3},
           {"fishing", "fishing", "NN", "compound", 3},
           {"treaty", "treaty", "NN", "nsubj", 4},
           {"lapsed", "lapse", "VBD", "ROOT", 4},
           {"after", "after", "IN", "prep", 4},
           {"the", "the", "DT", "det", 8},
           {"general", "general", "JJ", "amod", 8},
           {"election", "election", "NN", "pobj", 5},
           {"and", "and", "CC", "cc", 8},
           {"a", "a", "DT", "det", 11},
           {"visit", "visit", "NN", "conj", 8}};
  s.mention(1, 2, "Denmark", cls::Country, Kind::demonym);
  const std::vector<std::string> names = names_of(s.evidence());
  CHECK_THAT(names, VectorContains(std::string("Danish fishing treaty")));
  CHECK_THAT(names, VectorContains(std::string("general election")));
  CHECK(std::ranges::count(names, "visit") == 0);
}

TEST_CASE("a noun and its repetition are one entity under the longer name", "[canonicalize]") {
  Sample s{{"The", "the", "DT", "det", 2},
           {"second", "second", "JJ", "amod", 2},
           {"trial", "trial", "NN", "nsubj", 3},
           {"opened", "open", "VBD", "ROOT", 3},
           {"and", "and", "CC", "cc", 3},
           {"the", "the", "DT", "det", 8},
           {"second", "second", "JJ", "amod", 8},
           {"murder", "murder", "NN", "compound", 8},
           {"trial", "trial", "NN", "nsubj", 9},
           {"closed", "close", "VBD", "conj", 3},
           {",", ",", ",", "punct", 3},
           {"a", "a", "DT", "det", 13},
           {"military", "military", "JJ", "amod", 13},
           {"trial", "trial", "NN", "dobj", 9}};
  const ArticleEvidence evidence = s.evidence();
  CHECK(names_of(evidence) == std::vector<std::string>{"second murder trial", "military trial"});
}

TEST_CASE("a deed without an article is a kind of crime, a title is nobody", "[canonicalize]") {
  Sample s{{"Ola", "Ola", "NNP", "nsubjpass", 2},
           {"was", "be", "VBD", "auxpass", 2},
           {"accused", "accuse", "VBN", "ROOT", 2},
           {"of", "of", "IN", "prep", 2},
           {"aggravated", "aggravated", "JJ", "amod", 5},
           {"murder", "murder", "NN", "pobj", 3},
           {"by", "by", "IN", "agent", 2},
           {"former", "former", "JJ", "amod", 9},
           {"Danish", "danish", "JJ", "amod", 9},
           {"Senator", "Senator", "NNP", "pobj", 6}};
  s.mention(0, 1, "Ola", cls::Person).mention(8, 9, "Denmark", cls::Country, Kind::demonym);
  for (const LocalEntity& e : s.evidence().entities) {
    if (e.entity.label == "aggravated murder") CHECK(e.entity.cls == cls::Issue);
    CHECK(e.entity.cls != cls::Group);
  }
}

TEST_CASE("a count singles nothing out, a year does", "[canonicalize]") {
  Sample s{{"Three", "three", "CD", "nummod", 2},       {"street", "street", "NN", "compound", 2},
           {"protests", "protest", "NNS", "nsubj", 3},  {"followed", "follow", "VBD", "ROOT", 3},
           {"street", "street", "NN", "compound", 5},   {"protests", "protest", "NNS", "dobj", 3},
           {"after", "after", "IN", "prep", 3},         {"the", "the", "DT", "det", 9},
           {"2017", "2017", "CD", "nummod", 9, "DATE"}, {"election", "election", "NN", "pobj", 6}};
  CHECK(names_of(s.evidence()) == std::vector<std::string>{"street protests", "2017 election"});
}
