// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "relata/serialize.hpp"
#include "relata/viewer.hpp"

namespace relata::cli {

/// A form a graph can be written in.
struct GraphFormat {
  std::string name;         ///< as --format takes it
  std::string file;         ///< the file's name inside a folder
  std::string description;  ///< what opens it
  bool of_graph;            ///< false: of the schema alone, written where --ontology asks for it
};

/// All graph formats, in the order in which they are written.
std::span<const GraphFormat> graph_formats();

/// The names, for --format's choices.
std::vector<std::string> graph_format_names();

/// What an export is made of.
struct GraphExport {
  const std::vector<ArticleEvidence>& evidence;  ///< normalized, by address
  const Decisions& decisions;
  const KnowledgeGraph& graph;
  const Schema& schema;
  SerializeOptions options;

  /// layout() of the graph: worked out once for all forms that have places.
  const std::vector<Position>& places() const;

  mutable std::vector<Position> known_places = {};
};

/// Writes one form to a stream. Throws Error when the stream fails.
void write_graph(std::ostream& out, const GraphExport& graph, const std::string& format);

/// Whether this build can write a form: the page needs the viewer.
bool can_write(const GraphFormat& format);

/// Says on standard error which forms a folder is left without.
void note_left_out();

/// Writes the page and says on standard error where it does not hold the whole graph.
void write_page(std::ostream& out, const GraphExport& graph, const ViewerOptions& options);

/// Writes one form to a file, whole or not at all.
void write_graph_file(const std::filesystem::path& file, const GraphExport& graph, const std::string& format);

/// Options of every command that writes graphs.
struct GraphOptions {
  AssembleOptions assemble;
  SerializeOptions serialize;
  std::vector<std::string> statuses;
  bool no_aggregate = false;

  void declare(CLI::App& app);
  /// Only those of which edges are written.
  void declare_selection(CLI::App& app);
  /// The options as assemble() takes them, with what users decided.
  AssembleOptions assemble_options(const Decisions& decisions) const;
  /// Whether the graph is the one that questions are asked of.
  bool whole() const;
};

}  // namespace relata::cli
