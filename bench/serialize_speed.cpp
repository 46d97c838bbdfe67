// SPDX-License-Identifier: MIT
// How fast each form of a graph is written: a graph of made-up nodes and edges, each form to a stream that
// counts. "boost" is Boost's own writer of GraphML with the same labels, relations, confidences and
// sentences.
//   serialize_speed [NODES [EDGES [FOLDER]]]     FOLDER: write the files there instead, for other programs to
//   read
#include <fmt/core.h>

#include <boost/graph/graphml.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <streambuf>
#include <string>

#include "bench/cpu_seconds.hpp"
#include "relata/layout.hpp"
#include "relata/resources.hpp"
#include "relata/serialize.hpp"

using namespace relata;

namespace {

/// Takes everything and keeps nothing.
class CountingBuffer : public std::streambuf {
 public:
  std::size_t bytes = 0;

 protected:
  std::streamsize xsputn(const char*, std::streamsize n) override {
    bytes += static_cast<std::size_t>(n);
    return n;
  }
  int overflow(int c) override {
    ++bytes;
    return c;
  }
};

class CountingSink : public RdfSink {
 public:
  std::size_t triples = 0;
  void triple(const RdfTerm&, const RdfTerm&, const RdfTerm&) override { ++triples; }
  void reifies(const RdfTerm&, const RdfTerm&, const RdfTerm&, const RdfTerm&) override { ++triples; }
  void graph(const RdfTerm*) override {}
};

KnowledgeGraph make_graph(std::size_t nodes, std::size_t edges) {
  KnowledgeGraph graph;
  const char* relations[] = {"met_with", "supports", "criticized", "visited",
                             "urged",    "accused",  "told",       "wrote_to"};
  for (std::size_t i = 0; i < 1000; ++i)
    graph.articles.push_back({fmt::format("{:032x}", i), fmt::format("news/{:04}.txt", i),
                              fmt::format("Article {}", i),
                              fmt::format("2020-{:02}-{:02}", 1 + i % 12, 1 + i % 28)});
  for (std::size_t i = 0; i < nodes; ++i) {
    NodeProperties node;
    node.label = fmt::format("Person Number {}", i);
    node.id = fmt::format("Person:person number {:06}", i);
    node.cls = cls::Person;
    node.mentions = 1 + i % 7;
    node.aliases = {fmt::format("Number {}", i)};
    boost::add_vertex(std::move(node), graph.graph);
  }
  for (std::size_t i = 0; i < edges; ++i) {
    const std::size_t from = i * nodes / edges, to = (i * 7919 + i / 3) % nodes;
    EdgeProperties edge;
    edge.relation = relations[i % 8];
    edge.id = fmt::format("e{:032x}", i * 0x9E3779B97F4A7C15u);
    edge.status = i % 10 == 0 ? Status::planned : Status::factual;
    edge.confidence = 0.8;
    Evidence evidence;
    evidence.article = static_cast<std::uint32_t>(i % 1000);
    evidence.sentence = fmt::format("Person Number {} met Person Number {} on Monday.", from, to);
    evidence.span = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 50)};
    edge.evidence.push_back(std::move(evidence));
    boost::add_edge(from, to, std::move(edge), graph.graph);
  }
  return graph;
}

void write_with_boost(std::ostream& out, KnowledgeGraph& graph) {
  using Edge = KnowledgeGraph::Graph::edge_descriptor;
  KnowledgeGraph::Graph& g = graph.graph;
  boost::dynamic_properties properties;
  properties.property("n_id", boost::get(&NodeProperties::id, g));
  properties.property("n_label", boost::get(&NodeProperties::label, g));
  properties.property("n_mentions", boost::get(&NodeProperties::mentions, g));
  properties.property("e_id", boost::get(&EdgeProperties::id, g));
  properties.property("e_relation", boost::get(&EdgeProperties::relation, g));
  properties.property("e_confidence", boost::get(&EdgeProperties::confidence, g));
  properties.property("e_sentence", boost::make_function_property_map<Edge, std::string>(
                                        [&g](Edge e) { return g[e].evidence.front().sentence; }));
  boost::write_graphml(out, g, properties);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t nodes = argc > 1 ? std::stoul(argv[1]) : 100'000;
  const std::size_t edges = argc > 2 ? std::stoul(argv[2]) : 1'000'000;
  KnowledgeGraph graph = make_graph(nodes, edges);
  const Schema schema = load_schema(find_resource("graph_schemas/news.xml"), [](const Diagnostic&) {});
  CountingSink counted;
  stream_rdf(graph, schema, {}, counted);
  fmt::print("{} nodes, {} edges, {} triples\n", nodes, edges, counted.triples);

  // Where the nodes lie is worked out once for all forms, and told apart.
  const double before_layout = cpu_seconds();
  const std::vector<Position> places = layout(graph);
  fmt::print("places of nodes: {:.2f} s\n", cpu_seconds() - before_layout);
  const SerializeOptions options;
  using Write = std::function<void(std::ostream&)>;
  struct Form {
    const char* name;
    Write write;
    bool rdf;
  };
  const Form forms[] = {
      {"graphml", [&](std::ostream& out) { write_graphml(out, graph); }, false},
      {"boost", [&](std::ostream& out) { write_with_boost(out, graph); }, false},
      {"gexf", [&](std::ostream& out) { write_gexf(out, graph, places); }, false},
      {"edges.csv", [&](std::ostream& out) { write_edges_csv(out, graph); }, false},
      {"cypher", [&](std::ostream& out) { write_cypher(out, graph); }, false},
      {"dot", [&](std::ostream& out) { write_dot(out, graph); }, false},
      {"cyjs", [&](std::ostream& out) { write_cytoscape(out, graph); }, false},
      {"ttl", [&](std::ostream& out) { write_turtle(out, graph, schema, options); }, true},
      {"nt", [&](std::ostream& out) { write_ntriples(out, graph, schema, options); }, true},
      {"trig", [&](std::ostream& out) { write_trig(out, graph, schema, options); }, true},
      {"nq", [&](std::ostream& out) { write_nquads(out, graph, schema, options); }, true},
      {"jsonld", [&](std::ostream& out) { write_jsonld(out, graph, schema, options); }, true},
  };
  fmt::print("{:10} {:>9} {:>9} {:>9} {:>20}\n", "form", "MB", "CPU s", "MB/s", "million triples/s");
  for (const Form& form : forms) {
    if (argc > 3) {
      std::ofstream out(std::filesystem::path(argv[3]) / (std::string("graph.") + form.name),
                        std::ios::binary);
      form.write(out);
      continue;
    }
    CountingBuffer buffer;
    std::ostream out(&buffer);
    const double before = cpu_seconds();
    form.write(out);
    const double seconds = cpu_seconds() - before, megabytes = static_cast<double>(buffer.bytes) * 1e-6;
    fmt::print("{:10} {:9.1f} {:9.2f} {:9.0f}", form.name, megabytes, seconds, megabytes / seconds);
    if (form.rdf) fmt::print(" {:20.2f}", static_cast<double>(counted.triples) * 1e-6 / seconds);
    fmt::print("\n");
  }
}
