// SPDX-License-Identifier: MIT
#include "relata/evaluate.hpp"

#include <catch2/catch.hpp>

using namespace relata;

namespace {

/// A mayor, a rival, a city and a harbour law; four things said of them, one of them optional.
GoldArticle harbour() {
  GoldArticle a;
  a.name = "harbour";
  a.entities = {{"mayor", "Ines Quaresma", "Person", {"Mayor Quaresma", "Quaresma"}},
                {"rival", "Tomé Vidal", "Person", {"Vidal"}},
                {"city", "Porto Belo", "Location", {"the city"}},
                {"law", "Harbour Act", "Treaty", {}},
                {"hall", "City Hall", "GovernmentBody", {}}};
  a.triples = {
      {0, "wrote_to", 1, "factual", true, {{{"s", "hall"}}, {{"r", "told"}}, {{"status", "reported"}}}},
      {0, "met_with", 1, "planned", true, {}},
      {2, "withdrew_from", 3, "planned", true, {{{"r", "signed"}, {"status", "denied"}}}},
      {0, "said_about", 2, "factual", false, {}}};
  a.boilerplate = {"Evening Ledger Newsletter", "Log in"};
  return a;
}

Schema relations() {
  Schema schema;
  for (const auto& [name, inverse, symmetric] :
       {std::tuple("wrote_to", "received_letter_from", false), std::tuple("told", "", false),
        std::tuple("met_with", "", true), std::tuple("withdrew_from", "", false),
        std::tuple("signed", "", false), std::tuple("said_about", "", false)}) {
    Relation relation;
    relation.name = name;
    relation.inverse = inverse;
    relation.symmetric = symmetric;
    schema.relations.push_back(relation);
  }
  return schema;
}

Prediction says(const char* subject, const char* relation, const char* object, const char* status = "") {
  Prediction p;
  p.article = "news/harbour.txt";
  p.subject.name = subject;
  p.relation = relation;
  p.object.name = object;
  p.status = status;
  return p;
}

Evaluation score(const std::vector<Prediction>& predictions) {
  const std::vector<GoldArticle> gold = {harbour()};
  return evaluate(gold, predictions, relations());
}

}  // namespace

TEST_CASE("everything told scores one, nothing told scores nought", "[evaluate]") {
  const Evaluation all = score({says("Ines Quaresma", "wrote_to", "Tomé Vidal"),
                                says("Ines Quaresma", "met_with", "Tomé Vidal", "planned"),
                                says("Porto Belo", "withdrew_from", "Harbour Act", "planned")});
  for (const Tally& t : {all.pairs, all.relations, all.statuses}) {
    CHECK(t.precision() == 1);
    CHECK(t.recall() == 1);
    CHECK(t.f1() == 1);
  }
  CHECK(all.faults.empty());
  const Evaluation none = score({});
  for (const Tally& t : {none.pairs, none.relations, none.statuses, none.entities}) CHECK(t.f1() == 0);
  CHECK(none.pairs.gold == 2);  // two triples link the same pair
  CHECK(none.relations.gold == 3);
  CHECK(none.faults.size() == 3);
}

TEST_CASE("names agree after case, marks, honorifics and possessives", "[evaluate]") {
  CHECK(score({says("the Mayor Quaresma's", "Wrote to", "Mr. TOME VIDAL")}).relations.found == 1);
  CHECK(score({says("Portuguese politician Ines Quaresma", "wrote_to", "Vidal")}).relations.found == 1);
  CHECK(score({says("Quaresmas", "wrote_to", "Vidal")}).relations.found == 0);
  Prediction p = says("Her Worship", "wrote_to", "V.");
  p.subject.aliases = {"Ines Quaresma"};
  p.object.aliases = {"nobody", "vidal"};
  CHECK(score({p}).relations.found == 1);
}

TEST_CASE("alternatives count, joint ones only as a whole", "[evaluate]") {
  const Evaluation e = score({says("City Hall", "told", "Vidal", "reported")});
  CHECK(e.relations.found == 1);
  CHECK(e.statuses.found == 1);
  CHECK(score({says("Porto Belo", "signed", "Harbour Act", "denied")}).statuses.found == 1);
  CHECK(score({says("Porto Belo", "signed", "Harbour Act", "planned")}).statuses.found == 0);
}

