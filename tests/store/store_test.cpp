// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "sample_news.hpp"

using namespace relata;
using namespace relata::samples;

TEST_CASE("a store gives back what was put into it, by address", "[store]") {
  const Folder folder;
  std::string expected;
  EvidenceSet set;
  for (ArticleEvidence& article : two_articles()) set.put(std::move(article));
  for (unsigned n = 0; n < 40; ++n) set.put(invented_article(n));
  for (const ArticleEvidence& article : set.take()) write_evidence(expected, article);

  {
    Store store(folder / "a.relata", Store::Mode::write);
    for (unsigned n = 40; n-- > 0;) CHECK(store.put(invented_article(n)) == Put::added);
    for (ArticleEvidence& article : two_articles()) store.put(std::move(article));
    CHECK(records(store) == expected);  // also before it is committed
    store.commit();
  }
  Store store(folder / "a.relata", Store::Mode::read);
  CHECK(records(store) == expected);
  const StoreCounts counts = store.counts();
  CHECK(counts.articles == 42);
  CHECK(counts.statements ==
        static_cast<std::uint64_t>(std::count(expected.begin(), expected.end(), '\n')) - [&] {
          std::size_t entities = 0, at = 0;
          while ((at = expected.find("{\"type\":\"entity\"", at)) != std::string::npos) ++entities, ++at;
          return entities;
        }());
}

TEST_CASE("articles are read whole whether or not their rows stand in order of address", "[store]") {
  const Folder folder;
  std::vector<ArticleEvidence> articles;
  for (unsigned n = 0; n < 9; ++n) {
    ArticleEvidence& article = articles.emplace_back(invented_article(n));
    if (n % 3 == 1) article.statements.clear();
    if (n % 4 == 2) article.entities.clear(), article.statements.clear();
  }
  EvidenceSet set;
  for (const ArticleEvidence& article : articles) set.put(ArticleEvidence(article));
  std::string expected;
  for (const ArticleEvidence& article : set.take()) write_evidence(expected, article);

  const std::vector<std::vector<unsigned>> orders = {
      {0, 1, 2, 3, 4, 5, 6, 7, 8}, {8, 7, 6, 5, 4, 3, 2, 1, 0}, {4, 5, 0, 8, 1, 2, 7, 3, 6}};
  for (const std::vector<unsigned>& order : orders) {
    Store store(folder / ("in" + std::to_string(order[0])), Store::Mode::write);
    for (const unsigned n : order) store.put(ArticleEvidence(articles[n]));
    CHECK(records(store) == expected);
    // Reading that was broken off leaves no trace.
    unsigned read = 0;
    CHECK_THROWS_AS(store.each([&](ArticleEvidence&&) {
      if (++read == 4) throw Error("enough");
    }),
                    Error);
    CHECK(records(store) == expected);
    ArticleEvidence more = articles[5];
    more.statements.resize(more.statements.size() / 2);
    CHECK(store.put(std::move(more)) == Put::known);
    CHECK(records(store) == expected);
  }
}

TEST_CASE("a known article does nothing, an older one neither, a later one replaces", "[store]") {
  const Folder folder;
  Store store(folder / "a.relata", Store::Mode::write);
  const ArticleEvidence article = invented_article(1);
  CHECK_FALSE(store.holds(article.uri, article.published, article.article_id));
  CHECK(store.put(ArticleEvidence(article)) == Put::added);
  CHECK(store.holds(article.uri, article.published, article.article_id));
  CHECK_FALSE(store.holds(article.uri, "2030-01-01", article.article_id));
  CHECK(store.put(ArticleEvidence(article)) == Put::known);
  const std::string before = records(store);

  ArticleEvidence older = invented_article(2), later = invented_article(3);
  older.uri = later.uri = article.uri;
  older.published = "2001-01-01";
  later.published = "2030-01-01";
  CHECK(store.put(ArticleEvidence(older)) == Put::older);
  CHECK(records(store) == before);
  CHECK(store.put(ArticleEvidence(later)) == Put::replaced);
  CHECK(store.put(ArticleEvidence(article)) == Put::older);
  CHECK(store.counts().articles == 1);
  CHECK(store.counts().sentences == 5);
  // Unless asked to.
  CHECK(store.replace(ArticleEvidence(article)) == Put::replaced);
  CHECK(store.replace(ArticleEvidence(article)) == Put::known);
  CHECK(records(store) == before);
}

