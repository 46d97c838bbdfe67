// SPDX-License-Identifier: MIT
#include "store/article_rows.hpp"

#include <limits>
#include <map>
#include <nlohmann/json.hpp>

#include "relata/store.hpp"
#include "store/content.hpp"
#include "text/stable_id.hpp"

namespace relata::detail {
namespace {

using Json = nlohmann::json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string mentions_json(const std::vector<CharSpan>& mentions) {
  Json list = Json::array();
  for (const CharSpan& m : mentions) list.push_back({m.begin, m.end});
  return dumped(list);
}

std::vector<CharSpan> mentions_from(const std::string& json) {
  std::vector<CharSpan> mentions;
  for (const Json& m : Json::parse(json))
    mentions.push_back({m.at(0).get<std::uint32_t>(), m.at(1).get<std::uint32_t>()});
  return mentions;
}

/// A number of a row as an index; `none` where it does not fit.
std::uint32_t index_from(std::int64_t number) {
  return number < 0 || number >= no_entity ? no_entity : static_cast<std::uint32_t>(number);
}

/// The place of a statement's sentence: statements of one sentence share its row.
std::pair<CharSpan, std::string_view> sentence_key(const Statement& s) {
  return {s.sentence_span, s.sentence};
}

}  // namespace

std::string digest_of(const ArticleEvidence& article) {
  return stable_id({"article", content_of(article)});
}

ArticleRows::ArticleRows(const sqlite::Connection& c)
    : connection_(c),
      find_(c, "SELECT number FROM article WHERE address = ?"),
      find_id_(c, "SELECT number FROM article WHERE id = ?"),
      version_(c, "SELECT published, id FROM article WHERE number = ?"),
      digest_(c, "SELECT digest FROM article WHERE number = ?"),
      insert_article_(
          c,
          "INSERT INTO article VALUES ((SELECT coalesce(max(number), 0) + 1 FROM article), ?, ?, ?, ?, ?, ?) "
          "RETURNING number"),
      insert_entity_(c, "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_sentence_(c, "INSERT INTO sentence VALUES (?, ?, ?, ?, ?)"),
      insert_statement_(c, "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      erase_article_(c, "DELETE FROM article WHERE number = ?"),
      erase_entities_(c, "DELETE FROM entity WHERE article = ?"),
      erase_sentences_(c, "DELETE FROM sentence WHERE article = ?"),
      erase_statements_(c, "DELETE FROM statement WHERE article = ?"),
      read_article_(c, "SELECT uri, id, title, published, digest, address FROM article WHERE number = ?"),
      read_entities_(c,
                     "SELECT id, label, class, wikidata, datatype, value, aliases, mentions FROM entity "
                     "WHERE article = ? ORDER BY number"),
      read_sentences_(c, "SELECT \"begin\", \"end\", text FROM sentence WHERE article = ? ORDER BY number"),
      read_statements_(c,
                       "SELECT subject, relation, open, object, status, source, source_label, time_start, "
                       "time_end, time_text, confidence, sentence, frame FROM statement "
                       "WHERE article = ? ORDER BY number") {}

ArticleNumber ArticleRows::find(std::string_view address) {
  find_.bind(1, address);
  const ArticleNumber number = find_.step() ? find_.number(0) : 0;
  find_.reset();
  return number;
}

ArticleNumber ArticleRows::find_named(std::string_view address_or_id) {
  if (const ArticleNumber number = find(address_or_id)) return number;
  find_id_.bind(1, address_or_id);
  const ArticleNumber number = find_id_.step() ? find_id_.number(0) : 0;
  find_id_.reset();
  return number;
}

std::pair<std::string, std::string> ArticleRows::version(ArticleNumber article) {
  version_.bind(1, article);
  std::pair<std::string, std::string> version;
  if (version_.step()) version = {version_.text(0), version_.text(1)};
  version_.reset();
  return version;
}

std::string ArticleRows::digest(ArticleNumber article) {
  digest_.bind(1, article);
  std::string digest;
  if (digest_.step()) digest = digest_.text(0);
  digest_.reset();
  return digest;
}

void ArticleRows::insert(const ArticleEvidence& article) {
  const std::string digest = digest_of(article);
  insert_article_.bind(1, address_of(article)).bind(2, article.uri).bind(3, article.article_id);
  insert_article_.bind_optional(4, article.title).bind_optional(5, article.published).bind(6, digest);
  const ArticleNumber number = insert_article_.step() ? insert_article_.number(0) : 0;
  insert_article_.run();
  insert_entities(number, article);
  insert_statements(number, article);
}

void ArticleRows::insert_entities(ArticleNumber number, const ArticleEvidence& article) {
  std::int64_t place = 0;
  for (const LocalEntity& local : article.entities) {
    const Entity& e = local.entity;
    const std::string aliases = dumped(e.aliases), mentions = mentions_json(local.mentions);
    insert_entity_.bind(1, number).bind(2, place++).bind_optional(3, e.id).bind_optional(4, e.label);
    insert_entity_.bind_optional(5, e.cls.str()).bind_optional(6, e.wikidata).bind_optional(7, e.datatype);
    if (e.datatype.empty()) {
      insert_entity_.bind_null(8);
    } else {
      insert_entity_.bind(8, e.value);
    }
    insert_entity_.bind(9, aliases).bind(10, mentions);
    insert_entity_.run();
  }
}

void ArticleRows::insert_statements(ArticleNumber number, const ArticleEvidence& article) {
  std::map<std::pair<CharSpan, std::string_view>, std::int64_t> sentences;
  std::int64_t place = 0;
  for (const Statement& s : article.statements) {
    const auto [sentence, is_new] =
        sentences.try_emplace(sentence_key(s), static_cast<std::int64_t>(sentences.size()));
    if (is_new) {
      insert_sentence_.bind(1, number).bind(2, sentence->second).bind(3, std::int64_t{s.sentence_span.begin});
      insert_sentence_.bind(4, std::int64_t{s.sentence_span.end}).bind(5, s.sentence);
      insert_sentence_.run();
    }
    insert_statement_.bind(1, number).bind(2, place++).bind(3, std::int64_t{s.subject}).bind(4, s.relation);
    insert_statement_.bind(5, std::int64_t{s.open})
        .bind(6, std::int64_t{s.object})
        .bind(7, to_string(s.status));
    if (s.source == no_entity) {
      insert_statement_.bind_null(8);
    } else {
      insert_statement_.bind(8, std::int64_t{s.source});
    }
    insert_statement_.bind_optional(9, s.source_label);
    if (s.time) {
      insert_statement_.bind_optional(10, s.time->start)
          .bind_optional(11, s.time->end)
          .bind(12, s.time->text);
    } else {
      insert_statement_.bind_null(10).bind_null(11).bind_null(12);
    }
    insert_statement_.bind(13, s.confidence).bind(14, sentence->second).bind_optional(15, s.frame);
    insert_statement_.run();
  }
}

void ArticleRows::erase(ArticleNumber article) {
  for (sqlite::Query* query : {&erase_statements_, &erase_sentences_, &erase_entities_, &erase_article_})
    query->bind(1, article).run();
}

ArticleEvidence ArticleRows::read(ArticleNumber number) {
  // An earlier call may have thrown between rows.
  for (sqlite::Query* query : {&read_entities_, &read_sentences_, &read_statements_}) query->reset();
  ArticleEvidence article;
  read_article_.bind(1, number);
  if (!read_article_.step()) throw Error(connection_.name() + ": is damaged: an article's row is missing");
  article.uri = read_article_.text(0);
  article.article_id = read_article_.text(1);
  article.title = read_article_.text(2);
  article.published = read_article_.text(3);
  const std::string digest = read_article_.text(4), address = read_article_.text(5);
  read_article_.reset();
  try {
    read_entities(number, article);
    read_statements(number, article);
  } catch (const Json::exception&) {
    damaged(address, "an entity's names or mentions are no JSON");
  }
  if (digest_of(article) != digest || address_of(article) != address)
    damaged(address, "it is not what was written");
  return article;
}

void ArticleRows::read_entities(ArticleNumber number, ArticleEvidence& article) {
  read_entities_.bind(1, number);
  while (read_entities_.step()) {
    LocalEntity& local = article.entities.emplace_back();
    Entity& e = local.entity;
    e.id = read_entities_.text(0);
    e.label = read_entities_.text(1);
    e.cls = Label::intern(read_entities_.text(2));
    e.wikidata = read_entities_.text(3);
    e.datatype = read_entities_.text(4);
    e.value = read_entities_.text(5);
    e.aliases = Json::parse(read_entities_.text(6)).get<std::vector<std::string>>();
    local.mentions = mentions_from(read_entities_.text(7));
  }
}

void ArticleRows::read_statements(ArticleNumber number, ArticleEvidence& article) {
  struct Sentence {
    CharSpan span;
    std::string text;
  };
  std::vector<Sentence> sentences;
  read_sentences_.bind(1, number);
  while (read_sentences_.step())
    sentences.push_back({{index_from(read_sentences_.number(0)), index_from(read_sentences_.number(1))},
                         read_sentences_.text(2)});

  read_statements_.bind(1, number);
  while (read_statements_.step()) {
    const sqlite::Query& row = read_statements_;
    Statement& s = article.statements.emplace_back();
    s.subject = index_from(row.number(0));
    s.relation = row.text(1);
    s.open = row.number(2) != 0;
    s.object = index_from(row.number(3));
    const std::optional<Status> status = parse_status(row.text(4));
    const std::int64_t sentence = row.number(11);
    if (!status || sentence < 0 || static_cast<std::size_t>(sentence) >= sentences.size()) {
      damaged(article.uri, "a statement has no status or no sentence");
    }
    s.status = *status;
    s.source = row.is_null(5) ? no_entity : index_from(row.number(5));
    s.source_label = row.text(6);
    if (!row.is_null(9)) s.time = StatementTime{row.text(7), row.text(8), row.text(9)};
    s.confidence = row.real(10);
    s.sentence = sentences[static_cast<std::size_t>(sentence)].text;
    s.sentence_span = sentences[static_cast<std::size_t>(sentence)].span;
    s.frame = row.text(12);
  }
}

void ArticleRows::damaged(const std::string& address, const std::string& what) const {
  throw Error(connection_.name() + ": is damaged: article " + address + ": " + what);
}

}  // namespace relata::detail
