// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "relata/assemble.hpp"
#include "relata/import_graph.hpp"
#include "relata/resources.hpp"

using namespace relata;

namespace {

const Schema& news() {
  static const Schema schema =
      load_schema(std::string(RELATA_SOURCE_DIR) + "/graph_schemas/news.xml", [](const Diagnostic&) {});
  return schema;
}

ImportedGraph read(const std::string& file, const ImportOptions& options = {}) {
  std::ifstream in(std::string(RELATA_SOURCE_DIR) + "/tests/import/graphs/" + file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  return import_graph(bytes, file, *graph_syntax_of(file), news(), options,
                      [](const Diagnostic& d) { FAIL(to_string(d)); });
}

std::string name_of(const Entity& e) {
  return e.datatype.empty() ? e.label : e.value + '^' + e.datatype;
}

/// `subject | relation | object | sentence`, sorted.
std::vector<std::string> statements(const ImportedGraph& graph) {
  std::vector<std::string> all;
  for (const ArticleEvidence& article : graph.articles)
    for (const Statement& s : article.statements) {
      CHECK(s.status == Status::factual);
      CHECK(s.open == s.relation.starts_with("open:"));
      all.push_back(name_of(article.entities[s.subject].entity) + " | " + s.relation + " | " +
                    name_of(article.entities[s.object].entity) + " | " + s.sentence);
    }
  std::sort(all.begin(), all.end());
  return all;
}

const Entity& entity(const ImportedGraph& graph, const std::string& label) {
  for (const ArticleEvidence& article : graph.articles)
    for (const LocalEntity& local : article.entities)
      if (local.entity.label == label) return local.entity;
  FAIL("no " << label);
  throw 0;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a graph of networkx becomes an article of its name", "[import]") {
  const ImportedGraph graph = read("networkx.graphml");
  REQUIRE(graph.articles.size() == 1);
  CHECK(graph.articles[0].uri == "networkx.graphml");
  CHECK(statements(graph) ==
        Lines{"Ann & Sons | open:age | 41^xsd:decimal | ", "Ann & Sons | open:pays | the pilot | ",
              "Ann & Sons | open:pays | the pilot | since: 1998",
              "Ann & Sons | open:retired | True^xsd:string | ", "Ann & Sons | works_for | the pilot | ",
              "the pilot | open:linked_to | 7 | "});
  CHECK(entity(graph, "the pilot").id == "networkx.graphml#the pilot");
}

TEST_CASE("parallel edges of another program are counted", "[import]") {
  ImportedGraph imported = read("networkx.graphml");
  const KnowledgeGraph graph = assemble(std::move(imported.articles));
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph)))
    if (graph.graph[e].relation == "open:pays") CHECK(graph.graph[e].evidence.size() == 2);
}

TEST_CASE("a graph of igraph has its names, and what is undirected is read from source to target",
          "[import]") {
  CHECK(statements(read("igraph.graphml")) ==
        Lines{"Überlingen | open:first charter | 1180-03-02^xsd:date | ",
              "Überlingen | open:linked_to | Salem <Baden> | weight: 1.5"});
}

TEST_CASE("a graph of yEd has what is drawn, and its groups", "[import]") {
  CHECK(statements(read("yed.graphml")) ==
        Lines{"Ann | open:in_group | Harbour | ", "Ann | open:sells to | Bo & Co | ",
              "Bo & Co | open:linked_to | Ann | ",
              "Harbour | open:description | A port <by the sea>^xsd:string | "});
}

TEST_CASE("a graph of Gephi has its labels, classes by default, and no colours", "[import]") {
  const ImportedGraph graph = read("gephi.graphml");
  CHECK(statements(graph) == Lines{"Reederei | open:employs | Lotse | weight: 2.0"});
  CHECK(entity(graph, "Reederei").cls == cls::Organization);
  CHECK(entity(graph, "Lotse").cls == cls::Person);
}

TEST_CASE("values of nodes can be left out", "[import]") {
  CHECK(statements(read("igraph.graphml", {.base = "", .node_values = NodeValues::leave_out})).size() == 1);
}

TEST_CASE("Turtle of others becomes an article of its name", "[import]") {
  const ImportedGraph graph = read("foreign.ttl");
  REQUIRE(graph.articles.size() == 1);
  CHECK(statements(graph) == Lines{"Ann of the Sea | open:age | 41^xsd:decimal | ",
                                   "Ann of the Sea | open:born | 1980-02-03^xsd:date | ",
                                   "Ann of the Sea | open:knows | bo | ",
                                   "Ann of the Sea | open:knows | somebody | ",
                                   "Ann of the Sea | open:motto | salt \"&\" <wind>\n^xsd:string | ",
                                   "Ann of the Sea | works_for | São | "});
  const Entity& ann = entity(graph, "Ann of the Sea");
  CHECK(ann.id == "http://ex.example/thing/ann");
  CHECK(ann.cls == cls::Person);
  CHECK(ann.wikidata == "Q42");
  CHECK(ann.aliases == Lines{"Ann vom Meer"});
}

