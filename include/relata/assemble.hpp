// SPDX-License-Identifier: MIT
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "relata/evidence.hpp"

namespace relata {

/// A node: one real thing over all articles.
struct NodeProperties {
  std::string id;
  std::string label;
  Label cls;
  std::string wikidata;
  std::vector<std::string> aliases;  ///< sorted
  std::uint64_t mentions = 0;        ///< over all articles
  std::string datatype;              ///< literals only
  std::string value;                 ///< literals only
};

/// One sentence behind an edge.
struct Evidence {
  std::string article_id, uri, title, published;
  std::string sentence;
  CharSpan span;
  double confidence = 0;
  std::string source_id;     ///< node id of who says so; empty: see source_label
  std::string source_label;  ///< empty: the article itself
  std::optional<StatementTime> time;
  std::string frame;
};

/// An edge: one (subject, relation, object, status) with all its evidence.
struct EdgeProperties {
  std::string id;  ///< unique in the graph, stable: a hash of subject, relation, object and status
  std::string relation;
  bool open = false;
  Status status = Status::factual;
  double confidence = 0;           ///< noisy-or over distinct sentences, at most 0.99
  std::vector<Evidence> evidence;  ///< sorted by uri, then place
};

/// The assembled graph. Vertices are sorted by node id, edges by (subject, relation, object, status), so that equal
/// sets of evidence give equal graphs.
struct KnowledgeGraph {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, NodeProperties, EdgeProperties>;
  Graph graph;
};

struct AssembleOptions {
  double min_confidence = 0;
  bool schema_only = false;       ///< leave open relations out
  bool aggregate = true;          ///< false: an edge per sentence
  std::vector<Status> statuses;   ///< empty: all
};

/// The graph of a set of articles' evidence: a pure function of the set, whatever its order. Of two versions of one
/// uri the later `published`, then the greater id, counts.
KnowledgeGraph assemble(std::vector<ArticleEvidence> evidence, const AssembleOptions& options = {});

}  // namespace relata
