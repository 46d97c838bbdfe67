// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "canonicalize/sample.hpp"

using namespace relata;
using relata::sample::Sample;
using Kind = Mention::Kind;

namespace {

/// `Lindqvist said she would write to Brandt`
Sample letter() {
  Sample s{{"Lindqvist", "Lindqvist", "NNP", "nsubj", 1},
           {"said", "say", "VBD", "ROOT", 1},
           {"she", "she", "PRP", "nsubj", 4},
           {"would", "would", "MD", "aux", 4},
           {"write", "write", "VB", "ccomp", 1},
           {"to", "to", "IN", "prep", 4},
           {"Brandt", "Brandt", "NNP", "pobj", 5},
           {".", ".", ".", "punct", 1}};
  s.mention(0, 1, "Karin Lindqvist", cls::Person);
  s.resolution.mentions.back().rule = "family name";
  s.mention(2, 3, "Karin Lindqvist", cls::Person, Kind::pronoun);
  s.resolution.mentions.back().rule = "pronoun";
  s.resolution.mentions.back().antecedent = 0;
  s.mention(6, 7, "Ove Brandt", cls::Person);
  s.resolution.mentions.back().rule = "name";
  s.clause(1, {{Role::subject, 0}, {Role::clause, 4}});
  s.clause(4, {{Role::subject, 2}, {Role::oblique, 6, 5}});
  return s;
}

const StatementTrace& trace_of(const ArticleEvidence& e, std::string_view relation) {
  const auto it = std::ranges::find(e.statements, relation, &Statement::relation);
  REQUIRE(it != e.statements.end());
  REQUIRE(e.traces.size() == e.statements.size());
  return e.traces[static_cast<std::size_t>(it - e.statements.begin())];
}

}  // namespace

TEST_CASE("a trace names the frame with its place in the schema and the word it matched",
          "[canonicalize][trace]") {
  const ArticleEvidence e = letter().evidence(Tracing::on);
  const StatementTrace& t = trace_of(e, "wrote_to");
  CHECK(t.frame == "verb write subj>to");
  CHECK(t.schema_file == "news.xml");
  CHECK(t.schema_line > 0);
  CHECK(t.trigger.words == "write");
}

TEST_CASE("a trace follows a pronoun to its antecedent and on to the name", "[canonicalize][trace]") {
  const ArticleEvidence e = letter().evidence(Tracing::on);
  const StatementTrace& t = trace_of(e, "wrote_to");
  REQUIRE(t.subject.size() == 2);
  CHECK(t.subject[0].from.words == "she");
  CHECK(t.subject[0].from.span == CharSpan{15, 18});
  CHECK(t.subject[0].rule == "pronoun");
  CHECK(t.subject[0].to == "Lindqvist");
  CHECK(t.subject[1].from.words == "Lindqvist");
  CHECK(t.subject[1].rule == "family name");
  CHECK(t.subject[1].to == "Karin Lindqvist");
  REQUIRE(t.object.size() == 1);
  CHECK(t.object[0].to == "Ove Brandt");
}

TEST_CASE("a trace names the word that sets the status, and who says so", "[canonicalize][trace]") {
  const ArticleEvidence e = letter().evidence(Tracing::on);
  const StatementTrace& t = trace_of(e, "wrote_to");
  CHECK(t.status_by == StatementTrace::StatusBy::words);
  CHECK(t.status_cue.words == "would");
  REQUIRE(t.source.size() == 1);
  CHECK(t.source[0].from.words == "Lindqvist");
}

TEST_CASE("what a phrase stands for is a step of its own", "[canonicalize][trace]") {
  Sample s{{"Officials", "official", "NNS", "nsubj", 3},
           {"of", "of", "IN", "prep", 0},
           {"Norway", "Norway", "NNP", "pobj", 1},
           {"wrote", "write", "VBD", "ROOT", 3},
           {"to", "to", "IN", "prep", 3},
           {"Brandt", "Brandt", "NNP", "pobj", 4}};
  s.mention(2, 3, "Norway", cls::Country).mention(5, 6, "Ove Brandt", cls::Person);
  s.clause(3, {{Role::subject, 0}, {Role::oblique, 5, 4}});
  const ArticleEvidence e = s.evidence(Tracing::on);
  const StatementTrace& t = trace_of(e, "wrote_to");
  REQUIRE(t.subject.size() == 2);
  CHECK(t.subject[0].from.words == "Officials");
  CHECK(t.subject[0].rule == "stands for");
  CHECK(t.subject[1].to == "Norway");
  CHECK(t.status_by == StatementTrace::StatusBy::nothing);
}

TEST_CASE("without tracing there are no traces", "[canonicalize][trace]") {
  const ArticleEvidence e = letter().evidence();
  CHECK_FALSE(e.statements.empty());
  CHECK(e.traces.empty());
}
