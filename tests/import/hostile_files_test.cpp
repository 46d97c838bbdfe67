// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/import_graph.hpp"
#include "relata/serialize.hpp"

using namespace relata;

namespace {

ImportedGraph read(const std::string& bytes, GraphSyntax syntax) {
  return import_graph(bytes, "in", syntax, Schema{}, {}, [](const Diagnostic&) {});
}

std::string sample(GraphSyntax syntax) {
  std::ostringstream out;
  const KnowledgeGraph graph = assemble(samples::two_articles());
  switch (syntax) {
    case GraphSyntax::graphml:
      write_graphml(out, graph);
      break;
    case GraphSyntax::turtle:
      write_turtle(out, graph, Schema{});
      break;
    case GraphSyntax::ntriples:
      write_ntriples(out, graph, Schema{});
      break;
    case GraphSyntax::nquads:
      write_nquads(out, graph, Schema{});
      break;
    case GraphSyntax::trig:
      write_trig(out, graph, Schema{});
  }
  return out.str();
}

constexpr GraphSyntax syntaxes[] = {GraphSyntax::graphml, GraphSyntax::turtle, GraphSyntax::ntriples,
                                    GraphSyntax::nquads, GraphSyntax::trig};

/// Anything but a graph or an Error that names the file fails the test.
void survive(const std::string& bytes, GraphSyntax syntax) {
  try {
    read(bytes, syntax);
  } catch (const Error& error) {
    CHECK(std::string(error.what()).starts_with("in:"));
  }
}

void fault(const std::string& bytes, GraphSyntax syntax, const std::string& says) {
  INFO(bytes.substr(0, 200));
  CHECK_THROWS_WITH(read(bytes, syntax), Catch::Contains(says));
}

}  // namespace

TEST_CASE("every truncation of a graph ends in a graph or an error that names the file", "[import]") {
  for (const GraphSyntax syntax : syntaxes) {
    const std::string whole = sample(syntax);
    for (std::size_t size = 0; size < whole.size(); size += 41) survive(whole.substr(0, size), syntax);
  }
  const std::string whole = sample(GraphSyntax::graphml);
  for (std::size_t size = 0; size < whole.size() - 1; size += 97)
    CHECK_THROWS_AS(read(whole.substr(0, size), GraphSyntax::graphml), Error);
}

TEST_CASE("bytes changed at random end in a graph or an error that names the file", "[import]") {
  std::mt19937 random(7);
  for (const GraphSyntax syntax : syntaxes) {
    const std::string whole = sample(syntax);
    for (int round = 0; round < 1500; ++round) {
      std::string changed = whole;
      for (int i = 0; i < 3; ++i) changed[random() % changed.size()] = static_cast<char>(random() % 256);
      survive(changed, syntax);
    }
  }
}

