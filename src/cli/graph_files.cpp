// SPDX-License-Identifier: MIT
#include "cli/graph_files.hpp"

#include <fmt/core.h>

#include <array>
#include <iostream>
#include <map>

#include "cli/whole_file.hpp"
#include "relata/records.hpp"
#include "relata/store.hpp"

namespace relata::cli {
namespace fs = std::filesystem;

namespace {
const std::array<GraphFormat, 20> formats = {{
    {"jsonl", "graph.jsonl", "statements and entities with their sentences, one JSON object a line", true},
    {"graphml", "graph.graphml", "property graph: Gephi, Cytoscape, yEd, networkx, igraph", true},
    {"gexf", "graph.gexf", "property graph with colours, sizes, places and days: Gephi, networkx", true},
    {"ttl", "graph.ttl", "RDF 1.1 Turtle: any SPARQL store", true},
    {"nt", "graph.nt", "RDF 1.1 N-Triples: any SPARQL store, line tools", true},
    {"nq", "graph.nq", "RDF 1.1 N-Quads, a named graph per article", true},
    {"trig", "graph.trig", "RDF 1.1 TriG, a named graph per article", true},
    {"jsonld", "graph.jsonld", "JSON-LD 1.1: programs that read RDF or JSON", true},
    {"nodes.csv", "nodes.csv", "node table: Gephi, spreadsheets", true},
    {"edges.csv", "edges.csv", "edge table: Gephi, spreadsheets", true},
    {"neo4j-nodes", "neo4j/nodes.csv", "node table for neo4j-admin database import", true},
    {"neo4j-edges", "neo4j/edges.csv", "relationship table for neo4j-admin database import", true},
    {"cypher", "graph.cypher", "Cypher script: adds the graph to a Neo4j database", true},
    {"dot", "graph.dot", "Graphviz", true},
    {"graphology", "graph.graphology.json", "JSON of graphology: Gephi Lite, sigma.js", true},
    {"cytoscape", "graph.cyjs", "JSON of Cytoscape and Cytoscape.js", true},
    {"ontology", "ontology.ttl", "the schema as an OWL ontology", false},
    {"shapes", "shapes.ttl", "the schema's SHACL shapes, which the RDF forms satisfy", false},
    {"html", "graph.html", "the graph to look at, search and filter: any browser, offline", true},
    {"relata", "graph.relata", "store of the evidence: relata's other commands, any SQLite program", true},
}};

using GraphWriter = void (*)(std::ostream&, const KnowledgeGraph&);
using RdfWriter = void (*)(std::ostream&, const KnowledgeGraph&, const Schema&, const SerializeOptions&);
using SchemaWriter = void (*)(std::ostream&, const Schema&, const SerializeOptions&);

template <typename Writer>
struct Named {
  std::string_view format;
  Writer write;
};

constexpr Named<GraphWriter> graph_writers[] = {
    {"graphml", write_graphml},
    {"nodes.csv", write_nodes_csv},
    {"edges.csv", write_edges_csv},
    {"neo4j-nodes", write_neo4j_nodes},
    {"neo4j-edges", write_neo4j_edges},
    {"cypher", write_cypher},
    {"dot", write_dot},
    {"graphology", write_graphology},
    {"cytoscape", write_cytoscape},
};
constexpr Named<RdfWriter> rdf_writers[] = {
    {"ttl", write_turtle}, {"nt", write_ntriples},   {"nq", write_nquads},
    {"trig", write_trig},  {"jsonld", write_jsonld},
};
constexpr Named<SchemaWriter> schema_writers[] = {{"ontology", write_ontology}, {"shapes", write_shapes}};

/// The writer of a format, or nullptr.
template <typename Writer, std::size_t count>
Writer find_writer(const Named<Writer> (&writers)[count], std::string_view format) {
  for (const Named<Writer>& each : writers)
    if (each.format == format) return each.write;
  return nullptr;
}
}  // namespace

std::span<const GraphFormat> graph_formats() {
  return formats;
}

std::vector<std::string> graph_format_names() {
  std::vector<std::string> names;
  for (const GraphFormat& format : formats) names.push_back(format.name);
  return names;
}

void write_graph(std::ostream& out, const GraphExport& graph, const std::string& format) {
  if (format == "gexf") {
    write_gexf(out, graph.graph, graph.places());
  } else if (const GraphWriter write = find_writer(graph_writers, format)) {
    write(out, graph.graph);
  } else if (const RdfWriter write_rdf = find_writer(rdf_writers, format)) {
    write_rdf(out, graph.graph, graph.schema, graph.options);
  } else if (const SchemaWriter write_schema = find_writer(schema_writers, format)) {
    write_schema(out, graph.schema, graph.options);
  } else if (format == "jsonl") {
    std::string lines;
    for (const ArticleEvidence& article : graph.evidence) {
      lines.clear();
      write_evidence(lines, article);
      out << lines;
    }
    lines.clear();
    write_decisions(lines, graph.decisions);
    out << lines;
  } else if (format == "html") {
    write_page(out, graph, {});
  } else if (format == "relata") {
    throw Error("a store is a file: it cannot be written to standard output");
  } else {
    throw Error(format + ": no such graph format");
  }
}

bool can_write(const GraphFormat& format) {
  return format.name != "html" || has_viewer();
}

const std::vector<Position>& GraphExport::places() const {
  if (known_places.empty()) known_places = layout(graph);
  return known_places;
}

void note_left_out() {
  for (const GraphFormat& format : formats)
    if (!can_write(format))
      std::cerr << fmt::format("relata: no {}: this relata was built without the viewer\n", format.file);
}

void write_page(std::ostream& out, const GraphExport& graph, const ViewerOptions& options) {
  ViewerOptions page = options;
  if (boost::num_edges(graph.graph.graph) <= options.max_edges) page.places = graph.places();
  const ViewerPart part = write_viewer(out, graph.graph, graph.evidence, graph.schema, page);
  if (part.whole) return;
  std::cerr << fmt::format(
      "relata: the page holds the {} highest ranked of {} nodes and the {} of {} edges that are among them; "
      "`relata view --max-edges N` makes larger pages\n",
      part.nodes, boost::num_vertices(graph.graph.graph), part.edges, boost::num_edges(graph.graph.graph));
}

void write_graph_file(const fs::path& file, const GraphExport& graph, const std::string& format) {
  if (format == "relata") {
    write_store(file, [&](Store& store) {
      for (const ArticleEvidence& article : graph.evidence) store.put(ArticleEvidence(article));
      store.keep(graph.decisions);
    });
    return;
  }
  write_whole_file(file, [&](std::ostream& out) { write_graph(out, graph, format); });
}

void GraphOptions::declare_selection(CLI::App& app) {
  app.add_option("--min-confidence", assemble.min_confidence, "Leave out edges below this")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--status", statuses, "Keep these only")
      ->type_name("LIST")
      ->delimiter(',')
      ->check(CLI::IsMember({"factual", "planned", "hypothetical", "reported", "denied"}));
  app.add_flag("--schema-only", assemble.schema_only,
               "Leave out open relations, those that the schema does not name");
}

void GraphOptions::declare(CLI::App& app) {
  declare_selection(app);
  app.add_flag("--no-aggregate", no_aggregate, "An edge per sentence instead of one per statement");
  app.add_option("--base", serialize.base, "Base of minted IRIs")->type_name("IRI")->capture_default_str();
  app.add_flag(
      "--ontology", serialize.ontology,
      "The schema as an ontology: in a folder as files of their own (ontology.ttl, shapes.ttl), else "
      "within the RDF form");
  app.add_option(
         "--provenance", serialize.provenance,
         "RDF: where sentences are told: nodes (a node per statement), graphs (JSON-LD gets a named "
         "graph per article, as TriG and N-Quads always have), rdf12 (the node reifies a triple term)")
      ->type_name("P")
      ->transform(CLI::CheckedTransformer(std::map<std::string, Provenance>{
          {"nodes", Provenance::nodes}, {"graphs", Provenance::graphs}, {"rdf12", Provenance::rdf12}}));
}

AssembleOptions GraphOptions::assemble_options(const Decisions& decisions) const {
  AssembleOptions options = assemble;
  options.decisions = decisions;
  options.aggregate = !no_aggregate;
  for (const std::string& name : statuses) options.statuses.push_back(*parse_status(name));
  return options;
}

bool GraphOptions::whole() const {
  return !no_aggregate && statuses.empty() && !assemble.schema_only && assemble.min_confidence == 0;
}

}  // namespace relata::cli
