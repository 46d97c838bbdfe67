// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "evidence_samples.hpp"
#include "sparql/sparql.hpp"
#include "verdict_samples.hpp"

using namespace relata;
using samples::verdict_on;
using sparql::TripleIndex;

namespace {

constexpr const char* base = "http://relata.example/";

/// An answer as lines.
struct Lines : sparql::Answer {
  sparql::Format choose(sparql::Shape shape) override {
    return shape == sparql::Shape::graph ? sparql::Format::ntriples : sparql::Format::tsv;
  }
  void head(std::span<const std::string_view>) override {}
  void row(std::span<const sparql::Cell>) override {}
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

std::string answer(const TripleIndex& index, const std::string& query) {
  Lines lines;
  const sparql::Canceller canceller;
  sparql::ask(index, query, base, canceller, lines);
  return lines.text;
}

std::string all_of(const TripleIndex& index) {
  return answer(index, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }");
}

/// The two articles, and a third that shares a sentence between two statements and a status with the first.
std::vector<ArticleEvidence> three_articles() {
  using namespace samples;
  std::vector<ArticleEvidence> articles = two_articles();
  ArticleEvidence third;
  third.article_id = third.uri = "a3";
  third.entities = {thing("Country:arden", "Arden", cls::Country),
                    thing("treaty:tin", "Tin Treaty", cls::Treaty),
                    thing("Person:mira holt", "Mira Holt", cls::Person)};
  third.statements = {
      states(0, "withdrew_from", 1, Status::planned, 0.6, "Arden, says Holt, will leave both.", {0, 34}),
      states(2, "citizen_of", 0, Status::factual, 0.5, "Arden, says Holt, will leave both.", {0, 34}),
      states(2, "open:talk_of", 1, Status::factual, 0.4, "Holt talked of the treaty.", {35, 61}),
      states(2, "open:talk_of", 0, Status::planned, 0.4, "Holt will talk of Arden.", {62, 86})};
  articles.push_back(std::move(third));
  return articles;
}

TripleIndex made_with(const std::vector<ArticleEvidence>& articles, const Decisions& decisions) {
  AssembleOptions options;
  options.decisions = decisions;
  return TripleIndex::of(assemble(articles, options), base);
}

void require_same(const TripleIndex& index, const TripleIndex& expected) {
  CHECK(index.size() == expected.size());
  CHECK(all_of(index) == all_of(expected));
  for (const char* const query :
       {"SELECT ?s ?c { ?s rv:verdict 'confirmed' ; rv:confidence ?c } ORDER BY ?s",
        "SELECT ?s { ?s rv:confidence '1'^^xsd:double } ORDER BY ?s",
        "SELECT ?p { entity:Q30 ?p entity:treaty:inf } ORDER BY ?p",
        "ASK { entity:Person:mira%20holt rel:citizen_of entity:Country:arden }",
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY ?s",
        "SELECT ?s ?t { ?s prov:wasDerivedFrom ?x . ?t prov:wasDerivedFrom ?x } ORDER BY ?s ?t"})
    CHECK(answer(index, query) == answer(expected, query));
}

}  // namespace

TEST_CASE("triples under verdicts are those of the graph assembled with them", "[sparql]") {
  const auto articles = three_articles();
  const KnowledgeGraph graph = assemble(articles);
  const TripleIndex index = TripleIndex::of(graph, base);
  std::size_t told = 0, untold = 0;
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph)))
    for (const Judgement judgement : {Judgement::rejected, Judgement::confirmed, Judgement::withdrawn}) {
      Decisions decisions;
      decisions.add(verdict_on(graph, e, judgement));
      const auto judged = index.under(decisions, base);
      ++(judged ? told : untold);
      if (judged) require_same(*judged, made_with(articles, decisions));
      CHECK((judged || judgement == Judgement::rejected));
    }
  CHECK(told >= 3 * boost::num_edges(graph.graph) - 1);
  CHECK(untold <= 1);
  CHECK(all_of(*index.under({}, base)) == all_of(index));
}

TEST_CASE("several verdicts together drop a sentence that all its statements lose", "[sparql]") {
  const auto articles = three_articles();
  const KnowledgeGraph graph = assemble(articles);
  Decisions decisions;
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph))) {
    const std::string& relation = graph.graph[e].relation;
    const bool arden = graph.graph[boost::source(e, graph.graph)].id == "Country:arden";
    if (arden || relation == "citizen_of") decisions.add(verdict_on(graph, e, Judgement::rejected));
    if (relation == "open:talk_of" || relation == "born_in")
      decisions.add(verdict_on(graph, e, Judgement::confirmed));
  }
  const auto judged = TripleIndex::of(graph, base).under(decisions, base);
  REQUIRE(judged);
  CHECK(all_of(*judged).find("will leave both") == std::string::npos);
  require_same(*judged, made_with(articles, decisions));
}

TEST_CASE("verdicts whose triples cannot be told from the rest are left to a new index", "[sparql]") {
  const auto articles = three_articles();
  const KnowledgeGraph graph = assemble(articles);
  const TripleIndex index = TripleIndex::of(graph, base);
  // A property of a status that loses its last statement.
  Decisions last;
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph)))
    if (graph.graph[e].relation == "withdrew_from") last.add(verdict_on(graph, e, Judgement::rejected));
  CHECK_FALSE(index.under(last, base));
  // A name that another may have absorbed.
  Verdict absorbed = verdict_on(graph, *boost::edges(graph.graph).first, Judgement::rejected);
  absorbed.subject = "Person:doe";
  Decisions elsewhere;
  elsewhere.add(absorbed);
  CHECK_FALSE(index.under(elsewhere, base));
  // What nobody states any more changes nothing.
  Verdict gone = verdict_on(graph, *boost::edges(graph.graph).first, Judgement::rejected);
  gone.subject = "Person:mira holt";
  gone.object = "Q30";
  Decisions nothing;
  nothing.add(gone);
  const auto same = index.under(nothing, base);
  REQUIRE(same);
  CHECK(all_of(*same) == all_of(index));
}

TEST_CASE("of two verdicts on one statement the later counts, the more cautious of equals", "[sparql]") {
  const auto articles = three_articles();
  const KnowledgeGraph graph = assemble(articles);
  const auto edge = *boost::edges(graph.graph).first;
  for (const std::uint64_t later : {1, 2}) {
    Verdict confirmed = verdict_on(graph, edge, Judgement::confirmed);
    confirmed.revision = later;
    Verdict rejected = verdict_on(graph, edge, Judgement::rejected);
    rejected.id = "another";  // as records of other makers may have it
    Decisions decisions;
    decisions.add(confirmed);
    decisions.add(rejected);
    const auto judged = TripleIndex::of(graph, base).under(decisions, base);
    REQUIRE(judged);
    require_same(*judged, made_with(articles, decisions));
  }
}
