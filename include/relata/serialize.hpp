// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "relata/assemble.hpp"
#include "relata/schema.hpp"

namespace relata {

struct SerializeOptions {
  std::string base = "http://relata.example/";  ///< base of minted IRIs
  bool ontology = false;                        ///< RDF: write the schema's classes and properties as well
};

/// GraphML 1.0 as Gephi, networkx, igraph and others read it. Streams: memory does not grow with the graph.
/// Throws Error when the stream fails.
void write_graphml(std::ostream& out, const KnowledgeGraph& graph);

/// Turtle 1.1: typed and labelled entities, a plain triple per factual statement, a statement node with
/// provenance per statement. Throws Error when the stream fails.
void write_turtle(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options = {});

/// Gephi's node and edge tables (RFC 4180): lists joined with `|`, no backslashes, no cell that runs as a
/// formula. Throws Error when the stream fails.
void write_nodes_csv(std::ostream& out, const KnowledgeGraph& graph);
void write_edges_csv(std::ostream& out, const KnowledgeGraph& graph);

/// What a GraphML file holds, as written by write_graphml: nodes, and edges with their aggregated attributes.
struct GraphmlContent {
  struct Node {
    std::string id, label, cls, wikidata, aliases;
    std::uint64_t mentions = 0;
    friend bool operator==(const Node&, const Node&) = default;
  };
  struct Edge {
    std::string id, source, target, kind, relation, status;
    std::uint64_t weight = 0;
    double confidence = 0;
    std::string first, last, articles, said_by, sentence;
    friend bool operator==(const Edge&, const Edge&) = default;
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  friend bool operator==(const GraphmlContent&, const GraphmlContent&) = default;
};

/// The attributes of a graph as GraphML shows them.
GraphmlContent graphml_content(const KnowledgeGraph& graph);
/// Reads a GraphML file of write_graphml back. Throws Error naming file and fault.
GraphmlContent read_graphml(const std::filesystem::path& file);

}  // namespace relata
