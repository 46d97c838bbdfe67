// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/assemble.hpp"

namespace relata {

using NodeIndex = KnowledgeGraph::Graph::vertex_descriptor;
using EdgeIndex = KnowledgeGraph::Graph::edge_descriptor;

/// How a name fits a node, best first.
enum class NameMatch : std::uint8_t {
  id,     ///< the node's id or Wikidata id
  label,  ///< its label, letter case, diacritics and dots left aside
  alias,  ///< another of its names
  words,  ///< all words of the name stand in one of its names
  near,   ///< one of its names is spelled almost so
};

struct FoundNode {
  NodeIndex node = 0;
  NameMatch match = NameMatch::near;
};

/// The nodes that a name may mean: by kind of match, then by mentions, then by id.
std::vector<FoundNode> search(const KnowledgeGraph& graph, std::string_view name, std::size_t limit);

/// The node that a name means, or those it may mean. A name means the node of this id, else the one of this
/// label that is mentioned at least as often as every other node of this name.
struct NamedNode {
  std::optional<NodeIndex> node;
  std::vector<FoundNode> candidates;  ///< where there is none: what it may mean, best first
};
NamedNode find_node(const KnowledgeGraph& graph, std::string_view name);

/// Which edges a question is about.
struct EdgeFilter {
  std::vector<std::string> relations;  ///< empty: all
  std::vector<Status> statuses;        ///< empty: all
  std::string since, until;            ///< ISO 8601 dates, months or years, inclusive; empty: no bound
  double min_confidence = 0;
};

/// The span of time that evidence speaks of: the time it states, else the day its article was published.
struct TimeSpan {
  std::string start, end;  ///< both empty where nothing is known
  bool stated = false;     ///< by the sentence itself
};
TimeSpan time_of(const KnowledgeGraph& graph, const Evidence& evidence);

/// Whether an edge passes; by time, where one of its sentences does.
bool passes(const KnowledgeGraph& graph, EdgeIndex edge, const EdgeFilter& filter);

struct PathOptions {
  EdgeFilter filter;
  std::size_t count = 1;       ///< how many paths
  std::size_t max_length = 8;  ///< in steps
  bool directed = false;       ///< follow edges from subject to object only
};

/// A chain of nodes, with the edges of each step: surest first.
struct Path {
  std::vector<NodeIndex> nodes;
  std::vector<std::vector<EdgeIndex>> steps;
};

/// The shortest loopless paths (Yen 1971), shorter ones first, equally long ones by the nodes' order.
/// Literals are no stations: two people are not connected by a date.
std::vector<Path> shortest_paths(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to,
                                 const PathOptions& options);

/// PageRank by node (Brin and Page 1998), parallel edges counted, the rank of nodes without outgoing edges
/// spread over all. Sums to 1.
std::vector<double> page_rank(const KnowledgeGraph& graph, const EdgeFilter& filter = {},
                              double damping = 0.85);
/// Edges at each node; a loop counts twice.
std::vector<double> degrees(const KnowledgeGraph& graph, const EdgeFilter& filter = {});
/// Directed shortest paths through each node, not normalized (Brandes 2001).
std::vector<double> betweenness(const KnowledgeGraph& graph, const EdgeFilter& filter = {});

enum class Connection : std::uint8_t { weak, strong };
/// The number of each node's component; components by falling size, then by their first node.
std::vector<std::size_t> components(const KnowledgeGraph& graph, Connection connection,
                                    const EdgeFilter& filter = {});

/// Groups of nodes that are tied to each other more than to the rest.
struct Communities {
  std::vector<std::size_t>
      of;                 ///< number of each node's community; by falling size, then by their first node
  double modularity = 0;  ///< Newman and Girvan 2004, with the resolution of Reichardt and Bornholdt 2006
};

/// Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019) for modularity, direction left aside
/// and parallel edges counted. Higher resolutions give smaller communities. The same graph gives the same
/// ones.
Communities communities(const KnowledgeGraph& graph, const EdgeFilter& filter = {}, double resolution = 1);

/// One sentence of an edge.
struct EvidenceAt {
  EdgeIndex edge;
  std::size_t index = 0;  ///< in EdgeProperties::evidence
};

/// The edges of a node, in and out, most sentences first.
std::vector<EdgeIndex> edges_at(const KnowledgeGraph& graph, NodeIndex node, const EdgeFilter& filter = {});
/// The edges from one node to another, by relation and status.
std::vector<EdgeIndex> edges_between(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to,
                                     const EdgeFilter& filter = {});
/// What is known of a node, by time; what has no time at all comes last.
std::vector<EvidenceAt> timeline(const KnowledgeGraph& graph, NodeIndex node, const EdgeFilter& filter = {});

/// A statement that some sentences deny and others assert as fact, report or plan.
struct Conflict {
  EdgeIndex denied;
  std::vector<EdgeIndex> asserted;
};
std::vector<Conflict> conflicts(const KnowledgeGraph& graph);

/// The edges of `a` whose subject, relation, object and status `b` does not have.
std::vector<EdgeIndex> only_in_first(const KnowledgeGraph& a, const KnowledgeGraph& b);

}  // namespace relata
