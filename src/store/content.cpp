// SPDX-License-Identifier: MIT
#include "store/content.hpp"

#include <cmath>
#include <string_view>

#include "text/number.hpp"

namespace relata::detail {
namespace {

class Content {
 public:
  void add(std::string_view piece) {
    add(piece.size());
    all_ += piece;
  }
  void add(std::uint64_t number) {
    append_number(all_, number);
    all_ += ' ';
  }
  void add(CharSpan span) {
    add(std::uint64_t{span.begin});
    add(std::uint64_t{span.end});
  }
  std::string all_;
};

void add_entity(Content& content, const LocalEntity& local) {
  const Entity& e = local.entity;
  for (const std::string_view piece :
       {std::string_view(e.id), std::string_view(e.label), e.cls.str(), std::string_view(e.wikidata),
        std::string_view(e.value), std::string_view(e.datatype)})
    content.add(piece);
  content.add(e.aliases.size());
  for (const std::string& alias : e.aliases) content.add(alias);
  content.add(local.mentions.size());
  for (const CharSpan& m : local.mentions) content.add(m);
}

void add_statement(Content& content, const Statement& s) {
  for (const std::uint64_t number : {s.subject, s.object, s.source}) content.add(number);
  content.add(s.relation);
  content.add(std::uint64_t{s.open});
  content.add(to_string(s.status));
  content.add(s.source_label);
  content.add(std::uint64_t{s.time.has_value()});
  if (s.time)
    for (const std::string* piece : {&s.time->start, &s.time->end, &s.time->text}) content.add(*piece);
  content.add(static_cast<std::uint64_t>(std::lround(s.confidence * 100)));
  content.add(s.sentence);
  content.add(s.sentence_span);
  content.add(s.frame);
}

}  // namespace

std::string content_of(const ArticleEvidence& article) {
  Content content;
  for (const std::string* piece : {&article.article_id, &article.uri, &article.title, &article.published})
    content.add(*piece);
  content.add(article.entities.size());
  for (const LocalEntity& local : article.entities) add_entity(content, local);
  content.add(article.statements.size());
  for (const Statement& s : article.statements) add_statement(content, s);
  return std::move(content.all_);
}

}  // namespace relata::detail
