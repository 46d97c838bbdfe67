// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/assemble.hpp"

using namespace relata;
using namespace relata::samples;

namespace {

/// All of a graph in its own order, as text.
std::string dump(const KnowledgeGraph& kg) {
  std::ostringstream out;
  const auto& g = kg.graph;
  for (const auto& a : kg.articles)
    out << a.id << ' ' << a.uri << ' ' << a.title << ' ' << a.published << '\n';
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) {
    out << g[v].id << '|' << g[v].label << '|' << g[v].cls.str() << '|' << g[v].wikidata << '|'
        << g[v].mentions << '|' << g[v].datatype << '|' << g[v].value;
    for (const auto& alias : g[v].aliases) out << '|' << alias;
    out << '\n';
  }
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    out << g[e].id << ' ' << boost::source(e, g) << ' ' << edge_kind(g[e]) << ' ' << boost::target(e, g)
        << ' ' << g[e].confidence << ' ' << g[e].open;
    for (const auto& x : g[e].evidence)
      out << " [" << x.article << ' ' << x.span.begin << ' ' << x.sentence << ' ' << x.source_id << ' '
          << x.source_label << ' ' << x.confidence << ']';
    out << '\n';
  }
  return out.str();
}

const NodeProperties* node(const KnowledgeGraph& kg, const std::string& id) {
  for (const auto v : boost::make_iterator_range(boost::vertices(kg.graph)))
    if (kg.graph[v].id == id) return &kg.graph[v];
  return nullptr;
}

const EdgeProperties* edge(const KnowledgeGraph& kg, const std::string& kind) {
  for (const auto e : boost::make_iterator_range(boost::edges(kg.graph)))
    if (edge_kind(kg.graph[e]) == kind) return &kg.graph[e];
  return nullptr;
}

}  // namespace

TEST_CASE("the graph does not depend on the order or repetition of evidence", "[assemble]") {
  auto evidence = two_articles();
  ArticleEvidence third = evidence[0];
  third.article_id = "a3";
  third.uri = "another.txt";
  evidence.push_back(third);
  const std::string expected = dump(assemble(evidence));
  std::sort(evidence.begin(), evidence.end(), [](const auto& a, const auto& b) { return a.uri < b.uri; });
  do {
    CHECK(dump(assemble(evidence)) == expected);
    auto twice = evidence;
    twice.insert(twice.end(), evidence.rbegin(), evidence.rend());
    CHECK(dump(assemble(twice)) == expected);
  } while (std::next_permutation(evidence.begin(), evidence.end(),
                                 [](const auto& a, const auto& b) { return a.uri < b.uri; }));
}

TEST_CASE("the order of statements within an article does not matter", "[assemble]") {
  auto evidence = two_articles();
  const std::string expected = dump(assemble(evidence));
  for (auto& article : evidence) std::reverse(article.statements.begin(), article.statements.end());
  CHECK(dump(assemble(evidence)) == expected);
}

TEST_CASE("the later published version of an article counts, then the greater id", "[assemble]") {
  auto evidence = two_articles();
  ArticleEvidence old = evidence[0];
  old.published = "2018-10-19";
  old.article_id = "zz";
  old.statements.clear();
  ArticleEvidence greater = evidence[0];
  greater.article_id = "a9";
  greater.statements.resize(1);
  const std::string alone = dump(assemble({greater}));
  CHECK(dump(assemble({old, evidence[0], greater})) == alone);
  CHECK(dump(assemble({greater, evidence[0], old})) == alone);
}

TEST_CASE("versions that differ in content alone are chosen between by content", "[assemble]") {
  const auto evidence = two_articles();
  ArticleEvidence other = evidence[0];
  other.statements.pop_back();
  CHECK(dump(assemble({evidence[0], other})) == dump(assemble({other, evidence[0]})));
}

