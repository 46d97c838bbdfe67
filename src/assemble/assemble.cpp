// SPDX-License-Identifier: MIT
#include "relata/assemble.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "assemble/judgements.hpp"
#include "assemble/node_votes.hpp"
#include "assemble/versions.hpp"
#include "relata/unite.hpp"
#include "text/share_out.hpp"
#include "text/stable_id.hpp"

namespace relata {
namespace {

constexpr double highest_confidence = 0.99;
constexpr std::size_t edges_ahead = 8;

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

/// Four decimals hide the last bits, in which machines may differ.
double joint_confidence_of(double doubt) {
  return std::min(highest_confidence, std::round((1 - doubt) * 1e4) / 1e4);
}

/// Independent sentences support each other: 1 − ∏(1 − c) (noisy-or, Pearl 1988), copies of one sentence
/// counted once, at most 0.99, since the sentences of a news cycle are seldom independent.
double joint_confidence(const std::vector<Evidence>& evidence) {
  if (evidence.size() == 1) return joint_confidence_of(1 - evidence.front().confidence);
  std::map<std::string_view, double> best;
  for (const Evidence& e : evidence) {
    double& c = best[e.sentence];
    c = std::max(c, e.confidence);
  }
  double doubt = 1;
  for (const auto& [sentence, confidence] : best) doubt *= 1 - confidence;
  return joint_confidence_of(doubt);
}

/// A statement with what makes it one edge with others. `sentence` is empty where edges are aggregated.
struct Stated {
  std::uint32_t subject, object;  // nodes
  std::uint32_t relation;         // place among the relations by name
  Status status;
  std::uint32_t article;  // in KnowledgeGraph::articles
  Statement* statement;
  std::string sentence;

  auto edge() const { return std::tie(subject, relation, object, status, sentence); }
};

/// Collects nodes and edges by number; nodes are numbered by id, so that the order of the articles leaves no
/// trace.
class Assembly {
 public:
  Assembly(const AssembleOptions& options, const Unification& united)
      : options_(options),
        united_(united),
        votes_(united.ids.size()),
        judgements_(options.decisions, [&](auto id) {
          const std::size_t node = united.node_of(id);
          return node == united.ids.size() ? std::nullopt : std::optional(node);
        }) {}

  /// What the statements say is moved out of them by finish().
  void add(std::uint32_t article, ArticleEvidence& from, const std::vector<std::uint32_t>& nodes) {
    articles_.push_back({&from, &nodes});
    for (std::size_t i = 0; i < from.entities.size(); ++i) votes_[nodes[i]].add(from.entities[i]);
    for (Statement& s : from.statements) {
      if (s.subject >= nodes.size() || s.object >= nodes.size() || !wanted(s)) continue;
      const auto came = static_cast<std::uint32_t>(relations_.size());
      const std::uint32_t relation = relations_.try_emplace(s.relation, came).first->second;
      Stated stated{nodes[s.subject], nodes[s.object], relation, s.status, article, &s, {}};
      if (!options_.aggregate)
        stated.sentence = from.article_id + ':' + std::to_string(s.sentence_span.begin) + ':' +
                          std::to_string(s.sentence_span.end) + ':' + s.sentence;
      stated_.push_back(std::move(stated));
    }
  }

  void finish(KnowledgeGraph& graph) {
    for (NodeVotes& votes : votes_) votes.close();
    std::vector<std::uint32_t> place(relations_.size());  // by name, of each in the order in which they came
    std::uint32_t next = 0;
    for (const auto& [relation, came] : relations_) place[came] = next++;
    for (Stated& s : stated_) s.relation = place[s.relation];
    std::sort(stated_.begin(), stated_.end(),
              [](const Stated& a, const Stated& b) { return a.edge() < b.edge(); });
    std::vector<Edge> edges = edges_by_first();
    share_out(edges.size(), [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        if (i + edges_ahead < end) fetch(edges[i + edges_ahead]);
        make(edges[i]);
      }
    });
    std::vector<bool> is_end(votes_.size(), false);
    for (const Edge& edge : edges)
      if (edge.kept) is_end[edge.subject] = is_end[edge.object] = true;
    // Properties are moved to their places: Boost would copy what it is given.
    std::vector<KnowledgeGraph::Graph::vertex_descriptor> vertices(votes_.size());
    std::size_t count = 0;
    for (std::size_t node = 0; node < votes_.size(); ++node)
      if (!votes_[node].is_literal() || is_end[node]) vertices[node] = count++;
    graph.graph = KnowledgeGraph::Graph(count);
    for (std::size_t node = 0; node < votes_.size(); ++node)
      if (!votes_[node].is_literal() || is_end[node])
        graph.graph[vertices[node]] = votes_[node].decide(united_.ids[node]);
    for (Edge& edge : edges) {
      if (!edge.kept) continue;
      const auto made = boost::add_edge(vertices[edge.subject], vertices[edge.object], graph.graph).first;
      graph.graph[made] = std::move(edge.properties);
    }
    for (const auto& [id, node] : united_.former)
      if (!votes_[node].is_literal() || is_end[node])
        graph.former.emplace_back(id, static_cast<std::uint32_t>(vertices[node]));
  }