TEST_CASE("named graphs of others become articles", "[import]") {
  const std::string quads =
      "<http://e/a> <http://e/likes> <http://e/b> <http://e/g1> .\n"
      "<http://e/a> <http://e/likes> <http://e/b> <http://e/g2> .\n"
      "<http://e/a> <http://e/likes> <http://e/b> .\n"
      "<http://e/b> <http://e/likes> <http://e/a> .\n";
  const ImportedGraph graph =
      import_graph(quads, "in.nq", GraphSyntax::nquads, news(), {}, [](const Diagnostic&) {});
  Lines articles;
  for (const ArticleEvidence& article : graph.articles) {
    articles.push_back(article.uri);
    CHECK(article.statements.size() == 1);
  }
  CHECK(articles == Lines{"http://e/g1", "http://e/g2", "in.nq"});
}

TEST_CASE("nodes of one name in a file stay as many as they are", "[import]") {
  const std::string graphml =
      "<graphml><key id='l' for='node' attr.name='label'/><key id='c' for='node' attr.name='class'/><graph>"
      "<node id='1'><data key='l'>John Smith</data><data key='c'>Person</data></node>"
      "<node id='2'><data key='l'>John Smith</data><data key='c'>Person</data></node></graph></graphml>";
  ImportedGraph imported =
      import_graph(graphml, "g", GraphSyntax::graphml, news(), {}, [](const Diagnostic&) {});
  AssembleOptions options;
  options.decisions = imported.decisions;
  CHECK(boost::num_vertices(assemble(std::move(imported.articles), options).graph) == 2);
}

TEST_CASE("what relata wrote is known again when igraph or Gephi have rewritten it", "[import]") {
  // igraph numbers the nodes anew and keeps their ids as a value; whole numbers become `1` or `1.0`.
  const std::string graphml =
      "<graphml><key id='v_label' for='node' attr.name='label'/><key id='v_class' for='node' "
      "attr.name='class'/>"
      "<key id='v_mentions' for='node' attr.name='mentions' attr.type='double'/><key id='v_id' for='node' "
      "attr.name='id'/>"
      "<key id='e_relation' for='edge' attr.name='relation'/><key id='e_status' for='edge' "
      "attr.name='status'/>"
      "<key id='e_weight' for='edge' attr.name='weight' attr.type='double'/><key id='e_articles' for='edge' "
      "attr.name='articles'/>"
      "<key id='e_confidence' for='edge' attr.name='confidence' attr.type='double'/>"
      "<key id='e_verdict' for='edge' attr.name='verdict'/><key id='e_id' for='edge' attr.name='id'/>"
      "<graph edgedefault='directed'>"
      "<node id='n0'><data key='v_label'>Jane Doe</data><data key='v_class'>Person</data><data "
      "key='v_mentions'>2.0</data>"
      "<data key='v_id'>Person:jane doe</data></node>"
      "<node id='n1'><data key='v_label'>2018-10-20</data><data key='v_class'>Date</data><data "
      "key='v_mentions'>0</data>"
      "<data key='v_id'>literal:xsd:date:2018-10-20</data></node>"
      "<edge source='n0' target='n1'><data key='e_relation'>born_in</data><data key='e_status'>denied</data>"
      "<data key='e_weight'>2.0</data><data key='e_articles'>a.txt|b.txt</data><data "
      "key='e_confidence'>1</data>"
      "<data key='e_verdict'>confirmed</data><data key='e_id'>n0</data></edge></graph></graphml>";
  ImportedGraph imported = import_graph(graphml, "g", GraphSyntax::graphml, news(), {},
                                        [](const Diagnostic& d) { FAIL(to_string(d)); });
  CHECK(imported.articles.size() == 2);
  CHECK(imported.graphs.empty());
  AssembleOptions options;
  options.decisions = imported.decisions;
  const KnowledgeGraph graph = assemble(std::move(imported.articles), options);
  REQUIRE(boost::num_edges(graph.graph) == 1);
  const EdgeProperties& edge = graph.graph[*boost::edges(graph.graph).first];
  CHECK(edge.evidence.size() == 2);
  CHECK(edge.status == Status::denied);
  CHECK(edge.confirmed);
  CHECK(imported.decisions.verdicts().begin()->first == edge.id);
  CHECK(graph.graph[0].id == "Person:jane doe");
  CHECK(graph.graph[0].mentions == 2);
  CHECK(graph.graph[1].datatype == "xsd:date");
}
