// SPDX-License-Identifier: MIT
#include "store/schema.hpp"

namespace relata::detail {
namespace {

// Described in docs/store.md; a test compares the two. Rows of one article stand together: the article's
// number comes first in every key.
constexpr const char* tables = R"sql(
CREATE TABLE article (
  number    INTEGER PRIMARY KEY,
  address   TEXT NOT NULL UNIQUE,
  uri       TEXT NOT NULL,
  id        TEXT NOT NULL,
  title     TEXT,
  published TEXT,
  digest    TEXT NOT NULL
);
CREATE INDEX article_id ON article (id);
CREATE TABLE entity (
  article  INTEGER NOT NULL REFERENCES article,
  number   INTEGER NOT NULL,
  id       TEXT,
  label    TEXT,
  class    TEXT,
  wikidata TEXT,
  datatype TEXT,
  value    TEXT,
  aliases  TEXT NOT NULL,
  mentions TEXT NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE sentence (
  article INTEGER NOT NULL REFERENCES article,
  number  INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE statement (
  article      INTEGER NOT NULL REFERENCES article,
  number       INTEGER NOT NULL,
  subject      INTEGER NOT NULL,
  relation     TEXT NOT NULL,
  open         INTEGER NOT NULL,
  object       INTEGER NOT NULL,
  status       TEXT NOT NULL,
  source       INTEGER,
  source_label TEXT,
  time_start   TEXT,
  time_end     TEXT,
  time_text    TEXT,
  confidence   REAL NOT NULL,
  sentence     INTEGER NOT NULL,
  frame        TEXT,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
)sql";

// Since version 2.
constexpr const char* decision_tables = R"sql(
CREATE TABLE verdict (
  id        TEXT NOT NULL PRIMARY KEY,
  verdict   TEXT NOT NULL,
  revision  INTEGER NOT NULL,
  subject   TEXT NOT NULL,
  relation  TEXT NOT NULL,
  object    TEXT NOT NULL,
  status    TEXT NOT NULL,
  words     TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE name_rule (
  first    TEXT NOT NULL,
  second   TEXT NOT NULL,
  rule     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (first, second)
) WITHOUT ROWID;
)sql";

void set_version(sqlite::Connection& connection) {
  connection.run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
}

std::int64_t version_of(sqlite::Connection& connection) {
  return connection.number("PRAGMA user_version");
}

bool is_empty(sqlite::Connection& connection) {
  return connection.number("SELECT count(*) FROM sqlite_schema") == 0 &&
         connection.number("PRAGMA application_id") == 0 && connection.number("PRAGMA user_version") == 0;
}

}  // namespace

void require_schema(sqlite::Connection& connection, SchemaUse use) {
  if (use == SchemaUse::make && is_empty(connection)) {
    connection.run("BEGIN IMMEDIATE");
    if (is_empty(connection)) {  // still, now that nobody else writes
      connection.run(tables);
      connection.run(decision_tables);
      connection.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
      set_version(connection);
    }
    connection.run("COMMIT");
  }
  // What a program leaves that was killed as it made the store: its journal has undone the rest by now.
  if (is_empty(connection)) throw Error(connection.name() + ": holds no articles: it is empty");
  if (connection.number("PRAGMA application_id") != application_id)
    throw Error(connection.name() + ": is no relata store");
  const std::int64_t version = version_of(connection);
  if (version > schema_version)
    throw Error(connection.name() + ": is a store of version " + std::to_string(version) +
                ", made by a newer relata; this one reads versions up to " + std::to_string(schema_version));
  // Such have no pages of their own: what they do is up to who made them, and may have no end.
  if (connection.number("SELECT count(*) FROM sqlite_schema WHERE rootpage IS NULL OR rootpage = 0") != 0)
    throw Error(connection.name() +
                ": holds views, triggers or virtual tables, which no store has; it is not used");
  if (version < 1) throw Error(connection.name() + ": is damaged: it names no version of its tables");
  if (version < schema_version && use != SchemaUse::read) {
    connection.run("BEGIN IMMEDIATE");
    if (version_of(connection) < schema_version) {  // still, now that nobody else writes
      connection.run(decision_tables);
      set_version(connection);
    }
    connection.run("COMMIT");
  }
}

bool has_decisions(sqlite::Connection& connection) {
  return version_of(connection) >= 2;
}

}  // namespace relata::detail
