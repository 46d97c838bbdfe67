// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "sample_news.hpp"

using namespace relata;
using namespace relata::samples;

namespace {

ArticleEvidence normal(ArticleEvidence article) {
  normalize(article);
  return article;
}

}  // namespace

TEST_CASE("order and repetition within an article leave no trace", "[store]") {
  const ArticleEvidence article = invented_article(5);
  ArticleEvidence shuffled = article;
  std::reverse(shuffled.statements.begin(), shuffled.statements.end());
  shuffled.statements.push_back(shuffled.statements.front());
  std::swap(shuffled.entities[1], shuffled.entities[4]);
  const auto renamed = [](EntityId id) { return id == 1 ? 4U : id == 4 ? 1U : id; };
  for (Statement& s : shuffled.statements) {
    s.subject = renamed(s.subject);
    s.object = renamed(s.object);
    s.source = renamed(s.source);
  }
  CHECK(records(normal(shuffled)) == records(normal(article)));
  CHECK(records(normal(normal(article))) == records(normal(article)));
}

TEST_CASE("what records do not hold is not part of evidence", "[store]") {
  ArticleEvidence article = invented_article(1);
  article.entities.push_back(literal("7", "xsd:decimal", cls::Amount, "seven"));  // nobody takes it
  article.statements[0].object = 99;                                              // outside the entities
  article.statements[1].source = 99;
  article.statements[2].confidence = std::numeric_limits<double>::quiet_NaN();
  article.statements[3].confidence = 0.12345;
  const ArticleEvidence result = normal(article);
  CHECK(result.entities.size() == 7);
  CHECK(result.statements.size() == 8);
  for (const Statement& s : result.statements) {
    CHECK(s.source != 99);
    CHECK((s.confidence == 0 || s.confidence > 0.001));
    CHECK(s.confidence != 0.12345);
  }
}

TEST_CASE("two records of one entity are one entity with the names and mentions of both", "[store]") {
  ArticleEvidence article;
  article.article_id = article.uri = "x";
  article.entities = {thing("p", "Ann Ode", cls::Person, "", {"Ode"}, {{9, 12}, {1, 4}}),
                      thing("p", "Ann", cls::Person, "Q7", {"A. Ode"}, {{1, 4}})};
  article.statements = {states(1, "met", 0, Status::factual, 0.5, "Ann met Ode.", {0, 12})};
  const ArticleEvidence result = normal(article);
  REQUIRE(result.entities.size() == 1);
  CHECK(result.entities[0].entity.label == "Ann Ode");
  CHECK(result.entities[0].entity.wikidata == "Q7");
  CHECK(result.entities[0].entity.aliases == std::vector<std::string>{"A. Ode", "Ode"});
  CHECK(result.entities[0].mentions == std::vector<CharSpan>{{1, 4}, {9, 12}});
  CHECK(result.statements[0].subject == 0);
  CHECK(result.statements[0].object == 0);
}

TEST_CASE("ill-formed text becomes the replacement character, as in records", "[store]") {
  ArticleEvidence article = invented_article(2);
  article.entities[0].entity.aliases = {"caf\xe9"};
  article.statements[0].sentence = "\xff here";
  const ArticleEvidence result = normal(article);
  const std::string text = records(result);
  CHECK(text.find("caf\xEF\xBF\xBD") != std::string::npos);
  CHECK(text.find('\xff') == std::string::npos);
}

TEST_CASE("an article that is normal but for one thing becomes normal", "[store]") {
  const ArticleEvidence article = normal(invented_article(5));
  const std::string expected = records(article);
  const auto mended = [&](auto&& spoil) {
    ArticleEvidence spoiled = article;
    spoil(spoiled);
    return records(normal(std::move(spoiled))) == expected;
  };
  const auto mentioned = [](ArticleEvidence& a) -> LocalEntity& {
    return *std::find_if(a.entities.begin(), a.entities.end(),
                         [](const LocalEntity& e) { return !e.mentions.empty(); });
  };
  CHECK(mended([](ArticleEvidence&) {}));
  CHECK(mended([](ArticleEvidence& a) { a.statements.push_back(a.statements.back()); }));
  CHECK(mended([](ArticleEvidence& a) { std::swap(a.statements.front(), a.statements.back()); }));
  CHECK(mended([&](ArticleEvidence& a) { mentioned(a).mentions.push_back(mentioned(a).mentions.front()); }));
  CHECK(mended([](ArticleEvidence& a) { a.entities.push_back(a.entities.front()); }));
  CHECK(mended(
      [](ArticleEvidence& a) { a.entities.push_back(literal("7", "xsd:decimal", cls::Amount, "seven")); }));
  CHECK(mended([](ArticleEvidence& a) { a.entities.front().entity.value = "no literal"; }));
  CHECK(mended([](ArticleEvidence& a) { a.entities.front().entity.plural = true; }));
  CHECK_FALSE(mended([](ArticleEvidence& a) { a.title += '.'; }));
}

TEST_CASE("the later published version stays, then the greater id, in any order", "[store]") {
  ArticleEvidence old = normal(invented_article(1)), later = old, greater = old;
  later.published = "2021-01-01";
  later.article_id = "a";
  greater.published = "2021-01-01";
  greater.article_id = "b";
  std::vector<ArticleEvidence> versions = {old, later, greater};
  std::sort(versions.begin(), versions.end(),
            [](const auto& a, const auto& b) { return a.article_id < b.article_id; });
  do {
    EvidenceSet set;
    for (const ArticleEvidence& version : versions) set.put(ArticleEvidence(version));
    const std::vector<ArticleEvidence> kept = set.take();
    REQUIRE(kept.size() == 1);
    CHECK(records(kept[0]) == records(greater));
  } while (std::next_permutation(versions.begin(), versions.end(),
                                 [](const auto& a, const auto& b) { return a.article_id < b.article_id; }));
}

TEST_CASE("parts of one version are united, whatever their order and overlap", "[store]") {
  const ArticleEvidence whole = normal(invented_article(3));
  ArticleEvidence first = whole, second = whole;
  first.statements.resize(4);
  second.statements.erase(second.statements.begin(), second.statements.begin() + 3);
  second.entities[0].entity.aliases = {"another"};
  EvidenceSet one, two;
  CHECK(one.put(ArticleEvidence(first)) == Put::added);
  CHECK(one.put(ArticleEvidence(second)) == Put::extended);
  CHECK(one.put(ArticleEvidence(first)) == Put::known);
  CHECK(two.put(ArticleEvidence(second)) == Put::added);
  CHECK(two.put(ArticleEvidence(first)) == Put::extended);
  const ArticleEvidence united = one.take().at(0);
  CHECK(records(united) == records(two.take().at(0)));
  CHECK(united.statements.size() == whole.statements.size());
}

TEST_CASE("an article without an address goes by its id", "[store]") {
  ArticleEvidence article = invented_article(1);
  article.uri.clear();
  CHECK(address_of(article) == "id1");
}
