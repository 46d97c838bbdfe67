// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/resolve.hpp"

namespace relata {

/// How an article asserts a statement.
enum class Status : std::uint8_t { factual, planned, hypothetical, reported, denied };

std::string_view to_string(Status status);
std::optional<Status> parse_status(std::string_view name);

/// A stretch of text in Unicode code points.
struct CharSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const CharSpan&, const CharSpan&) = default;
};

/// An entity of one article with its mentions. Literals (dates, amounts) have none.
struct LocalEntity {
  Entity entity;
  std::vector<CharSpan> mentions;  ///< in text order
};

/// A time as stated and, where it can be worked out, as an ISO 8601 interval.
struct StatementTime {
  std::string
      start;  ///< ISO 8601 date, month or year; `past` for what is over at an unknown time; may be empty
  std::string end;   ///< inclusive; may be empty
  std::string text;  ///< the words
};

/// One relation stated by one sentence.
struct Statement {
  EntityId subject = no_entity;  ///< index in ArticleEvidence::entities
  std::string relation;          ///< schema relation, or `open:lemma_preposition`
  bool open = false;
  EntityId object = no_entity;  ///< index in ArticleEvidence::entities; may be a literal
  Status status = Status::factual;
  EntityId source = no_entity;  ///< who says so, where it is an entity
  std::string source_label;     ///< who says so, where it is not (`officials`); empty: the article itself
  std::optional<StatementTime> time;
  double confidence = 0;
  std::string sentence;    ///< the evidence sentence as it stands in the text
  CharSpan sentence_span;  ///< its place in the article's text
  std::string frame;       ///< what produced it: kind, trigger and slots
};

/// Words of an article with their place.
struct Quote {
  std::string words;
  CharSpan span;
};

/// One step from words of the text to the entity they stand for.
struct TraceStep {
  Quote from;
  std::string rule;  ///< `pronoun`, `family name`, `capital for its state`, …
  std::string to;    ///< the words or the entity's name that the rule leads to
};

/// How a statement came about.
struct StatementTrace {
  enum class StatusBy : std::uint8_t {
    nothing,
    words,
    frame
  };  ///< what set the status; nothing: it is factual

  std::string frame;        ///< kind, trigger and slots, as Statement::frame
  std::string schema_file;  ///< name of the schema file that declares the frame; empty for open relations
  std::uint32_t schema_line = 0;  ///< where it stands there
  Quote trigger;                  ///< the word that the frame matched
  std::vector<TraceStep> subject, object, source;
  StatusBy status_by = StatusBy::nothing;
  Quote status_cue;  ///< the word that set the status, unless nothing did
};

/// Whether statements come with their traces.
enum class Tracing : std::uint8_t { off, on };

/// All that one article gives. Depends on the article, the model, the schema and the knowledge base alone.
struct ArticleEvidence {
  std::string article_id;
  std::string uri;
  std::string title;
  std::string published;
  std::vector<LocalEntity> entities;
  std::vector<Statement>
      statements;  ///< in text order, each (subject, relation, object, status, sentence) once
  std::vector<StatementTrace> traces = {};  ///< one for each statement with Tracing::on, else none
};

/// Where an article was found: its uri, or its id where it has none. Of one address one version counts.
inline const std::string& address_of(const ArticleEvidence& article) {
  return article.uri.empty() ? article.article_id : article.uri;
}

}  // namespace relata
