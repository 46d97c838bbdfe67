// SPDX-License-Identifier: MIT
#include "assemble/versions.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace relata {
namespace {

/// All that an article's evidence says, as one string. Two records of one version differ only where they were
/// made by different models or schemas; comparing them makes the choice independent of order even then.
std::string content(const ArticleEvidence& article) {
  std::string all;
  const auto add = [&all](std::string_view piece) {
    all += piece;
    all += '\0';
  };
  const auto add_number = [&](auto number) {
    char digits[32];
    add(std::string_view(digits, static_cast<std::size_t>(
                                     std::to_chars(digits, digits + sizeof digits, number).ptr - digits)));
  };
  add(article.title);
  for (const LocalEntity& local : article.entities) {
    const Entity& e = local.entity;
    for (const std::string_view piece :
         {std::string_view(e.id), std::string_view(e.label), e.cls.str(), std::string_view(e.wikidata),
          std::string_view(e.value), std::string_view(e.datatype)})
      add(piece);
    for (const std::string& alias : e.aliases) add(alias);
    for (const CharSpan& m : local.mentions) {
      add_number(m.begin);
      add_number(m.end);
    }
  }
  for (const Statement& s : article.statements) {
    for (const EntityId id : {s.subject, s.object, s.source}) add_number(id);
    add(s.relation);
    add(to_string(s.status));
    add(s.source_label);
    add(s.sentence);
    add(s.frame);
    if (s.time)
      for (const std::string* piece : {&s.time->start, &s.time->end, &s.time->text}) add(*piece);
    add_number(s.confidence);
    add_number(s.sentence_span.begin);
    add_number(s.sentence_span.end);
  }
  return all;
}

}  // namespace

std::vector<ArticleEvidence> current_versions(std::vector<ArticleEvidence> evidence) {
  std::vector<std::size_t> order(evidence.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto version = [&](std::size_t i) { return std::tie(evidence[i].published, evidence[i].article_id); };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int names = address_of(evidence[a]).compare(address_of(evidence[b]));
    if (names != 0) return names < 0;
    if (version(a) != version(b)) return version(a) > version(b);
    return a != b && content(evidence[a]) > content(evidence[b]);
  });
  std::vector<ArticleEvidence> current;
  for (const std::size_t i : order)
    if (current.empty() || address_of(current.back()) != address_of(evidence[i]))
      current.push_back(std::move(evidence[i]));
  return current;
}

}  // namespace relata
