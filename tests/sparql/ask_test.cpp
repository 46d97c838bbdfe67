// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <chrono>
#include <sstream>
#include <thread>

#include "evidence_samples.hpp"
#include "relata/serialize.hpp"
#include "sparql/sparql.hpp"

using namespace relata;
using namespace relata::sparql;
using Catch::Contains;

namespace {

constexpr const char* base = "http://relata.example/";

/// Keeps an answer as text: cells in a row joined with '|'.
struct Kept : Answer {
  explicit Kept(Format wanted = Format::cells) : format(wanted) {}
  Format choose(Shape what) override {
    shape = what;
    return format;
  }
  void head(std::span<const std::string_view> variables) override {
    for (const std::string_view each : variables) names.append(each) += '|';
  }
  void row(std::span<const Cell> cells) override {
    std::string line;
    for (const Cell& cell : cells) {
      line += cell.text;
      if (!cell.extra.empty()) line.append("^").append(cell.extra);
      line += '|';
    }
    rows.push_back(line);
  }
  void write(std::string_view bytes) override { text += bytes; }

  Format format;
  Shape shape = Shape::solutions;
  std::string names, text;
  std::vector<std::string> rows;
};

const TripleIndex& sample() {
  static const TripleIndex index = TripleIndex::of(assemble(samples::two_articles()), base);
  return index;
}

Kept asked(std::string_view query, Format format = Format::cells) {
  Kept answer(format);
  const Canceller canceller;
  ask(sample(), query, base, canceller, answer);
  return answer;
}

std::string fault_of(const std::string& query) {
  try {
    asked(query);
  } catch (const QueryError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("solutions come as terms, a boolean as text, a graph as Turtle", "[sparql]") {
  const Kept label = asked("SELECT ?l { entity:Q30 rdfs:label ?l }");
  CHECK(label.names == "l|");
  CHECK(label.rows == std::vector<std::string>{"United States|"});
  CHECK(asked("ASK { entity:Q30 a class:Country }").text == "true\n");
  const Kept graph = asked("CONSTRUCT WHERE { entity:Q30 rdfs:label ?l }", Format::turtle);
  CHECK(graph.shape == Shape::graph);
  CHECK_THAT(graph.text, Contains("entity:Q30 rdfs:label \"United States\""));
}

TEST_CASE("a text has the value that exports give it", "[sparql]") {
  std::vector<ArticleEvidence> evidence = samples::two_articles();
  evidence.front().title = std::string("nul\0 \xEF\xBF\xBE \xFF end", 14);
  const KnowledgeGraph graph = assemble(evidence);
  Kept answer;
  ask(TripleIndex::of(graph, base), "SELECT ?t { ?a dcterms:title ?t FILTER(STRENDS(?t, ' end')) }", base, {},
      answer);
  CHECK(answer.rows == std::vector<std::string>{"nul \uFFFD \uFFFD end|"});
  std::ostringstream exported;
  write_ntriples(exported, graph, {}, {});
  CHECK_THAT(exported.str(), Contains("\"nul \uFFFD \uFFFD end\""));
}

TEST_CASE("dates, years and numbers are ordered by value", "[sparql]") {
  CHECK(asked("SELECT ?x { VALUES ?x { 10 9.5 1e1 2 } FILTER(?x >= 9.9) }").rows.size() == 2);
  CHECK(asked("ASK { FILTER(\"2018-10-20\"^^xsd:date < \"2019-01-01\"^^xsd:date) }").text == "true\n");
  CHECK(asked("ASK { FILTER(YEAR(\"2018-10-20\"^^xsd:date) = 2018) }").text == "true\n");
}

TEST_CASE("a wrong query is told with place and expectation", "[sparql]") {
  CHECK_THAT(fault_of("SELECT ?x WHERE { ?x rel:met ?y . FILTER(?y > ) }"),
             Contains("1:47: expected a variable"));
  CHECK_THAT(fault_of("SELEC ?x {}"), Contains("1:1: expected SELECT, ASK"));
  CHECK_THAT(fault_of("SELECT ?x\n{ ?x foo:bar ?y }"), Contains("2:6: the prefix 'foo:' is not declared"));
  CHECK_THAT(fault_of("SELECT ?x { ?x ?y ?z "), Contains("not the end"));
  CHECK_THAT(fault_of("INSERT DATA { rel:a rel:b rel:c }"), Contains("expected SELECT"));
  CHECK_THAT(fault_of("SELECT ?x (COUNT(*) AS ?n) { ?x ?y ?z }"), Contains("unbound"));
  CHECK_THAT(fault_of("SELECT * { SERVICE <http://a/> { ?s ?p ?o } }"), Contains("SERVICE"));
  CHECK_THAT(fault_of("SELECT * FROM <http://a/> { ?s ?p ?o }"), Contains("FROM"));
  CHECK_THAT(fault_of("SELECT * { \xFF }"), Contains("UTF-8"));
  CHECK_THAT(fault_of("ASK {" + std::string(5000, '(') + "}"), Contains("deeper"));
  CHECK_THAT(fault_of(std::string(2 << 20, ' ')), Contains("longer"));
}

TEST_CASE("deep and long queries end in an answer or an error", "[sparql]") {
  std::string nested = "?x = 1", chain = "?x = 1", path = "rel:met";
  for (int i = 0; i < 200; ++i) nested = '(' + nested + ')';
  for (int i = 0; i < 1000; ++i) chain += " || ?x = 2";
  for (int i = 0; i < 100; ++i) path += "/rel:met";
  CHECK(fault_of("SELECT ?x { ?x ?y ?z FILTER(" + nested + ") }") == "none");
  CHECK(fault_of("SELECT ?x { ?x ?y ?z FILTER(" + chain + ") }") == "none");
  CHECK(fault_of("SELECT ?x { ?x " + path + " ?z }") == "none");
}

TEST_CASE("a runaway query is ended", "[sparql]") {
  Kept answer;
  const Canceller canceller;
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    canceller.cancel();
  });
  CHECK_THROWS_AS(
      ask(sample(), "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }", base,
          canceller, answer),
      Cancelled);
  later.join();
}

TEST_CASE("what the taker of an answer throws comes back", "[sparql]") {
  struct Full : Kept {
    void row(std::span<const Cell>) override { throw Error("no room"); }
  } full;
  const Canceller canceller;
  CHECK_THROWS_WITH(ask(sample(), "SELECT * { ?s ?p ?o }", base, canceller, full), "no room");
}
