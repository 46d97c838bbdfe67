// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "relata/decisions.hpp"
#include "relata/error.hpp"
#include "relata/evidence.hpp"
#include "relata/schema.hpp"

namespace relata {

/// Forms of graphs that are read.
enum class GraphSyntax : std::uint8_t { graphml, turtle, ntriples, nquads, trig };

/// The syntax that a file's name asks for (`.graphml`, `.ttl`, …).
std::optional<GraphSyntax> graph_syntax_of(std::string_view file_name);

/// Whether values of nodes that relata has no place for become statements with a literal object.
enum class NodeValues : std::uint8_t { keep, leave_out };

struct ImportOptions {
  /// Of IRIs that relata minted; empty: found in the file by relata's vocabulary, else the default.
  std::string base;
  NodeValues node_values = NodeValues::keep;
};

/// What a file says, as evidence.
struct ImportedGraph {
  std::vector<ArticleEvidence> articles;
  /// Addresses of the articles that are a graph themselves, the file's or a named one: what it says now takes
  /// the place of what it said when it was imported before.
  std::set<std::string> graphs;
  /// Statements that the file marks as confirmed by a user, and which nodes are not one though their names
  /// would make them one.
  Decisions decisions;
};

/// Reads a graph back. What relata wrote gives the articles, entities and statements that it tells of; any
/// other graph one article whose uri is `name`, with every edge or triple as a factual statement in it, under
/// the schema's relation of that name, else as an open one (docs/import.md has the whole). What is left out
/// goes to `sink` as a warning. Throws Error with `name`, line and fault where the bytes are no such graph.
ImportedGraph import_graph(std::string_view bytes, const std::string& name, GraphSyntax syntax,
                           const Schema& schema, const ImportOptions& options, const DiagnosticSink& sink);

}  // namespace relata
