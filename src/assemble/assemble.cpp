// SPDX-License-Identifier: MIT
#include "relata/assemble.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "assemble/node_votes.hpp"
#include "assemble/versions.hpp"
#include "text/stable_id.hpp"

namespace relata {
namespace {

/// What makes two statements one edge. `sentence` is empty where edges are aggregated.
struct EdgeKey {
  std::string subject, relation, object;
  Status status = Status::factual;
  std::string sentence;
  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

auto place(const Evidence& e) {
  return std::tie(e.article, e.span, e.sentence, e.frame, e.confidence, e.source_id, e.source_label);
}

/// Independent sentences support each other: 1 − ∏(1 − c) (noisy-or, Pearl 1988), each sentence counted once,
/// at most 0.99, since the sentences of a news cycle are seldom independent.
double joint_confidence(const std::vector<Evidence>& evidence) {
  std::map<std::string_view, double> best;
  for (const Evidence& e : evidence) {
    double& c = best[e.sentence];
    c = std::max(c, e.confidence);
  }
  double doubt = 1;
  for (const auto& [sentence, confidence] : best) doubt *= 1 - std::clamp(confidence, 0.0, 1.0);
  return std::min(0.99, std::round((1 - doubt) * 1000) / 1000);
}

/// Collects nodes and edges in sorted containers, so that the order of the articles leaves no trace.
class Assembly {
 public:
  explicit Assembly(const AssembleOptions& options) : options_(options) {}

  void add(std::uint32_t article, const ArticleEvidence& from) {
    std::vector<std::string> ids;
    ids.reserve(from.entities.size());
    for (const LocalEntity& local : from.entities) {
      ids.push_back(node_id(local.entity));
      if (local.entity.datatype.empty()) {
        votes_[ids.back()].add(local);
      } else {
        literals_.try_emplace(ids.back(), literal_node(ids.back(), local.entity));
      }
    }
    const auto known = [&ids](EntityId id) { return id < ids.size(); };
    for (const Statement& s : from.statements) {
      if (!known(s.subject) || !known(s.object) || (s.source != no_entity && !known(s.source))) continue;
      if (options_.schema_only && s.open) continue;
      if (!options_.statuses.empty() &&
          std::find(options_.statuses.begin(), options_.statuses.end(), s.status) == options_.statuses.end())
        continue;
      EdgeKey key{ids[s.subject], s.relation, ids[s.object], s.status, {}};
      if (!options_.aggregate)
        key.sentence = from.article_id + ':' + std::to_string(s.sentence_span.begin) + ':' +
                       std::to_string(s.sentence_span.end);
      EdgeProperties& edge = edges_[std::move(key)];
      edge.open = s.open;
      Evidence evidence;
      evidence.article = article;
      evidence.sentence = s.sentence;
      evidence.span = s.sentence_span;
      // Records hold two decimals: a graph out of them is the one of the run that wrote them.
      evidence.confidence = std::isfinite(s.confidence) ? std::round(s.confidence * 100) / 100 : 0;
      if (s.source != no_entity) {
        evidence.source_id = ids[s.source];
        evidence.source_label = from.entities[s.source].entity.label;
      } else {
        evidence.source_label = s.source_label;
      }
      evidence.time = s.time;
      evidence.frame = s.frame;
      edge.evidence.push_back(std::move(evidence));
    }
  }

  void finish(KnowledgeGraph& graph) {
    std::set<std::string_view> used_literals;
    for (auto& [key, edge] : edges_) {
      std::sort(edge.evidence.begin(), edge.evidence.end(),
                [](const Evidence& a, const Evidence& b) { return place(a) < place(b); });
      edge.evidence.erase(
          std::unique(edge.evidence.begin(), edge.evidence.end(),
                      [](const Evidence& a, const Evidence& b) { return place(a) == place(b); }),
          edge.evidence.end());
      edge.confidence = joint_confidence(edge.evidence);
      if (edge.confidence < options_.min_confidence) continue;
      if (literals_.contains(key.subject)) used_literals.insert(key.subject);
      if (literals_.contains(key.object)) used_literals.insert(key.object);
    }

    std::map<std::string, NodeProperties> nodes;
    for (const auto& [id, votes] : votes_) nodes.emplace(id, votes.decide(id));
    for (auto& [id, node] : literals_)
      if (used_literals.contains(id)) nodes.emplace(id, node);
    std::map<std::string_view, KnowledgeGraph::Graph::vertex_descriptor> vertices;
    for (auto& [id, node] : nodes) vertices.emplace(id, boost::add_vertex(std::move(node), graph.graph));

    for (auto& [key, edge] : edges_) {
      if (edge.confidence < options_.min_confidence) continue;
      edge.id = 'e' + stable_id({"edge", key.subject, key.relation, key.object, to_string(key.status),
                                 key.sentence});
      edge.relation = key.relation;
      edge.status = key.status;
      boost::add_edge(vertices.at(key.subject), vertices.at(key.object), std::move(edge), graph.graph);
    }
  }

 private:
  const AssembleOptions& options_;
  std::map<std::string, NodeVotes> votes_;
  std::map<std::string, NodeProperties> literals_;
  std::map<EdgeKey, EdgeProperties> edges_;
};

}  // namespace

KnowledgeGraph assemble(std::vector<ArticleEvidence> evidence, const AssembleOptions& options) {
  KnowledgeGraph graph;
  Assembly assembly(options);
  const std::vector<ArticleEvidence> articles = current_versions(std::move(evidence));
  for (const ArticleEvidence& article : articles) {
    assembly.add(static_cast<std::uint32_t>(graph.articles.size()), article);
    graph.articles.push_back({article.article_id, article.uri, article.title, article.published});
  }
  assembly.finish(graph);
  return graph;
}

std::string edge_kind(const EdgeProperties& edge) {
  if (edge.status == Status::factual) return edge.relation;
  return std::string(to_string(edge.status)) + ':' + edge.relation;
}

}  // namespace relata
