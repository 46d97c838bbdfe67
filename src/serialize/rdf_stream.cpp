// SPDX-License-Identifier: MIT
#include "relata/rdf_stream.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"
#include "text/number.hpp"

namespace relata {
namespace {

using Graph = KnowledgeGraph::Graph;
using Edge = Graph::edge_descriptor;
using enum RdfSpace;

RdfTerm rdf_type() {
  return RdfTerm::iri(RdfSpace::rdf, "type");
}

RdfTerm vocabulary_term(std::string_view name) {
  return RdfTerm::iri(vocabulary, name);
}

/// A literal that is a date where it reads as one.
RdfTerm date_or_text(std::string_view value) {
  return RdfTerm::literal(value, rdf::date_datatype(value));
}

/// An IRI that sinks know again by its place.
RdfTerm placed(RdfSpace space, std::string_view name, std::size_t place) {
  RdfTerm term = RdfTerm::iri(space, name);
  if (place < RdfTerm::no_place) term.place = static_cast<std::uint32_t>(place);
  return term;
}

RdfTerm node_term(const Graph& graph, Graph::vertex_descriptor v) {
  const NodeProperties& node = graph[v];
  if (!node.is_literal()) return placed(entity, node.id, v);
  const std::string_view datatype = rdf::checked_datatype(node.datatype, node.value);
  return RdfTerm::literal(node.value, datatype == "xsd:string" ? std::string_view() : datatype);
}

RdfSpace space_of(Status status) {
  switch (status) {
    case Status::planned:
      return planned;
    case Status::hypothetical:
      return hypothetical;
    case Status::reported:
      return reported;
    case Status::denied:
      return denied;
    case Status::factual:
      break;
  }
  return relation;
}

/// The property of a relation under a status: `rel:wrote_to`, `planned:withdrew_from`, `open:send_to`. The
/// name may live in `scratch`.
RdfTerm property_of(const EdgeProperties& edge, Status status, std::string& scratch) {
  std::string_view name = edge.relation;
  if (!edge.open) return RdfTerm::iri(space_of(status), name);
  if (name.starts_with("open:")) name.remove_prefix(5);
  if (status == Status::factual) return RdfTerm::iri(RdfSpace::open, name);
  scratch.assign("open:").append(name);
  return RdfTerm::iri(space_of(status), scratch);
}

/// A sentence's place: what names it.
struct SentenceKey {
  std::uint32_t article = 0;
  std::uint32_t begin = 0, end = 0;
  friend auto operator<=>(const SentenceKey&, const SentenceKey&) = default;
};

SentenceKey key_of(const Evidence& evidence) {
  return {evidence.article, evidence.span.begin, evidence.span.end};
}

class GraphStream {
 public:
  GraphStream(const KnowledgeGraph& graph, const RdfOptions& options, RdfSink& sink)
      : graph_(graph), g_(graph.graph), options_(options), sink_(sink) {}

  void run() {
    status_properties();
    for (std::size_t i = 0; i < graph_.articles.size(); ++i) write(article_term(i), graph_.articles[i]);
    for (const auto v : boost::make_iterator_range(boost::vertices(g_)))
      if (!g_[v].is_literal()) write(node_term(g_, v), g_[v]);
    for (const auto v : boost::make_iterator_range(boost::vertices(g_))) plain_triples(v);
    for (const auto v : boost::make_iterator_range(boost::vertices(g_)))
      for (const Edge& e : boost::make_iterator_range(boost::out_edges(v, g_))) statement_node(e);
    sentences();
    if (options_.named_graphs) named_graphs();
  }

 private:
  /// Ties each status property in use to its relation, so that a query can ask for either.
  void status_properties() {
    std::set<std::pair<Status, std::string_view>> used;
    for (const Edge& e : boost::make_iterator_range(boost::edges(g_)))
      if (g_[e].status != Status::factual && !g_[e].open) used.emplace(g_[e].status, g_[e].relation);
    for (const auto& [status, name] : used) {
      const RdfTerm property = RdfTerm::iri(space_of(status), name);
      sink_.triple(property, rdf_type(), RdfTerm::iri(RdfSpace::rdf, "Property"));
      sink_.triple(property, vocabulary_term("status"), vocabulary_term(to_string(status)));
      sink_.triple(property, vocabulary_term("relation"), RdfTerm::iri(relation, name));
    }
  }

  RdfTerm article_term(std::size_t number) const {
    return placed(article, graph_.articles[number].id, number);
  }

  void write(const RdfTerm& self, const SourceArticle& source) {
    sink_.triple(self, rdf_type(), vocabulary_term("Article"));
    if (!source.uri.empty()) sink_.triple(self, vocabulary_term("uri"), RdfTerm::literal(source.uri));
    if (!source.title.empty())
      sink_.triple(self, RdfTerm::iri(dcterms, "title"), RdfTerm::literal(source.title));
    if (!source.published.empty())
      sink_.triple(self, RdfTerm::iri(dcterms, "issued"), date_or_text(source.published));
  }