TEST_CASE("removing an article takes all that it alone said, by address or id", "[store]") {
  const Folder folder;
  Store with(folder / "with.relata", Store::Mode::write),
      without(folder / "without.relata", Store::Mode::write);
  for (unsigned n = 0; n < 5; ++n) {
    with.put(invented_article(n));
    if (n != 2 && n != 4) without.put(invented_article(n));
  }
  CHECK(with.remove("cycle/2.txt"));
  CHECK(with.remove("id4"));
  CHECK_FALSE(with.remove("cycle/2.txt"));
  CHECK_FALSE(with.remove("unheard of"));
  CHECK(records(with) == records(without));
  with.commit();
  CHECK(bytes_of(folder / "with.relata").find("of report 2.") == std::string::npos);
}

TEST_CASE("what is not committed is forgotten", "[store]") {
  const Folder folder;
  {
    Store store(folder / "a.relata", Store::Mode::write);
    store.put(invented_article(1));
    store.commit();
    store.put(invented_article(2));
  }
  Store store(folder / "a.relata", Store::Mode::read);
  CHECK(store.counts().articles == 1);
}

TEST_CASE("a store written afresh is the same bytes, however its evidence was gathered", "[store]") {
  const Folder folder;
  std::vector<unsigned> order(60);
  for (unsigned n = 0; n < order.size(); ++n) order[n] = n;
  std::mt19937 random(1);
  std::string expected;
  for (int round = 0; round < 3; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    const auto file = folder / ("s" + std::to_string(round));
    Store store(file, Store::Mode::write);
    for (const unsigned n : order) store.put(invented_article(n));
    for (const unsigned n : order) {  // repeated, removed and brought back
      store.put(invented_article(n));
      if (n % 7 == 0) store.remove("id" + std::to_string(n)), store.put(invented_article(n));
    }
    store.commit();
    write_store(folder / "afresh", [&](Store& copy) {
      store.each([&](ArticleEvidence&& article) { copy.put(std::move(article)); });
    });
    const std::string bytes = bytes_of(folder / "afresh");
    CHECK(bytes.size() > 10000);
    if (round == 0) expected = bytes;
    CHECK(bytes == expected);
  }
}

TEST_CASE("equal evidence has one fingerprint, other evidence another", "[store]") {
  const Folder folder;
  Store there(folder / "a.relata", Store::Mode::write), back(folder / "b.relata", Store::Mode::write);
  for (unsigned n = 0; n < 9; ++n) there.put(invented_article(n));
  for (unsigned n = 10; n-- > 0;) back.put(invented_article(n));
  CHECK(there.fingerprint() != back.fingerprint());
  CHECK(back.remove(address_of(invented_article(9))));
  CHECK(there.fingerprint() == back.fingerprint());
}

TEST_CASE("verdicts count in a fingerprint unless they are to be ignored, rules on names always", "[store]") {
  const Folder folder;
  Store store(folder / "a.relata", Store::Mode::write);
  store.put(invented_article(1));
  const std::string all = store.fingerprint(), unjudged = store.fingerprint(Store::Verdicts::ignored);
  Verdict verdict;
  verdict.id = "e1";
  Decisions decisions;
  decisions.add(verdict);
  store.keep(decisions);
  CHECK(store.fingerprint() != all);
  CHECK(store.fingerprint(Store::Verdicts::ignored) == unjudged);
  decisions.add(NameRule{"Ada Finch", "A. Finch", Sameness::same, 1});
  store.keep(decisions);
  CHECK(store.fingerprint(Store::Verdicts::ignored) != unjudged);
}

TEST_CASE("two programs may add to one store in turn", "[store]") {
  const Folder folder;
  Store one(folder / "a.relata", Store::Mode::write), two(folder / "a.relata", Store::Mode::write);
  CHECK(one.put(invented_article(1)) == Put::added);
  one.commit();
  CHECK(two.put(invented_article(1)) == Put::known);
  CHECK(two.put(invented_article(2)) == Put::added);
  two.commit();
  CHECK(one.put(invented_article(2)) == Put::known);
  CHECK(one.counts().articles == 2);
}
