// SPDX-License-Identifier: MIT
#include "store/decision_rows.hpp"

#include "knowledge/max_revision.hpp"

namespace relata::detail {
namespace {

[[noreturn]] void damaged(const sqlite::Connection& connection, const std::string& what) {
  throw Error(connection.name() + ": is damaged: " + what);
}

[[noreturn]] void no_word(const sqlite::Connection& connection, const std::string& word) {
  damaged(connection, "'" + word + "' is no word on a statement or a name");
}

std::uint64_t revision_from(const sqlite::Connection& connection, std::int64_t number) {
  if (number < 1 || static_cast<std::uint64_t>(number) > max_revision)
    damaged(connection, std::to_string(number) + " is no revision of a word");
  return static_cast<std::uint64_t>(number);
}

}  // namespace

Decisions read_decisions(const sqlite::Connection& connection) {
  Decisions decisions;
  sqlite::Query verdicts(
      connection, "SELECT id, verdict, revision, subject, relation, object, status, words FROM verdict");
  while (verdicts.step()) {
    Verdict v;
    v.id = verdicts.text(0);
    if (!parse(verdicts.text(1), v.judgement)) no_word(connection, verdicts.text(1));
    v.revision = revision_from(connection, verdicts.number(2));
    v.subject = verdicts.text(3);
    v.relation = verdicts.text(4);
    v.object = verdicts.text(5);
    v.status = verdicts.text(6);
    v.words = verdicts.text(7);
    decisions.add(std::move(v));
  }
  sqlite::Query rules(connection, "SELECT first, second, rule, revision FROM name_rule");
  while (rules.step()) {
    NameRule r;
    r.a = rules.text(0);
    r.b = rules.text(1);
    if (!parse(rules.text(2), r.sameness)) no_word(connection, rules.text(2));
    r.revision = revision_from(connection, rules.number(3));
    decisions.add(std::move(r));
  }
  return decisions;
}

void write_decisions(sqlite::Connection& connection, const Decisions& decisions) {
  connection.run("DELETE FROM verdict");
  connection.run("DELETE FROM name_rule");
  sqlite::Query verdict(connection, "INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const auto& [id, v] : decisions.verdicts()) {
    verdict.bind(1, v.id).bind(2, to_string(v.judgement)).bind(3, static_cast<std::int64_t>(v.revision));
    verdict.bind(4, v.subject).bind(5, v.relation).bind(6, v.object).bind(7, v.status).bind(8, v.words).run();
  }
  sqlite::Query rule(connection, "INSERT INTO name_rule VALUES (?, ?, ?, ?)");
  for (const auto& [names, r] : decisions.rules())
    rule.bind(1, r.a)
        .bind(2, r.b)
        .bind(3, to_string(r.sameness))
        .bind(4, static_cast<std::int64_t>(r.revision))
        .run();
}

}  // namespace relata::detail
