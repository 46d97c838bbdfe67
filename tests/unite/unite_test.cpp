// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "evidence_samples.hpp"
#include "relata/unite.hpp"
#include "unite/name_pairs.hpp"

using namespace relata;
using namespace relata::samples;

namespace {

ArticleEvidence article(const std::string& name, std::vector<LocalEntity> entities) {
  ArticleEvidence made;
  made.article_id = made.uri = name;
  made.entities = std::move(entities);
  return made;
}

LocalEntity person(const std::string& id, const std::string& name) {
  return thing("Person:" + id, name, cls::Person);
}

void holds_office(ArticleEvidence& article, EntityId who, const std::string& office,
                  const std::string& country) {
  const auto place = static_cast<EntityId>(article.entities.size());
  article.entities.push_back(thing("Position:" + office, office + " of " + country, cls::Position));
  article.entities.push_back(thing("Country:" + country, country, cls::Country));
  article.statements.push_back(states(who, "holds_position", place, Status::factual, 0.9, "So.", {0, 3}));
}

/// Every entity's node, by article and place.
std::map<std::pair<std::string, std::size_t>, std::string> nodes(const std::vector<ArticleEvidence>& articles,
                                                                 const NameRules& rules = {}) {
  const Unification united = unite(articles, rules);
  std::map<std::pair<std::string, std::size_t>, std::string> found;
  for (std::size_t a = 0; a < articles.size(); ++a)
    for (std::size_t e = 0; e < articles[a].entities.size(); ++e)
      found[{articles[a].uri, e}] = united.ids[united.nodes[a][e]];
  return found;
}

std::vector<ArticleEvidence> many_articles() {
  std::vector<ArticleEvidence> all;
  std::size_t row = 0;
  for (const char* file : {"names_developed.tsv", "names_held_out.tsv"})
    for (const NamePair& pair : read_name_pairs(std::string(RELATA_SOURCE_DIR) + "/tests/unite/" + file)) {
      ++row;
      for (ArticleEvidence article : pair.articles) {
        article.uri = article.article_id = std::to_string(row) + '/' + article.uri;
        all.push_back(std::move(article));
      }
    }
  return all;
}

}  // namespace

TEST_CASE("what becomes one thing does not depend on the order of articles", "[unite]") {
  std::vector<ArticleEvidence> articles = many_articles();
  const auto expected = nodes(articles);
  std::reverse(articles.begin(), articles.end());
  CHECK(nodes(articles) == expected);
  std::rotate(articles.begin(), articles.begin() + 321, articles.end());
  CHECK(nodes(articles) == expected);
}

TEST_CASE("an entry of the knowledge base takes the short name and gives the id", "[unite]") {
  const auto found = nodes({article("a", {thing("Q7747", "Vladimir Putin", cls::Person, "Q7747")}),
                            article("b", {person("putin", "Putin")})});
  CHECK(found.at({"b", 0}) == "Q7747");
}

TEST_CASE("two entries of the knowledge base stay two, whatever their names", "[unite]") {
  const auto found = nodes({article("a", {thing("Q1", "John Kerry", cls::Person, "Q1")}),
                            article("b", {thing("Q2", "John Kerry", cls::Person, "Q2")})});
  CHECK(found.at({"a", 0}) != found.at({"b", 0}));
}

TEST_CASE("namesakes get ids of their own, marked by what tells them apart", "[unite]") {
  std::vector<ArticleEvidence> articles = {article("a", {person("john smith", "John Smith")}),
                                           article("b", {person("john smith", "John Smith")}),
                                           article("c", {person("john smith", "John Smith")})};
  holds_office(articles[0], 0, "senator", "Fredonia");
  holds_office(articles[1], 0, "footballer", "Sylvania");
  holds_office(articles[2], 0, "senator", "Fredonia");
  const auto found = nodes(articles);
  CHECK(found.at({"a", 0}) == "Person:john smith");
  CHECK(found.at({"c", 0}) == "Person:john smith");
  CHECK(found.at({"b", 0}) == "Person:john smith (sylvania)");
}

