// SPDX-License-Identifier: MIT
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "relata/decisions.hpp"
#include "relata/evidence.hpp"

namespace relata {

/// A node: one real thing over all articles, or a literal.
struct NodeProperties {
  std::string id;  ///< that of the entity; literals: `literal:`, datatype and value
  std::string label;
  Label cls;
  std::string wikidata;
  std::vector<std::string> aliases;  ///< sorted, without the label
  std::uint64_t mentions = 0;        ///< over all articles
  std::string datatype;              ///< literals only
  std::string value;                 ///< literals only

  bool is_literal() const { return !datatype.empty(); }
};

/// An article that evidence comes from.
struct SourceArticle {
  std::string id, uri, title, published;
};

/// Its uri, or its id where it has none.
inline const std::string& address_of(const SourceArticle& article) {
  return article.uri.empty() ? article.id : article.uri;
}

/// One sentence behind an edge.
struct Evidence {
  std::uint32_t article = 0;  ///< index in KnowledgeGraph::articles
  std::string sentence;
  CharSpan span;
  double confidence = 0;
  std::string source_id;     ///< node id of who says so; empty: see source_label
  std::string source_label;  ///< name of who says so; empty: the article itself
  std::optional<StatementTime> time;
  std::string frame;
};

/// An edge: one (subject, relation, object, status) with all its evidence.
struct EdgeProperties {
  std::string id;  ///< unique in the graph, stable: a hash of subject, relation, object and status
  std::string relation;
  bool open = false;
  Status status = Status::factual;
  double confidence = 0;   ///< noisy-or over distinct sentences, at most 0.99; 1 where a user confirmed it
  bool confirmed = false;  ///< by a user
  std::vector<Evidence> evidence;  ///< sorted by article, then place
};

/// The assembled graph. Vertices are sorted by node id, edges by (subject, relation, object, status), so that
/// equal sets of evidence give equal graphs.
struct KnowledgeGraph {
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, NodeProperties, EdgeProperties>;
  Graph graph;
  std::vector<SourceArticle> articles;  ///< sorted by uri
  /// Ids that articles gave and that no node goes by any more, with the node of the thing, by id.
  std::vector<std::pair<std::string, std::uint32_t>> former = {};
};

struct AssembleOptions {
  double min_confidence = 0;     ///< of an edge, after its evidence is counted together
  bool schema_only = false;      ///< leave open relations out
  bool aggregate = true;         ///< false: an edge per sentence
  std::vector<Status> statuses;  ///< empty: all
  Decisions decisions;           ///< users' words on names and statements
};

/// The graph of a set of articles' evidence: a pure function of the set, whatever its order. Of two versions
/// of one uri the later `published`, then the greater id, counts. Every entity becomes a node, also one
/// without edges; a literal only with an edge that takes it.
KnowledgeGraph assemble(std::vector<ArticleEvidence> evidence, const AssembleOptions& options = {});

/// The id of a statement, by the ids of its nodes. `sentence`: of the one that an edge of its own is for.
std::string statement_id(std::string_view subject, std::string_view relation, std::string_view object,
                         std::string_view status, std::string_view sentence = {});

/// What distinguishes an edge for people and for tools that merge parallel edges: the relation of a factual
/// one, `planned:withdrew_from` for others.
std::string edge_kind(const EdgeProperties& edge);

}  // namespace relata
