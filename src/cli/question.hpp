// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "relata/query.hpp"

namespace relata::cli {

using Json = nlohmann::ordered_json;

/// Options and wording that all questions to a graph share.
struct Question {
  std::string store;
  bool json = false;
  std::vector<std::string> statuses;
  EdgeFilter filter;

  void declare_store(CLI::App& app);
  void declare_filter(CLI::App& app);

  /// The graph of the store's evidence. Faults of records are reported.
  KnowledgeGraph load(Failures& failures);
};

/// The node that a name means. Throws Error that lists what it may mean where that is not one.
NodeIndex named(const KnowledgeGraph& graph, const std::string& name);

/// `Vladimir Putin`, and for literals the value.
std::string name_of(const KnowledgeGraph& graph, NodeIndex node);
/// `Georgia -- accused --> Russia`, with the status where it is not a fact.
std::string words_of(const KnowledgeGraph& graph, EdgeIndex edge);
/// The first sentence of an edge that is surest, on one line.
const Evidence& surest(const EdgeProperties& edge);
/// Text without line breaks, and without controls that a terminal might obey or that turn its direction.
std::string one_line(std::string_view text);

Json node_json(const KnowledgeGraph& graph, NodeIndex node);
Json evidence_json(const KnowledgeGraph& graph, const Evidence& evidence);
enum class Sentences : std::uint8_t { all, surest };
Json edge_json(const KnowledgeGraph& graph, EdgeIndex edge, Sentences sentences);

/// Columns as wide as their widest cell, two blanks between; `-` where there is nothing.
class Table {
 public:
  explicit Table(std::vector<std::string> head) { rows_.push_back(std::move(head)); }
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// One JSON record as a line on standard output.
void write_json(const Json& record);

}  // namespace relata::cli