TEST_CASE("one entity of several articles is one node, named by vote", "[assemble]") {
  const KnowledgeGraph kg = assemble(two_articles());
  const NodeProperties* states_node = node(kg, "Q30");
  REQUIRE(states_node);
  CHECK(states_node->mentions == 3);
  CHECK(states_node->aliases == std::vector<std::string>{"America", "U.S.", "Washington"});
  const NodeProperties* doe = node(kg, "Person:jane doe");
  REQUIRE(doe);
  CHECK(doe->label == "Doe");  // two votes each: the name that sorts first
  CHECK(doe->aliases == std::vector<std::string>{"Jane Doe"});
}

TEST_CASE("evidence is counted per sentence and its confidence joined over distinct sentences",
          "[assemble]") {
  const KnowledgeGraph kg = assemble(two_articles());
  const EdgeProperties* leaves = edge(kg, "planned:withdrew_from");
  REQUIRE(leaves);
  CHECK(leaves->evidence.size() == 3);
  // The copied sentence counts once, with its higher value: 1 - 0.19 * 0.5.
  CHECK(leaves->confidence == Approx(0.905));
  CHECK(leaves->evidence[0].source_id == "Person:jane doe");
  CHECK(kg.articles[leaves->evidence[0].article].uri == "https://news.example/2?x=1");
}

TEST_CASE("confidence stays below certainty", "[assemble]") {
  auto evidence = two_articles();
  evidence[0].statements = {states(0, "signed", 1, Status::factual, 1.0, "a", {0, 1}),
                            states(0, "signed", 1, Status::factual, 1.0, "b", {1, 2})};
  const KnowledgeGraph kg = assemble({evidence[0]});
  REQUIRE(edge(kg, "signed"));
  CHECK(edge(kg, "signed")->confidence == 0.99);
}

TEST_CASE("a literal is a node keyed by datatype and value", "[assemble]") {
  const KnowledgeGraph kg = assemble(two_articles());
  const NodeProperties* date = node(kg, "literal:xsd:date:1946-06-14");
  REQUIRE(date);
  CHECK(date->label == "1946-06-14");
  CHECK(date->aliases == std::vector<std::string>{"June 14, 1946"});
  CHECK(date->cls == cls::Date);
}

TEST_CASE("a value that its datatype does not allow becomes a string", "[assemble]") {
  auto evidence = two_articles();
  evidence[0].entities[4].entity.value = "1946-13-45";
  CHECK(node(assemble(evidence), "literal:xsd:string:1946-13-45"));
}

TEST_CASE("filters leave edges out, and literals with them", "[assemble]") {
  const auto evidence = two_articles();
  AssembleOptions schema_only, planned_only, sure_only;
  schema_only.schema_only = true;
  planned_only.statuses = {Status::planned};
  sure_only.min_confidence = 0.9;
  CHECK(boost::num_edges(assemble(evidence).graph) == 4);
  CHECK(boost::num_edges(assemble(evidence, schema_only).graph) == 3);
  const KnowledgeGraph planned = assemble(evidence, planned_only);
  CHECK(boost::num_edges(planned.graph) == 1);
  CHECK_FALSE(node(planned, "literal:xsd:date:1946-06-14"));
  CHECK(boost::num_edges(assemble(evidence, sure_only).graph) == 2);
}