  void write(const RdfTerm& self, const NodeProperties& node) {
    sink_.triple(self, rdf_type(), RdfTerm::iri(cls, node.cls.empty() ? "Thing" : node.cls.str()));
    if (!node.label.empty()) sink_.triple(self, RdfTerm::iri(rdfs, "label"), RdfTerm::literal(node.label));
    std::string_view before;
    for (const std::string& alias : node.aliases) {  // sorted
      if (alias.empty() || alias == before) continue;
      before = alias;
      sink_.triple(self, RdfTerm::iri(skos, "altLabel"), RdfTerm::literal(alias));
    }
    if (!node.wikidata.empty())
      sink_.triple(self, RdfTerm::iri(owl, "sameAs"), RdfTerm::iri(wikidata, node.wikidata));
  }

  /// Subject, property, object, each once, whatever the number of edges (one a sentence) that say it; sorted
  /// by property.
  void plain_triples(Graph::vertex_descriptor v) {
    if (g_[v].is_literal()) return;  // RDF has no literal subjects; the statement node tells
    edges_.clear();
    for (const Edge& e : boost::make_iterator_range(boost::out_edges(v, g_))) edges_.push_back(e);
    std::stable_sort(edges_.begin(), edges_.end(), [this](const Edge& a, const Edge& b) {
      return std::tie(g_[a].status, g_[a].open, g_[a].relation) <
             std::tie(g_[b].status, g_[b].open, g_[b].relation);
    });
    const EdgeProperties* before = nullptr;
    Graph::vertex_descriptor target_before = 0;
    for (const Edge& e : edges_) {
      const EdgeProperties& edge = g_[e];
      const auto target = boost::target(e, g_);
      const bool again = before && target == target_before && before->status == edge.status &&
                         before->open == edge.open && before->relation == edge.relation;
      before = &edge;
      target_before = target;
      if (!again) plain_triple(e);
    }
  }

  void plain_triple(const Edge& e) {
    sink_.triple(node_term(g_, boost::source(e, g_)), property_of(g_[e], g_[e].status, scratch_),
                 node_term(g_, boost::target(e, g_)));
  }

  void statement_node(const Edge& e) {
    const EdgeProperties& edge = g_[e];
    const RdfTerm self = placed(statement, edge.id, statements_++);
    const RdfTerm subject = node_term(g_, boost::source(e, g_)), object = node_term(g_, boost::target(e, g_));
    const RdfTerm property = property_of(edge, Status::factual, scratch_);
    sink_.triple(self, rdf_type(), RdfTerm::iri(RdfSpace::rdf, "Statement"));
    if (options_.provenance == Provenance::rdf12 && subject.kind == RdfTerm::Kind::iri) {
      sink_.reifies(self, subject, property, object);
    } else {
      sink_.triple(self, RdfTerm::iri(RdfSpace::rdf, "subject"), subject);
      sink_.triple(self, RdfTerm::iri(RdfSpace::rdf, "predicate"), property);
      sink_.triple(self, RdfTerm::iri(RdfSpace::rdf, "object"), object);
    }
    sink_.triple(self, vocabulary_term("status"), vocabulary_term(to_string(edge.status)));
    char digits[32];
    const auto end =
        std::to_chars(std::begin(digits), std::end(digits), edge.confidence, std::chars_format::fixed).ptr;
    sink_.triple(self, vocabulary_term("confidence"),
                 RdfTerm::literal({digits, static_cast<std::size_t>(end - digits)}, "xsd:double"));
    if (edge.confirmed) sink_.triple(self, vocabulary_term("verdict"), RdfTerm::literal("confirmed", {}));
    evidence_of(self, edge);
  }

  void evidence_of(const RdfTerm& self, const EdgeProperties& edge) {
    const auto said = [&](auto&& value_of, std::string_view property, auto&& term_of) {
      views_.clear();
      for (const Evidence& each : edge.evidence) {
        const std::string_view value = value_of(each);
        if (!value.empty()) views_.push_back(value);
      }
      std::sort(views_.begin(), views_.end());
      views_.erase(std::unique(views_.begin(), views_.end()), views_.end());
      for (const std::string_view value : views_)
        sink_.triple(self, vocabulary_term(property), term_of(value));
    };
    const auto time_part = [](std::string StatementTime::*part) {
      return [part](const Evidence& each) -> std::string_view {
        return each.time ? std::string_view((*each.time).*part) : std::string_view();
      };
    };
    const auto text = [](std::string_view value) { return RdfTerm::literal(value); };
    said([](const Evidence& each) -> std::string_view { return each.source_id; }, "source",
         [](std::string_view id) { return RdfTerm::iri(entity, id); });
    said(
        [](const Evidence& each) -> std::string_view {
          return each.source_id.empty() ? std::string_view(each.source_label) : std::string_view();
        },
        "sourceName", text);
    said(time_part(&StatementTime::start), "start", date_or_text);
    said(time_part(&StatementTime::end), "end", date_or_text);
    said(time_part(&StatementTime::text), "text", text);
    keys_.clear();
    for (const Evidence& each : edge.evidence) keys_.push_back(key_of(each));
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    for (const SentenceKey& key : keys_) {
      name_sentence(key);
      sink_.triple(self, RdfTerm::iri(prov, "wasDerivedFrom"), RdfTerm::iri(sentence, sentence_name_));
    }
  }

