// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/input_text.hpp"

namespace relata::importing {

/// A name that a GraphML file declares for values of its nodes or edges.
struct GraphmlKey {
  std::size_t number = 0;  ///< among the file's keys
  std::string id;
  std::string name;  ///< `attr.name`; where there is none, the id
  bool of_nodes = false, of_edges = false;
  bool graphics = false;  ///< holds elements of another vocabulary (yEd: shapes with labels)
  bool has_default = false;
  std::string default_value;
};

/// A node or edge as the file has it. Its texts are views that the sink has to copy if it keeps them.
struct GraphmlElement {
  std::string_view id;
  std::string_view source, target;  ///< of an edge: ids of nodes
  std::string_view label;           ///< XML attribute `label` of an edge, or the text yEd draws
  std::string_view parent;          ///< of a node: id of the node whose nested graph it stands in
  std::size_t offset = 0;           ///< byte at which the element begins
  std::size_t end = 0;              ///< byte past the element
  std::vector<std::pair<const GraphmlKey*, std::string_view>> values;  ///< in order; then those by default
  std::size_t given = 0;  ///< how many of them are the element's own
};

/// Takes a file's nodes and edges, in the order in which they end.
class GraphmlSink {
 public:
  virtual ~GraphmlSink() = default;
  /// All keys, before the first node or edge.
  virtual void keys(const std::deque<GraphmlKey>& keys) = 0;
  virtual void node(const GraphmlElement& node) = 0;
  virtual void edge(const GraphmlElement& edge) = 0;
  /// A hyperedge, which is no edge between two.
  virtual void hyperedge() = 0;
};

/// Reads GraphML 1.0 (graphml.graphdrawing.org) as programs write it: nested graphs, default values, keys for
/// all elements, yEd's drawn labels. Ports are passed over. Throws Error with place and fault.
void read_graphml(const InputText& input, GraphmlSink& sink);

}  // namespace relata::importing
