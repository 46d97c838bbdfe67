// SPDX-License-Identifier: MIT
#include "relata/extract.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

using namespace relata;

namespace {

/// One sentence out of lines `word lemma tag pos head dep`, heads counted from 0.
Document sentence(const std::string& lines) {
  Document doc;
  std::istringstream in(lines);
  std::string word, lemma, tag, pos, dep;
  TokenId head = 0;
  while (in >> word >> lemma >> tag >> pos >> head >> dep) {
    if (!doc.text.empty()) doc.text += ' ';
    Token token;
    token.begin = token.char_begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word;
    token.end = token.char_end = static_cast<std::uint32_t>(doc.text.size());
    token.head = head;
    token.tag = Label::intern(tag);
    token.pos = Label::intern(pos);
    token.dep = Label::intern(dep);
    token.space_after = true;
    doc.tokens.push_back(token);
    doc.set_lemma(static_cast<TokenId>(doc.size() - 1), lemma);
  }
  doc.tokens.front().sent_start = true;
  doc.index();
  return doc;
}

/// The words that fill a role of the clause whose predicate has this lemma.
std::vector<std::string> fillers(const Document& doc, std::string_view lemma, Role role) {
  std::vector<std::string> words;
  for (const Clause& clause : clauses(doc))
    if (doc.lemma(clause.predicate) == lemma)
      for (const Argument& a : clause.arguments)
        if (a.role == role) words.emplace_back(doc.word(a.head));
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a passive with a by-agent is turned", "[extract]") {
  const Document doc = sentence(
      "Treaty treaty NN NOUN 2 nsubjpass was be VBD AUX 2 auxpass signed sign VBN VERB 2 ROOT by by IN ADP 2 "
      "agent "
      "Reagan Reagan NNP PROPN 3 pobj . . . PUNCT 2 punct");
  CHECK(fillers(doc, "sign", Role::subject) == Words{"Reagan"});
  CHECK(fillers(doc, "sign", Role::object) == Words{"Treaty"});
  CHECK(clauses(doc).front().passive);
  const auto found = propositions(doc, clauses(doc));
  REQUIRE(found.size() == 1);
  CHECK(found[0].arguments[0].text == "Treaty");
  CHECK(found[0].relation == "was signed by");
  CHECK(found[0].arguments[1].text == "Reagan");
}

TEST_CASE("the object of the governor is the subject of its infinitive", "[extract]") {
  const Document doc = sentence(
      "Macron Macron NNP PROPN 1 nsubj urged urge VBD VERB 1 ROOT Iran Iran NNP PROPN 1 dobj to to TO PART 4 "
      "aux "
      "leave leave VB VERB 1 xcomp Syria Syria NNP PROPN 4 dobj . . . PUNCT 1 punct");
  CHECK(fillers(doc, "leave", Role::subject) == Words{"Iran"});
  CHECK(fillers(doc, "leave", Role::object) == Words{"Syria"});
}

TEST_CASE("members of coordinations are arguments of their own, and a second verb inherits the subject",
          "[extract]") {
  const Document doc = sentence(
      "Spain Spain NNP PROPN 3 nsubj and and CC CCONJ 0 cc France France NNP PROPN 0 conj met meet VBD VERB "
      "3 ROOT "
      "Merkel Merkel NNP PROPN 3 dobj and and CC CCONJ 3 cc praised praise VBD VERB 3 conj Kohl Kohl NNP "
      "PROPN 6 dobj . . . PUNCT 3 "
      "punct");
  CHECK(fillers(doc, "meet", Role::subject) == Words{"Spain", "France"});
  CHECK(fillers(doc, "praise", Role::subject) == Words{"Spain", "France"});
  CHECK(fillers(doc, "praise", Role::object) == Words{"Kohl"});
}

TEST_CASE("a relative pronoun stands for its antecedent", "[extract]") {
  const Document doc = sentence(
      "Sarkozy Sarkozy NNP PROPN 5 nsubj , , , PUNCT 0 punct who who WP PRON 3 nsubj visited visit VBD VERB "
      "0 relcl "
      "Moscow Moscow NNP PROPN 3 dobj spoke speak VBD VERB 5 ROOT . . . PUNCT 5 punct");
  CHECK(fillers(doc, "visit", Role::subject) == Words{"Sarkozy"});
  CHECK(fillers(doc, "speak", Role::subject) == Words{"Sarkozy"});
}

TEST_CASE("negation is kept, on the clause and in the relation", "[extract]") {
  const Document doc = sentence(
      "Iceland Iceland NNP PROPN 3 nsubj did do VBD AUX 3 aux not not RB PART 3 neg sign sign VB VERB 3 ROOT "
      "it it PRP PRON 3 dobj "
      ". . . PUNCT 3 punct");
  CHECK(clauses(doc).front().negated);
  const auto found = propositions(doc, clauses(doc));
  REQUIRE(found.size() == 1);
  CHECK(found[0].relation == "did not sign");
}

TEST_CASE("a document without verbs states nothing", "[extract]") {
  CHECK(clauses(sentence("Talks talk NNS NOUN 0 ROOT")).empty());
}
