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

constexpr double highest_confidence = 0.99;

/// Confidences count to two decimals, as records hold them: a graph made of records is that of the run
/// itself.
double recorded(double confidence) {
  return std::isfinite(confidence) ? std::round(std::clamp(confidence, 0.0, 1.0) * 100) / 100 : 0;
}

bool same_sentence(const Evidence& a, const Evidence& b) {
  return a.article == b.article && a.span == b.span && a.sentence == b.sentence;
}

/// Sorts by place; of the readings of one sentence the surest stands first. Total, so that no order of the
/// input shows.
bool stands_before(const Evidence& a, const Evidence& b) {
  const auto place = [](const Evidence& e) { return std::tie(e.article, e.span, e.sentence); };
  if (place(a) != place(b)) return place(a) < place(b);
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  const auto rest = [](const Evidence& e) { return std::tie(e.frame, e.source_id, e.source_label); };
  if (rest(a) != rest(b)) return rest(a) < rest(b);
  const auto time = [](const Evidence& e) {
    const StatementTime none;
    const StatementTime& t = e.time ? *e.time : none;
    return std::tuple(e.time.has_value(), t.start, t.end, t.text);
  };
  return time(a) < time(b);
}

/// Independent sentences support each other: 1 − ∏(1 − c) (noisy-or, Pearl 1988), copies of one sentence
/// counted once, at most 0.99, since the sentences of a news cycle are seldom independent.
double joint_confidence(const std::vector<Evidence>& evidence) {
  std::map<std::string_view, double> best;
  for (const Evidence& e : evidence) {
    double& c = best[e.sentence];
    c = std::max(c, e.confidence);
  }
  double doubt = 1;
  for (const auto& [sentence, confidence] : best) doubt *= 1 - confidence;
  // Four decimals hide the last bits, in which machines may differ.
  return std::min(highest_confidence, std::round((1 - doubt) * 1e4) / 1e4);
}

/// What makes two statements one edge. `sentence` is empty where edges are aggregated.
struct EdgeKey {
  std::string subject, relation, object;
  Status status = Status::factual;
  std::string sentence;
  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

Evidence evidence_of(const Statement& s, std::uint32_t article, const ArticleEvidence& from,
                     const std::vector<std::string>& ids) {
  Evidence evidence;
  evidence.article = article;
  evidence.sentence = s.sentence;
  evidence.span = s.sentence_span;
  evidence.confidence = recorded(s.confidence);
  evidence.source_label = s.source_label;
  evidence.time = s.time;
  evidence.frame = s.frame;
  if (s.source < ids.size()) {
    const Entity& source = from.entities[s.source].entity;
    if (source.datatype.empty()) {
      evidence.source_id = ids[s.source];
      evidence.source_label = source.label;
    } else {
      evidence.source_label = source.value;  // a date says nothing; should one stand here, its words are kept
    }
  }
  return evidence;
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
      nodes_[ids.back()].add(local);
    }
    for (const Statement& s : from.statements) {
      if (s.subject >= ids.size() || s.object >= ids.size() || !wanted(s)) continue;
      EdgeKey key{ids[s.subject], s.relation, ids[s.object], s.status, {}};
      if (!options_.aggregate)
        key.sentence = from.article_id + ':' + std::to_string(s.sentence_span.begin) + ':' +
                       std::to_string(s.sentence_span.end) + ':' + s.sentence;
      EdgeProperties& edge = edges_[std::move(key)];
      edge.open = edge.open || s.open;
      edge.evidence.push_back(evidence_of(s, article, from, ids));
    }
  }

  void finish(KnowledgeGraph& graph) {
    std::set<std::string_view> ends;
    for (auto edge = edges_.begin(); edge != edges_.end();) {
      complete(edge->first, edge->second);
      if (edge->second.confidence < options_.min_confidence) {
        edge = edges_.erase(edge);
      } else {
        ends.insert(edge->first.subject);
        ends.insert(edge->first.object);
        ++edge;
      }
    }
    std::map<std::string_view, KnowledgeGraph::Graph::vertex_descriptor> vertices;
    for (const auto& [id, votes] : nodes_)
      if (!votes.is_literal() || ends.contains(id))
        vertices.emplace(id, boost::add_vertex(votes.decide(id), graph.graph));
    for (auto& [key, edge] : edges_)
      boost::add_edge(vertices.at(key.subject), vertices.at(key.object), std::move(edge), graph.graph);
  }

 private:
  bool wanted(const Statement& s) const {
    if (options_.schema_only && s.open) return false;
    return options_.statuses.empty() ||
           std::find(options_.statuses.begin(), options_.statuses.end(), s.status) != options_.statuses.end();
  }

  /// Counts each sentence once, with the surest of its readings.
  static void complete(const EdgeKey& key, EdgeProperties& edge) {
    std::sort(edge.evidence.begin(), edge.evidence.end(), stands_before);
    edge.evidence.erase(std::unique(edge.evidence.begin(), edge.evidence.end(), same_sentence),
                        edge.evidence.end());
    edge.confidence = joint_confidence(edge.evidence);
    edge.id =
        'e' + stable_id({"edge", key.subject, key.relation, key.object, to_string(key.status), key.sentence});
    edge.relation = key.relation;
    edge.status = key.status;
  }

  const AssembleOptions& options_;
  std::map<std::string, NodeVotes> nodes_;
  std::map<EdgeKey, EdgeProperties> edges_;
};

}  // namespace

KnowledgeGraph assemble(std::vector<ArticleEvidence> evidence, const AssembleOptions& options) {
  KnowledgeGraph graph;
  Assembly assembly(options);
  const std::vector<ArticleEvidence> articles = current_versions(std::move(evidence));
  for (const ArticleEvidence& article : articles) {
    if (article.entities.empty()) continue;  // it says nothing, and records do not hold it
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