TEST_CASE("an article that speaks of two things keeps them two", "[unite]") {
  const auto found =
      nodes({article("a", {person("george bush", "George Bush"), person("george w bush", "George W. Bush")}),
             article("b", {person("george bush", "George Bush")})});
  CHECK(found.at({"a", 0}) != found.at({"a", 1}));
}

TEST_CASE("the class that most say wins", "[unite]") {
  const std::vector<CharSpan> often = {{0, 1}, {2, 3}, {4, 5}};
  const auto found = nodes({article("a", {thing("Person:lehman brothers", "Lehman Brothers", cls::Person)}),
                            article("b", {thing("Organization:lehman brothers", "Lehman Brothers",
                                                cls::Organization, "", {}, often)})});
  CHECK(found.at({"a", 0}) == "Organization:lehman brothers");
}

TEST_CASE("a user's rules win over names", "[unite]") {
  const std::vector<ArticleEvidence> articles = {article("a", {person("ann firefly", "Ann Firefly")}),
                                                 article("b", {person("ann teasdale", "Ann Teasdale")}),
                                                 article("c", {person("firefly", "Firefly")})};
  const auto free = nodes(articles);
  CHECK(free.at({"a", 0}) != free.at({"b", 0}));
  CHECK(free.at({"a", 0}) == free.at({"c", 0}));
  NameRules rules;
  CHECK(rules.unite({"Ann Firefly", "Ann Teasdale"}).empty());
  CHECK(rules.keep_apart("Ann Firefly", "Firefly").empty());
  const auto ruled = nodes(articles, rules);
  CHECK(ruled.at({"a", 0}) == ruled.at({"b", 0}));
  CHECK(ruled.at({"a", 0}) != ruled.at({"c", 0}));
}

TEST_CASE("why two names are one node or two can be said", "[unite]") {
  const std::vector<ArticleEvidence> articles = {
      article("a", {thing("Q7747", "Vladimir Putin", cls::Person, "Q7747")}),
      article("b", {person("putin", "Putin")}), article("c", {person("lyudmila putina", "Lyudmila Putina")})};
  const NameVerdict one = explain_names(articles, {}, "Putin", "vladimir putin");
  CHECK(one.kind == NameVerdict::Kind::one);
  REQUIRE(one.steps.size() == 1);
  CHECK(one.steps[0].name == "Person:putin");
  CHECK(one.steps[0].other == "Q7747");
  CHECK(one.steps[0].rule == "family name");
  const NameVerdict two = explain_names(articles, {}, "Putin", "Lyudmila Putina");
  CHECK(two.kind == NameVerdict::Kind::two);
  CHECK(two.reasons.size() == 1);
  CHECK(explain_names(articles, {}, "Putin", "Nobody").kind == NameVerdict::Kind::unknown);
}

TEST_CASE("dates, amounts and what is bound to an article are left as they are", "[unite]") {
  const auto found = nodes({article("a", {literal("2018-10-20", "xsd:date", cls::Date, "October 20"),
                                          thing("Event:talks@a", "talks", cls::Event)}),
                            article("b", {literal("2018-10-20", "xsd:date", cls::Date, "Saturday"),
                                          thing("Event:talks@b", "talks", cls::Event)})});
  CHECK(found.at({"a", 0}) == found.at({"b", 0}));
  CHECK(found.at({"a", 1}) != found.at({"b", 1}));
}

TEST_CASE("names of blanks and signs alone are names like others", "[unite]") {
  for (const char* name : {"   ", "...", "\u202E", "\""}) {
    const Unification united =
        unite(std::vector{article("a", {person("blank", name), person("bo", "Bo Smith")}),
                          article("b", {person("other", name)})});
    CHECK(united.ids.size() >= 2);
  }
}
