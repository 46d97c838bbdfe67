// SPDX-License-Identifier: MIT
#include "cli/graph_files.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "relata/records.hpp"
#include "relata/store.hpp"

namespace relata::cli {
namespace fs = std::filesystem;

namespace {
const std::array<GraphFormat, 6> formats = {{
    {"jsonl", "graph.jsonl", "statements and entities with their sentences, one JSON object a line"},
    {"graphml", "graph.graphml", "property graph: Gephi, Cytoscape, yEd, networkx, igraph"},
    {"ttl", "graph.ttl", "RDF 1.1 Turtle: any SPARQL store"},
    {"nodes.csv", "nodes.csv", "node table: Gephi, spreadsheets"},
    {"edges.csv", "edges.csv", "edge table: Gephi, spreadsheets"},
    {"relata", "graph.relata", "store of the evidence: relata's other commands, any SQLite program"},
}};
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
  if (format == "graphml") {
    write_graphml(out, graph.graph);
  } else if (format == "ttl") {
    write_turtle(out, graph.graph, graph.schema, graph.options);
  } else if (format == "nodes.csv") {
    write_nodes_csv(out, graph.graph);
  } else if (format == "edges.csv") {
    write_edges_csv(out, graph.graph);
  } else if (format == "jsonl") {
    std::string lines;
    for (const ArticleEvidence& article : graph.evidence) {
      lines.clear();
      write_evidence(lines, article);
      out << lines;
    }
  } else if (format == "relata") {
    throw Error("a store is a file: it cannot be written to standard output");
  } else {
    throw Error(format + ": no such graph format");
  }
}

void write_graph_file(const fs::path& file, const GraphExport& graph, const std::string& format) {
  if (format == "relata") {
    write_store(file, [&](Store& store) {
      for (const ArticleEvidence& article : graph.evidence) store.put(ArticleEvidence(article));
    });
    return;
  }
  const fs::path part = file.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    if (!out) throw Error(part.string() + ": cannot be written: " + std::strerror(errno));
    write_graph(out, graph, format);
    out.close();
    if (!out) throw Error(part.string() + ": writing failed: " + std::strerror(errno));
  }
  std::error_code failed;
  fs::rename(part, file, failed);
  if (failed) throw Error(file.string() + ": cannot be replaced: " + failed.message());
}

void GraphOptions::declare(CLI::App& app) {
  app.add_option("--min-confidence", assemble.min_confidence, "Leave out edges below this")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--status", statuses, "Keep these only")
      ->type_name("LIST")
      ->delimiter(',')
      ->check(CLI::IsMember({"factual", "planned", "hypothetical", "reported", "denied"}));
  app.add_flag("--schema-only", assemble.schema_only,
               "Leave out open relations, those that the schema does not name");
  app.add_flag("--no-aggregate", no_aggregate, "An edge per sentence instead of one per statement");
  app.add_option("--base", serialize.base, "Base of minted IRIs")->type_name("IRI")->capture_default_str();
  app.add_flag("--ontology", serialize.ontology, "RDF: write the schema's classes and properties too");
}

AssembleOptions GraphOptions::assemble_options() const {
  AssembleOptions options = assemble;
  options.aggregate = !no_aggregate;
  for (const std::string& name : statuses) options.statuses.push_back(*parse_status(name));
  return options;
}

}  // namespace relata::cli
