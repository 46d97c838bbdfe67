// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "relata/assemble.hpp"
#include "relata/layout.hpp"
#include "relata/rdf_stream.hpp"
#include "relata/schema.hpp"

namespace relata {

struct SerializeOptions {
  std::string base = "http://relata.example/";  ///< base of minted IRIs
  bool ontology = false;                        ///< RDF: write the schema's classes and properties as well
  Provenance provenance = Provenance::nodes;    ///< RDF: where sentences and articles are told
};

// All writers stream: their memory does not grow with the length of what they write. All throw Error when the
// stream fails.

/// GraphML 1.0 as Gephi, networkx, igraph and others read it.
void write_graphml(std::ostream& out, const KnowledgeGraph& graph);

/// GEXF 1.3 for Gephi: colours by class, sizes by PageRank, places by layout(), and a timestamp for every day
/// that an edge's sentences speak of, else on which they were published. `places`: layout(graph), where the
/// caller has it already.
void write_gexf(std::ostream& out, const KnowledgeGraph& graph, std::span<const Position> places = {});

/// Gephi's node and edge tables (RFC 4180): lists joined with `|`, no backslashes, no cell that runs as a
/// formula.
void write_nodes_csv(std::ostream& out, const KnowledgeGraph& graph);
void write_edges_csv(std::ostream& out, const KnowledgeGraph& graph);

/// Tables for `neo4j-admin database import`.
void write_neo4j_nodes(std::ostream& out, const KnowledgeGraph& graph);
void write_neo4j_edges(std::ostream& out, const KnowledgeGraph& graph);
/// Statements of Cypher that build the graph in a Neo4j database, or add it to one; running them again
/// changes nothing.
void write_cypher(std::ostream& out, const KnowledgeGraph& graph);

/// The DOT language of Graphviz; what is no fact is dashed, dotted or red.
void write_dot(std::ostream& out, const KnowledgeGraph& graph);

/// JSON that graphology imports (`Graph.from`), and JSON for Cytoscape.js and Cytoscape.
void write_graphology(std::ostream& out, const KnowledgeGraph& graph);
void write_cytoscape(std::ostream& out, const KnowledgeGraph& graph);

// The graph's triples (stream_rdf) in the syntaxes of RDF 1.1. TriG and N-Quads have a named graph per
// article, JSON-LD has them where `provenance` asks for them.
void write_turtle(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options = {});
void write_trig(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                const SerializeOptions& options = {});
void write_ntriples(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                    const SerializeOptions& options = {});
void write_nquads(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options = {});
void write_jsonld(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options = {});

/// The schema as an ontology (stream_ontology), in Turtle.
void write_ontology(std::ostream& out, const Schema& schema, const SerializeOptions& options = {});
/// SHACL shapes that exports satisfy: what statements, sentences and entities have, and the classes at the
/// ends of each relation; in Turtle.
void write_shapes(std::ostream& out, const Schema& schema, const SerializeOptions& options = {});

}  // namespace relata