 private:
  /// The statements [first, last) of stated_ and what they become.
  struct Edge {
    std::size_t first, last;
    std::uint32_t subject, object;
    bool kept = false;
    EdgeProperties properties;
  };

  std::vector<Edge> edges_by_first() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < stated_.size(); ++i)
      if (i == 0 || stated_[i].edge() != stated_[i - 1].edge()) ++count;
    std::vector<Edge> edges;
    edges.reserve(count);
    for (std::size_t begin = 0, end = 0; begin < stated_.size(); begin = end) {
      while (end < stated_.size() && stated_[end].edge() == stated_[begin].edge()) ++end;
      edges.push_back({begin, end, stated_[begin].subject, stated_[begin].object, false, {}});
    }
    return edges;
  }

  /// Has the statements of an edge on their way from memory before their turn comes: they lie anywhere.
  void fetch(const Edge& edge) const {
    constexpr std::size_t line = 64;
    const auto* const at = reinterpret_cast<const char*>(stated_[edge.first].statement);
    for (std::size_t i = 0; i < sizeof(Statement); i += line) __builtin_prefetch(at + i);
  }

  /// Fills an edge in. Edges have no statement in common, so that several threads may each make some.
  void make(Edge& edge) const {
    const Stated& first = stated_[edge.first];
    const Judgement judgement =
        judgements_.on(first.subject, first.object, first.statement->relation, first.status);
    if (judgement == Judgement::rejected) return;
    EdgeProperties& properties = edge.properties;
    properties = edge_of(edge.first, edge.last);
    if (judgement == Judgement::confirmed) {
      properties.confirmed = true;
      properties.confidence = 1;
    }
    edge.kept = properties.confidence >= options_.min_confidence;
  }

  struct From {
    const ArticleEvidence* article;
    const std::vector<std::uint32_t>* nodes;
  };

  bool wanted(const Statement& s) const {
    if (options_.schema_only && s.open) return false;
    return options_.statuses.empty() ||
           std::find(options_.statuses.begin(), options_.statuses.end(), s.status) != options_.statuses.end();
  }

  Evidence evidence_of(const Stated& stated) const {
    Statement& s = *stated.statement;
    const From& from = articles_[stated.article];
    Evidence evidence;
    evidence.article = stated.article;
    evidence.sentence = std::move(s.sentence);
    evidence.span = s.sentence_span;
    evidence.confidence = recorded(s.confidence);
    evidence.source_label = std::move(s.source_label);
    evidence.time = std::move(s.time);
    evidence.frame = std::move(s.frame);
    if (s.source < from.nodes->size()) {
      const Entity& source = from.article->entities[s.source].entity;
      if (source.datatype.empty()) {
        evidence.source_id = united_.ids[(*from.nodes)[s.source]];
        evidence.source_label = source.label;
      } else {
        evidence.source_label =
            source.value;  // a date says nothing; should one stand here, its words are kept
      }
    }
    return evidence;
  }

  /// Counts each sentence once, with the surest of its readings.
  EdgeProperties edge_of(std::size_t begin, std::size_t end) const {
    EdgeProperties edge;
    edge.evidence.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      edge.open = edge.open || stated_[i].statement->open;
      edge.evidence.push_back(evidence_of(stated_[i]));
    }
    std::sort(edge.evidence.begin(), edge.evidence.end(), stands_before);
    edge.evidence.erase(std::unique(edge.evidence.begin(), edge.evidence.end(), same_sentence),
                        edge.evidence.end());
    edge.confidence = joint_confidence(edge.evidence);
    const Stated& first = stated_[begin];
    edge.relation = first.statement->relation;
    edge.status = first.status;
    edge.id = statement_id(united_.ids[first.subject], edge.relation, united_.ids[first.object],
                           to_string(edge.status), first.sentence);
    return edge;
  }

  const AssembleOptions& options_;
  const Unification& united_;
  std::vector<From> articles_;
  std::vector<NodeVotes> votes_;
  std::map<std::string, std::uint32_t, std::less<>> relations_;
  std::vector<Stated> stated_;
  Judgements judgements_;
};

}  // namespace

KnowledgeGraph assemble(std::vector<ArticleEvidence> evidence, const AssembleOptions& options) {
  KnowledgeGraph graph;
  std::vector<ArticleEvidence> articles = current_versions(std::move(evidence));
  std::erase_if(articles, [](const ArticleEvidence& article) {
    return article.entities.empty();  // it says nothing, and records do not hold it
  });
  const Unification united = unite(articles, options.decisions.name_rules());
  Assembly assembly(options, united);
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    assembly.add(a, articles[a], united.nodes[a]);
    graph.articles.push_back(
        {articles[a].article_id, articles[a].uri, articles[a].title, articles[a].published});
  }
  assembly.finish(graph);
  return graph;
}

std::string statement_id(std::string_view subject, std::string_view relation, std::string_view object,
                         std::string_view status, std::string_view sentence) {
  return 'e' + stable_id({"edge", subject, relation, object, status, sentence});
}

std::string edge_kind(const EdgeProperties& edge) {
  if (edge.status == Status::factual) return edge.relation;
  return std::string(to_string(edge.status)) + ':' + edge.relation;
}

}  // namespace relata