TEST_CASE("without aggregation every sentence is an edge with an id of its own", "[assemble]") {
  AssembleOptions per_sentence;
  per_sentence.aggregate = false;
  const KnowledgeGraph kg = assemble(two_articles(), per_sentence);
  CHECK(boost::num_edges(kg.graph) == 6);
  std::vector<std::string> ids;
  for (const auto e : boost::make_iterator_range(boost::edges(kg.graph))) ids.push_back(kg.graph[e].id);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("statements that point outside their entities are left out", "[assemble]") {
  auto evidence = two_articles();
  evidence[0].statements[1].object = 77;
  evidence[0].statements[2].source = 77;
  const KnowledgeGraph kg = assemble(evidence);
  CHECK_FALSE(edge(kg, "wrote_to"));
  REQUIRE(edge(kg, "born_in"));
  CHECK(edge(kg, "born_in")->evidence[0].source_id.empty());
}

TEST_CASE("one sentence through two frames is one piece of evidence, with the surer confidence",
          "[assemble]") {
  auto evidence = two_articles();
  Statement other_frame = evidence[0].statements[1];
  other_frame.frame = "noun:letter";
  other_frame.confidence = 0.95;
  evidence[0].statements.push_back(other_frame);
  const KnowledgeGraph kg = assemble(evidence);
  REQUIRE(edge(kg, "wrote_to"));
  CHECK(edge(kg, "wrote_to")->evidence.size() == 1);
  CHECK(edge(kg, "wrote_to")->confidence == 0.95);
  CHECK(edge(kg, "wrote_to")->evidence[0].frame == "noun:letter");
}

TEST_CASE("readings of a sentence that differ in source and time alone are chosen between by content",
          "[assemble]") {
  auto evidence = two_articles();
  Statement other = evidence[0].statements[1];
  other.time = StatementTime{"2018", "2018", "in 2018"};
  Statement third = other;
  third.source_label = "aides";
  evidence[0].statements.push_back(other);
  evidence[0].statements.push_back(third);
  const KnowledgeGraph kg = assemble(evidence);
  std::reverse(evidence[0].statements.begin(), evidence[0].statements.end());
  const KnowledgeGraph reversed = assemble(evidence);
  REQUIRE(edge(kg, "wrote_to"));
  REQUIRE(edge(reversed, "wrote_to"));
  CHECK(dump(kg) == dump(reversed));
  CHECK(edge(kg, "wrote_to")->evidence[0].time.has_value() ==
        edge(reversed, "wrote_to")->evidence[0].time.has_value());
}

TEST_CASE("confidence counts to two decimals, and one that is no number counts nothing", "[assemble]") {
  auto evidence = two_articles();
  evidence[0].statements[1].confidence = 0.8949;
  evidence[0].statements[2].confidence = std::numeric_limits<double>::quiet_NaN();
  evidence[0].statements[3].confidence = std::numeric_limits<double>::infinity();
  const KnowledgeGraph kg = assemble(evidence);
  CHECK(edge(kg, "wrote_to")->confidence == 0.89);
  CHECK(edge(kg, "born_in")->confidence == 0);
  CHECK(edge(kg, "denied:open:wave_at")->confidence == 0);
}

TEST_CASE("a literal collects the words of all articles, whatever their order", "[assemble]") {
  auto evidence = two_articles();
  evidence[1].entities.push_back(literal("1946-06-14", "xsd:date", cls::Date, "14 June 1946"));
  const KnowledgeGraph kg = assemble(evidence);
  std::reverse(evidence.begin(), evidence.end());
  CHECK(dump(kg) == dump(assemble(evidence)));
  const NodeProperties* date = node(kg, "literal:xsd:date:1946-06-14");
  REQUIRE(date);
  CHECK(date->aliases == std::vector<std::string>{"14 June 1946", "June 14, 1946"});
}

TEST_CASE("an edge that is not sure enough takes its literal with it", "[assemble]") {
  AssembleOptions sure;
  sure.min_confidence = 0.75;
  const KnowledgeGraph kg = assemble(two_articles(), sure);
  CHECK_FALSE(edge(kg, "born_in"));
  CHECK_FALSE(node(kg, "literal:xsd:date:1946-06-14"));
}

TEST_CASE("ids of edges begin with a letter, as XML names must, and do not depend on the evidence",
          "[assemble]") {
  const auto evidence = two_articles();
  const KnowledgeGraph both = assemble(evidence), one = assemble({evidence[1]});
  REQUIRE(edge(one, "planned:withdrew_from"));
  CHECK(edge(one, "planned:withdrew_from")->id == edge(both, "planned:withdrew_from")->id);
  CHECK(edge(one, "planned:withdrew_from")->id.front() == 'e');
  CHECK(edge(one, "planned:withdrew_from")->id.size() == 33);
}

TEST_CASE("an article that says nothing is not among the graph's articles", "[assemble]") {
  auto evidence = two_articles();
  const std::string expected = dump(assemble(evidence));
  ArticleEvidence silent;
  silent.article_id = silent.uri = "silent";
  evidence.push_back(silent);
  CHECK(dump(assemble(evidence)) == expected);
}