  /// Every sentence once, by article and place.
  void sentences() {
    std::vector<std::pair<SentenceKey, const std::string*>> all;
    for (const Edge& e : boost::make_iterator_range(boost::edges(g_)))
      for (const Evidence& each : g_[e].evidence) all.emplace_back(key_of(each), &each.sentence);
    const auto by_key = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(all.begin(), all.end(), by_key);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0 && all[i].first == all[i - 1].first) continue;
      const SentenceKey& key = all[i].first;
      name_sentence(key);
      const RdfTerm self = RdfTerm::iri(sentence, sentence_name_);
      sink_.triple(self, rdf_type(), vocabulary_term("Sentence"));
      sink_.triple(self, vocabulary_term("text"), RdfTerm::literal(*all[i].second));
      const std::string begin = std::to_string(key.begin), end = std::to_string(key.end);
      sink_.triple(self, vocabulary_term("begin"), RdfTerm::literal(begin, "xsd:integer"));
      sink_.triple(self, vocabulary_term("end"), RdfTerm::literal(end, "xsd:integer"));
      sink_.triple(self, RdfTerm::iri(dcterms, "isPartOf"), article_term(key.article));
    }
  }

  void name_sentence(const SentenceKey& key) {
    sentence_name_ = graph_.articles[key.article].id;
    sentence_name_ += '-';
    append_number(sentence_name_, key.begin);
    sentence_name_ += '-';
    append_number(sentence_name_, key.end);
  }

  /// The plain triples of each article under its name.
  void named_graphs() {
    std::vector<std::pair<std::uint32_t, Edge>> stated;
    for (const auto v : boost::make_iterator_range(boost::vertices(g_))) {
      if (g_[v].is_literal()) continue;
      for (const Edge& e : boost::make_iterator_range(boost::out_edges(v, g_)))
        for (const Evidence& each : g_[e].evidence)
          if (stated.empty() || stated.back() != std::pair(each.article, e))
            stated.emplace_back(each.article, e);
    }
    std::stable_sort(stated.begin(), stated.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    RdfTerm name;
    std::set<std::tuple<std::size_t, std::size_t, Status, std::string_view>> written;  // in one article
    for (std::size_t i = 0; i < stated.size(); ++i) {
      const auto& [number, e] = stated[i];
      if (i == 0 || number != stated[i - 1].first) {
        if (i > 0) sink_.graph(nullptr);
        name = article_term(number);
        sink_.graph(&name);
        written.clear();
      }
      if (written.emplace(boost::source(e, g_), boost::target(e, g_), g_[e].status, g_[e].relation).second)
        plain_triple(e);
    }
    if (!stated.empty()) sink_.graph(nullptr);
  }

  const KnowledgeGraph& graph_;
  const Graph& g_;
  const RdfOptions& options_;
  RdfSink& sink_;
  std::vector<Edge> edges_;
  std::vector<std::string_view> views_;
  std::vector<SentenceKey> keys_;
  std::string scratch_, sentence_name_;
  std::size_t statements_ = 0;
};

}  // namespace

std::vector<RdfNamespace> rdf_namespaces(std::string_view base) {
  std::vector<RdfNamespace> spaces = {
      {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
      {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
      {"owl", "http://www.w3.org/2002/07/owl#"},
      {"xsd", "http://www.w3.org/2001/XMLSchema#"},
      {"skos", "http://www.w3.org/2004/02/skos/core#"},
      {"dcterms", "http://purl.org/dc/terms/"},
      {"prov", "http://www.w3.org/ns/prov#"},
      {"wd", "http://www.wikidata.org/entity/"},
      {"schema", "https://schema.org/"},
  };
  std::string encoded;
  rdf::append_iri(encoded, base);
  const auto below = [&](const char* prefix, const char* folder) {
    spaces.push_back({prefix, encoded + folder + '/'});
  };
  below("class", "class");
  below("rel", "relation");
  below("open", "open");
  below("planned", "planned");
  below("hypothetical", "hypothetical");
  below("reported", "reported");
  below("denied", "denied");
  below("rv", "vocabulary");
  below("", "entity");
  below("", "statement");
  below("", "sentence");
  below("", "article");
  return spaces;
}

void stream_rdf(const KnowledgeGraph& graph, const Schema& schema, const RdfOptions& options, RdfSink& sink) {
  if (options.ontology) stream_ontology(schema, sink);
  GraphStream(graph, options, sink).run();
}

}  // namespace relata