TEST_CASE("direction counts, but for symmetric relations and for pairs", "[evaluate]") {
  CHECK(score({says("Vidal", "wrote_to", "Quaresma")}).relations.found == 0);
  CHECK(score({says("Vidal", "wrote_to", "Quaresma")}).pairs.found == 1);
  CHECK(score({says("Vidal", "met_with", "Quaresma")}).relations.found == 1);
  CHECK(score({says("Vidal", "received_letter_from", "Quaresma")}).relations.found == 1);
}

TEST_CASE("a missing status is factual, a wrong one costs only the last level", "[evaluate]") {
  const Evaluation e = score({says("Porto Belo", "withdrew_from", "Harbour Act")});
  CHECK(e.relations.found == 1);
  CHECK(e.statuses.found == 0);
  CHECK(e.statuses.predicted == 1);
}

TEST_CASE("a second way of telling the same is neither right nor wrong", "[evaluate]") {
  const Evaluation e = score({says("Quaresma", "wrote_to", "Vidal"), says("Ines Quaresma", "told", "Vidal"),
                              says("Mayor Quaresma", "wrote_to", "Vidal")});
  CHECK(e.relations.right == 1);
  CHECK(e.relations.predicted == 1);
  CHECK(e.relations.neutral == 1);
  CHECK(e.matched_names == 4);
  CHECK(e.entities.found == 2);
}

TEST_CASE("optional gold is credited and never missed", "[evaluate]") {
  const Evaluation e = score({says("Quaresma", "said_about", "the city")});
  CHECK(e.relations.precision() == 1);
  CHECK(e.relations.found == 0);
  CHECK(e.relations.gold == 3);
  CHECK(e.faults.size() == 3);
}

TEST_CASE("open relations are counted apart", "[evaluate]") {
  const Evaluation e =
      score({says("Quaresma", "open:dance_with", "Vidal"), says("Ann", "open:dance_with", "Bob")});
  CHECK(e.open == 2);
  CHECK(e.open_pairs == 1);
  CHECK(e.relations.predicted == 0);
}

TEST_CASE("what the gold lacks is wrong, and named", "[evaluate]") {
  const Evaluation e = score({says("Ann", "told", "Bob")});
  CHECK(e.relations.predicted == 1);
  CHECK(e.relations.right == 0);
  CHECK(e.by_relation.at("told").wrong == 1);
  REQUIRE(e.faults.size() == 4);
  CHECK(e.faults.back().kind == Evaluation::Fault::Kind::wrong);
  CHECK(e.faults.back().subject == "Ann");
}

TEST_CASE("each gold triple is credited once, as many as can be", "[evaluate]") {
  // The first prediction fits both triples, the second only one of them.
  GoldArticle a = harbour();
  a.triples = {{0, "told", 1, "factual", true, {{{"r", "wrote_to"}}}},
               {0, "wrote_to", 1, "factual", true, {}}};
  const std::vector<GoldArticle> gold = {a};
  const std::vector<Prediction> predictions = {says("Quaresma", "wrote_to", "Vidal"),
                                               says("Quaresma", "told", "Vidal")};
  const Evaluation e = evaluate(gold, predictions, relations());
  CHECK(e.relations.found == 2);
  CHECK(e.relations.right == 2);
}

TEST_CASE("page furniture among the entities is a leak", "[evaluate]") {
  Prediction entity;
  entity.article = "harbour.html";
  entity.subject.name = "Ledger  Newsletter";
  const Evaluation e =
      score({entity, says("Please Log in", "told", "Vidal"), says("Ledger", "told", "Vidal")});
  REQUIRE(e.leaks.size() == 2);
  CHECK(e.leaks[0] == std::pair<std::string, std::string>("harbour", "Ledger Newsletter"));
  CHECK(e.leaks[1].second == "Please Log in");
}

TEST_CASE("entities alone count with their class; unknown articles are left out", "[evaluate]") {
  Prediction entity;
  entity.article = "harbour";
  entity.subject.name = "Porto Belo";
  entity.cls = "Country";
  Prediction other = says("Ann", "told", "Bob");
  other.article = "elsewhere.txt";
  const Evaluation e = score({entity, other});
  CHECK(e.entities.found == 1);
  CHECK(e.required_entities == 4);
  CHECK(e.required_entities_found == 1);
  CHECK(e.classed == 1);
  CHECK(e.class_right == 0);
  CHECK(e.without_gold.at("elsewhere") == 1);
  CHECK(e.relations.predicted == 0);
}
