// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/error.hpp"
#include "relata/serialize.hpp"

using namespace relata;

TEST_CASE("Turtle asserts facts plainly and everything else under its status", "[serialize]") {
  std::ostringstream out;
  write_turtle(out, assemble(samples::two_articles()), Schema{});
  const std::string turtle = out.str();
  CHECK(turtle.find("planned:withdrew_from <http://relata.example/entity/treaty:inf>") != std::string::npos);
  CHECK(turtle.find("rel:withdrew_from <http") == std::string::npos);
  CHECK(turtle.find("rdf:predicate rel:withdrew_from") != std::string::npos);
  CHECK(turtle.find("owl:sameAs wd:Q30") != std::string::npos);
}

TEST_CASE("a stream that fails is an error", "[serialize]") {
  std::ofstream full("/dev/full");
  const KnowledgeGraph graph = assemble(samples::two_articles());
  const auto write_all = [&] {
    for (int i = 0; i < 10; ++i) {
      write_graphml(full, graph);
      full.flush();
    }
  };
  CHECK_THROWS_AS(write_all(), Error);
}

TEST_CASE("a cell of a table holds no formula and no backslash", "[serialize]") {
  std::vector<ArticleEvidence> evidence = samples::two_articles();
  for (ArticleEvidence& article : evidence) article.entities.front().entity.label = "=SUM(\"a\\b\")";
  std::ostringstream out;
  write_nodes_csv(out, assemble(evidence));
  CHECK(out.str().find("\"'=SUM(\"\"a/b\"\")\"") != std::string::npos);
}

TEST_CASE("a script of Cypher sets what the tables for Neo4j hold", "[serialize]") {
  const KnowledgeGraph graph = assemble(samples::two_articles());
  std::ostringstream script, nodes, edges;
  write_cypher(script, graph);
  write_neo4j_nodes(nodes, graph);
  write_neo4j_edges(edges, graph);
  const auto has_all = [&script](const std::string& table, const std::string& element, std::size_t skipped) {
    std::istringstream columns(table.substr(0, table.find('\n')));
    for (std::string column; std::getline(columns, column, ',');) {
      if (skipped > 0) {  // identifiers, labels and types, which no property sets
        --skipped;
        continue;
      }
      column.resize(std::min(column.find(':'), column.size()));
      INFO(column);
      CHECK(script.str().find(element + '.' + column + " = row." + column) != std::string::npos);
    }
  };
  has_all(nodes.str(), "n", 2);
  has_all(edges.str(), "r", 4);
}

TEST_CASE("a script of Cypher takes away what an earlier one set and the graph has no longer",
          "[serialize]") {
  std::ostringstream script;
  write_cypher(script, assemble(samples::two_articles()));
  // A value that a row lacks is null, which takes the property away.
  CHECK(script.str().find("verdict: ") == std::string::npos);
  CHECK(script.str().find("r.verdict = row.verdict") != std::string::npos);
}

TEST_CASE("a line of DOT tells its status without its colour", "[serialize]") {
  std::set<std::string> looks;
  for (const Status status :
       {Status::factual, Status::planned, Status::hypothetical, Status::reported, Status::denied}) {
    std::vector<ArticleEvidence> evidence = samples::two_articles();
    for (ArticleEvidence& article : evidence)
      for (Statement& statement : article.statements) statement.status = status;
    std::ostringstream out;
    write_dot(out, assemble(evidence));
    const std::string dot = out.str();
    const std::size_t begin = dot.find(", weight="), end = dot.find("];", begin);
    std::string look = dot.substr(begin, end - begin);
    if (const std::size_t color = look.find(", color="); color != std::string::npos) look.resize(color);
    looks.insert(look);
  }
  CHECK(looks.size() == 5);
}

TEST_CASE("line separators that a reader may turn into line feeds are written as references", "[serialize]") {
  std::vector<ArticleEvidence> evidence = samples::two_articles();
  for (ArticleEvidence& article : evidence) article.entities.front().entity.label = "a\u2028b\u0085c";
  const KnowledgeGraph graph = assemble(evidence);
  std::ostringstream graphml, gexf;
  write_graphml(graphml, graph);
  write_gexf(gexf, graph);
  CHECK(graphml.str().find(">a&#8232;b&#133;c<") != std::string::npos);
  CHECK(gexf.str().find("\"a&#8232;b&#133;c\"") != std::string::npos);
}
