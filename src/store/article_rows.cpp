// SPDX-License-Identifier: MIT
#include "store/article_rows.hpp"

#include <array>
#include <charconv>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "relata/store.hpp"
#include "store/content.hpp"
#include "text/number.hpp"
#include "text/stable_id.hpp"

namespace relata::detail {
namespace {

using Json = nlohmann::json;

std::string aliases_json(const std::vector<std::string>& aliases) {
  return aliases.empty() ? "[]" : Json(aliases).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string mentions_json(const std::vector<CharSpan>& mentions) {
  std::string list = "[";
  for (const CharSpan& m : mentions) {
    list += list.size() > 1 ? ",[" : "[";
    append_number(list, m.begin);
    list += ',';
    append_number(list, m.end);
    list += ']';
  }
  list += ']';
  return list;
}

/// `[[3,7],[12,16]]`, written as above; nothing where it is written otherwise.
std::optional<std::vector<CharSpan>> plain_mentions(std::string_view json) {
  std::vector<CharSpan> mentions;
  const char* at = json.data();
  const char* const end = at + json.size();
  const auto take = [&](char c) { return at != end && *at == c ? (++at, true) : false; };
  const auto number = [&](std::uint32_t& value) {
    const auto [next, error] = std::from_chars(at, end, value);
    at = next;
    return error == std::errc();
  };
  if (!take('[')) return std::nullopt;
  while (at != end && *at != ']') {
    CharSpan span;
    if (!mentions.empty() && !take(',')) return std::nullopt;
    if (!take('[') || !number(span.begin) || !take(',') || !number(span.end) || !take(']'))
      return std::nullopt;
    mentions.push_back(span);
  }
  if (!take(']') || at != end) return std::nullopt;
  return mentions;
}

std::vector<CharSpan> mentions_from(std::string_view json) {
  if (auto plain = plain_mentions(json)) return std::move(*plain);
  std::vector<CharSpan> mentions;
  for (const Json& m : Json::parse(json))
    mentions.push_back({m.at(0).get<std::uint32_t>(), m.at(1).get<std::uint32_t>()});
  return mentions;
}

std::vector<std::string> aliases_from(std::string_view json) {
  if (json == "[]") return {};
  return Json::parse(json).get<std::vector<std::string>>();
}

/// A number of a row as an index; `none` where it does not fit.
std::uint32_t index_from(std::int64_t number) {
  return number < 0 || number >= no_entity ? no_entity : static_cast<std::uint32_t>(number);
}

/// Ends the walks over the tables however reading ends.
struct EndOfReading {
  ~EndOfReading() {
    articles.reset();
    for (RowRun* const run : runs) run->end();
  }
  sqlite::Query& articles;
  std::array<RowRun*, 3> runs;
};

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
      read_article_(
          c, "SELECT address, uri, id, title, published, digest, number FROM article WHERE number = ?"),
      entities_(c,
                "SELECT article, id, label, class, wikidata, datatype, value, aliases, mentions FROM entity "
                "WHERE article >= ? ORDER BY article, number"),
      sentences_(c,
                 "SELECT article, \"begin\", \"end\", text FROM sentence WHERE article >= ? "
                 "ORDER BY article, number"),
      statements_(
          c,
          "SELECT article, subject, relation, open, object, status, source, source_label, time_start, "
          "time_end, time_text, confidence, sentence, frame FROM statement "
          "WHERE article >= ? ORDER BY article, number") {}

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
    const std::string aliases = aliases_json(e.aliases), mentions = mentions_json(local.mentions);
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
  // Sentences first, all of them: copy() has them in this order too, and the order makes the file's bytes.
  std::map<std::pair<CharSpan, std::string_view>, std::int64_t> sentences;
  std::vector<std::int64_t> sentence_of;
  sentence_of.reserve(article.statements.size());
  for (const Statement& s : article.statements) {
    const auto [sentence, is_new] =
        sentences.try_emplace(sentence_key(s), static_cast<std::int64_t>(sentences.size()));
    sentence_of.push_back(sentence->second);
    if (!is_new) continue;
    insert_sentence_.bind(1, number).bind(2, sentence->second).bind(3, std::int64_t{s.sentence_span.begin});
    insert_sentence_.bind(4, std::int64_t{s.sentence_span.end}).bind(5, s.sentence);
    insert_sentence_.run();
  }
  std::int64_t place = 0;
  for (const Statement& s : article.statements) {
    const std::int64_t sentence = sentence_of[static_cast<std::size_t>(place)];
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
    insert_statement_.bind(13, s.confidence).bind(14, sentence).bind_optional(15, s.frame);
    insert_statement_.run();
  }
}

void ArticleRows::erase(ArticleNumber article) {
  for (sqlite::Query* query : {&erase_statements_, &erase_sentences_, &erase_entities_, &erase_article_})
    query->bind(1, article).run();
}

void ArticleRows::copy_attached() {
  sqlite::Query article(connection_,
                        "INSERT INTO main.article SELECT ?1, address, uri, id, title, published, digest "
                        "FROM old.article WHERE number = ?2");
  sqlite::Query entities(connection_,
                         "INSERT INTO main.entity SELECT ?1, number, id, label, class, wikidata, datatype, "
                         "value, aliases, mentions FROM old.entity WHERE article = ?2 ORDER BY number");
  sqlite::Query sentences(connection_,
                          "INSERT INTO main.sentence SELECT ?1, number, \"begin\", \"end\", text "
                          "FROM old.sentence WHERE article = ?2 ORDER BY number");
  sqlite::Query statements(
      connection_,
      "INSERT INTO main.statement SELECT ?1, number, subject, relation, open, object, status, source, "
      "source_label, time_start, time_end, time_text, confidence, sentence, frame "
      "FROM old.statement WHERE article = ?2 ORDER BY number");
  sqlite::Query numbers(connection_, "SELECT number FROM old.article ORDER BY address");
  for (ArticleNumber fresh = 1; numbers.step(); ++fresh) {
    const ArticleNumber number = numbers.number(0);
    for (sqlite::Query* const query : {&article, &entities, &sentences, &statements})
      query->bind(1, fresh).bind(2, number).run();
  }
}

ArticleEvidence ArticleRows::read(ArticleNumber number) {
  read_article_.bind(1, number);
  if (!read_article_.step()) throw Error(connection_.name() + ": is damaged: an article's row is missing");
  const EndOfReading end{read_article_, {&entities_, &sentences_, &statements_}};
  return read(read_article_);
}

void ArticleRows::each(const std::function<void(ArticleEvidence&&)>& take) {
  sqlite::Query articles(
      connection_, "SELECT address, uri, id, title, published, digest, number FROM article ORDER BY address");
  const EndOfReading end{articles, {&entities_, &sentences_, &statements_}};
  while (articles.step()) take(read(articles));
}

ArticleEvidence ArticleRows::read(const sqlite::Query& row) {
  ArticleEvidence article;
  article.uri = row.text(1);
  article.article_id = row.text(2);
  article.title = row.text(3);
  article.published = row.text(4);
  const ArticleNumber number = row.number(6);
  try {
    read_entities(number, article);
    read_statements(number, article);
  } catch (const Json::exception&) {
    damaged(row.text(0), "an entity's names or mentions are no JSON");
  }
  if (digest_of(article) != row.view(5) || address_of(article) != row.view(0))
    damaged(row.text(0), "it is not what was written");
  return article;
}

void ArticleRows::read_entities(ArticleNumber number, ArticleEvidence& article) {
  std::vector<LocalEntity>& read = entities_read_;
  read.clear();
  for (entities_.begin(number); entities_.next();) {
    const sqlite::Query& row = entities_.row();
    LocalEntity& local = read.emplace_back();
    Entity& e = local.entity;
    e.id = row.text(1);
    e.label = row.text(2);
    e.cls = Label::intern(row.view(3));
    e.wikidata = row.text(4);
    e.datatype = row.text(5);
    e.value = row.text(6);
    e.aliases = aliases_from(row.view(7));
    local.mentions = mentions_from(row.view(8));
  }
  article.entities.assign(std::move_iterator(read.begin()), std::move_iterator(read.end()));
}

void ArticleRows::read_statements(ArticleNumber number, ArticleEvidence& article) {
  struct Sentence {
    CharSpan span;
    std::string text;
  };
  std::vector<Sentence> sentences;
  for (sentences_.begin(number); sentences_.next();) {
    const sqlite::Query& row = sentences_.row();
    sentences.push_back({{index_from(row.number(1)), index_from(row.number(2))}, row.text(3)});
  }
  article.statements.reserve(sentences.size());  // few sentences have none
  for (statements_.begin(number); statements_.next();) {
    const sqlite::Query& row = statements_.row();
    Statement& s = article.statements.emplace_back();
    s.subject = index_from(row.number(1));
    s.relation = row.text(2);
    s.open = row.number(3) != 0;
    s.object = index_from(row.number(4));
    const std::optional<Status> status = parse_status(row.view(5));
    const std::int64_t sentence = row.number(12);
    if (!status || sentence < 0 || static_cast<std::size_t>(sentence) >= sentences.size()) {
      damaged(article.uri, "a statement has no status or no sentence");
    }
    s.status = *status;
    s.source = row.is_null(6) ? no_entity : index_from(row.number(6));
    s.source_label = row.text(7);
    if (!row.is_null(10)) s.time = StatementTime{row.text(8), row.text(9), row.text(10)};
    s.confidence = row.real(11);
    s.sentence = sentences[static_cast<std::size_t>(sentence)].text;
    s.sentence_span = sentences[static_cast<std::size_t>(sentence)].span;
    s.frame = row.text(13);
  }
}

void ArticleRows::damaged(const std::string& address, const std::string& what) const {
  throw Error(connection_.name() + ": is damaged: article " + address + ": " + what);
}

}  // namespace relata::detail
