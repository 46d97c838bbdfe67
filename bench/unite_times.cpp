// SPDX-License-Identifier: MIT
// Times resolution over articles: unite_times [ENTITIES], invented articles of 20 entities each. Names are as
// in news: few are in many articles, most in few; people are called by full and family names and in several
// spellings, bodies by names and acronyms.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "cpu_seconds.hpp"
#include "relata/unite.hpp"

namespace {

using namespace relata;

constexpr std::size_t entities_an_article = 20;

std::string syllables(std::size_t number, std::size_t count) {
  static constexpr const char* parts[] = {"ba",  "re",  "mi", "to",  "ku", "la", "ven", "dor",
                                          "sha", "gri", "po", "zan", "el", "ur", "ni",  "chev"};
  std::string word;
  for (std::size_t i = 0; i < count; ++i, number /= 16) word += parts[number % 16];
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

LocalEntity entity(std::size_t number, std::size_t way) {
  LocalEntity local;
  Entity& e = local.entity;
  if (number % 3 == 0) {
    e.cls = cls::Organization;
    e.label = syllables(number, 4) + ' ' + (number % 2 == 0 ? "Industries" : "Union");
  } else if (number % 3 == 1) {
    e.cls = cls::Location;
    e.label = syllables(number, 5);
  } else {
    e.cls = cls::Person;
    const std::string family = syllables(number / 7, 3);
    e.label = way == 0 ? family : syllables(number % 509, 2) + ' ' + family;
  }
  std::string lower = e.label;
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  e.id = std::string(e.cls.str()) + ':' + lower;
  local.mentions = {{0, 5}};
  return local;
}

std::vector<ArticleEvidence> articles_with(std::size_t entities) {
  std::mt19937_64 random(1);
  std::vector<ArticleEvidence> articles(entities / entities_an_article);
  const double names = static_cast<double>(entities) / 3;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    ArticleEvidence& article = articles[a];
    article.uri = article.article_id = "article" + std::to_string(a);
    for (std::size_t i = 0; i < entities_an_article; ++i) {
      // Zipf's law: the number of a name is spread evenly over the orders of magnitude.
      const double even = static_cast<double>(random() >> 11) / 9007199254740992.0;
      article.entities.push_back(entity(static_cast<std::size_t>(std::pow(names, even)), random() % 4));
    }
    for (EntityId i = 0; i + 1 < entities_an_article; ++i) {
      Statement s;
      s.subject = i;
      s.object = i + 1;
      s.relation = article.entities[i].entity.cls == cls::Person ? "works_for" : "located_in";
      s.sentence = "So it is said.";
      article.statements.push_back(std::move(s));
    }
  }
  return articles;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t entities = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const std::vector<ArticleEvidence> articles = articles_with(entities);
  const double begin = cpu_seconds();
  const Unification united = unite(articles);
  std::printf("%zu entities of %zu articles: %zu nodes, %zu unions, %.2f CPU seconds\n", entities,
              articles.size(), united.ids.size(), united.unions.size(), cpu_seconds() - begin);
}