TEST_CASE("faults of a GraphML file are named with their place", "[import]") {
  const auto graphml = [](const std::string& body) {
    return "<graphml><key id='k' for='node' attr.name='mentions'/>\n<graph>" + body + "</graph></graphml>";
  };
  const auto syntax = GraphSyntax::graphml;
  fault("<html/>", syntax, "no GraphML: the root is <html>");
  fault("<graphml/>", syntax, "no <graph> element");
  fault(graphml("<node/>"), syntax, "in:2:8: <node> without the attribute 'id'");
  fault(graphml("<node id='a'/><node id='a'/>"), syntax, "in:2:22: the node 'a' stands twice");
  fault(graphml("<node id='a'><data key='x'>1</data></node>"), syntax, "not declared");
  fault(graphml("<node id='a'/>\n<edge source='a' target='b'/>"), syntax,
        "in:3:1: an edge names the missing node 'b'");
  fault("<graphml><key id='k'/><key id='k'/><graph/></graphml>", syntax, "declared twice");
  fault("<!DOCTYPE g [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><graphml/>", syntax, "of its own");
  std::string deep = "<graphml><graph>";
  for (int i = 0; i < 100'000; ++i) deep += "<node id='" + std::to_string(i) + "'><graph>";
  fault(deep, syntax, "256 deep");
}

TEST_CASE("what stands for more than the file holds is refused", "[import]") {
  const std::string whole = sample(GraphSyntax::graphml);
  const auto with = [&whole](const std::string& key, std::size_t old, const std::string& value) {
    const std::string begin = "<data key=\"" + key + "\">";
    return std::string(whole).replace(whole.find(begin) + begin.size(), old, value);
  };
  const auto syntax = GraphSyntax::graphml;
  fault(with("n_mentions", 1, "99999999999"), syntax, "more mentions than a file of this size");
  fault(with("n_mentions", 1, "many"), syntax, "no whole number");
  fault(with("e_weight", 1, "99999999"), syntax, "more sentences than a file of this size");
  fault(with("e_weight", 1, "99999999999999999999999"), syntax, "no whole number");
  fault(with("e_confidence", 3, "nan"), syntax, "not from 0 to 1");
  std::string defaults = "<graphml>";
  for (int i = 0; i < 2000; ++i)
    defaults += "<key id='" + std::to_string(i) + "' for='node'><default>x</default></key>";
  defaults += "<graph>";
  for (int i = 0; i < 2000; ++i) defaults += "<node id='" + std::to_string(i) + "'/>";
  fault(defaults + "</graph></graphml>", syntax, "more values by default than a file of this size");
}

TEST_CASE("faults of RDF are named with their line", "[import]") {
  fault("<http://a> <http://b> <http://c> .\n<http://a> nonsense .\n", GraphSyntax::ntriples, "in:2:");
  fault("@prefix a: <http://a/> .\na:b a:c b:d .\n", GraphSyntax::turtle, "'b:d' is not declared");
  fault("<a> <b> <c> .\n", GraphSyntax::turtle, "has no base");
  fault("<http://a> <http://b> \"\xC3\x28\" .\n", GraphSyntax::ntriples, "in:1:24: is no UTF-8");
  for (const std::string bracket : {"[ <http://p> ", "( "}) {
    std::string deep = "<http://a> <http://b> ";
    for (int i = 0; i < 1'000'000; ++i) deep += bracket;
    fault(deep, GraphSyntax::turtle, "256 deep");
    fault(deep, GraphSyntax::trig, "256 deep");
  }
}

TEST_CASE("faults of triple terms are named", "[import]") {
  const std::string begin = "<http://a/r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> ";
  fault(begin + "<<( <http://a/s> <http://a/p> )>> .", GraphSyntax::turtle,
        "in:1:97: a term should stand here");
  fault(begin + "<<( <http://a/s> <http://a/p> <http://a/o> <http://a/o> )>> .", GraphSyntax::ntriples,
        "no triple term");
  fault(begin + "<<( <http://a/s> <http://a/p> <<( <http://a/s>", GraphSyntax::turtle,
        "inside a triple term");
  fault(begin + "<<( <http://a/s> <http://a/p> <http://a/o> )>> .", GraphSyntax::nquads, "N-Quads");
  fault(begin + "<<(", GraphSyntax::trig, "a term should stand here");
  fault(begin + "<http://a/o> .", GraphSyntax::turtle, "reifies no triple");
  CHECK(read("<http://a/s> <http://a/p> \"<<( no term )>>\" .", GraphSyntax::turtle).articles.size() == 1);
}

TEST_CASE("triple terms are read", "[import]") {
  const ImportedGraph graph = read(
      "@prefix : <http://a/> .\n:r <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> "
      "<<(:s a \"lit ) \\\"\"@en)>> , <<( _:b<http://a/p>'x'^^<http://a/d>)>> .",
      GraphSyntax::turtle);
  REQUIRE(graph.articles.size() == 1);
  const ArticleEvidence& article = graph.articles.front();
  std::vector<std::string> objects;
  for (const Statement& s : article.statements) objects.push_back(article.entities[s.object].entity.value);
  CHECK(objects == std::vector<std::string>{"lit ) \"", "x"});
}

TEST_CASE("very many classes are refused", "[import]") {
  std::string triples;
  for (int i = 0; i < 20'000; ++i)
    triples += "<http://a/" + std::to_string(i) +
               "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://c/" + std::to_string(i) + "> .\n";
  fault(triples, GraphSyntax::ntriples, "more than 10,000 classes");
}
