// SPDX-License-Identifier: MIT
#include "relata/rdf_stream.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>
#include <utility>

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"
#include "text/number.hpp"

namespace relata {
namespace {

using Graph = KnowledgeGraph::Graph;
using Edge = Graph::edge_descriptor;
using enum RdfSpace;

/// An IRI that sinks know again by its place.
constexpr RdfTerm placed(RdfSpace space, std::string_view name, std::size_t place) {
  RdfTerm term = RdfTerm::iri(space, name);
  if (place < RdfTerm::no_place) term.place = static_cast<std::uint32_t>(place);
  return term;
}

// What is said of every statement and sentence. Places differ within a space.
constexpr RdfTerm rdf_type = placed(RdfSpace::rdf, "type", 0),
                  rdf_subject = placed(RdfSpace::rdf, "subject", 1),
                  rdf_predicate = placed(RdfSpace::rdf, "predicate", 2),
                  rdf_object = placed(RdfSpace::rdf, "object", 3),
                  rdf_statement = placed(RdfSpace::rdf, "Statement", 4);
constexpr RdfTerm derived_from = placed(prov, "wasDerivedFrom", 0), part_of = placed(dcterms, "isPartOf", 0);
constexpr RdfTerm sentence_class = placed(vocabulary, "Sentence", 0),
                  status_of = placed(vocabulary, "status", 1),
                  confidence_of = placed(vocabulary, "confidence", 2),
                  text_of = placed(vocabulary, "text", 3), begin_of = placed(vocabulary, "begin", 4),
                  end_of = placed(vocabulary, "end", 5);
constexpr std::size_t first_status_place = 6;

RdfTerm vocabulary_term(std::string_view name) {
  return RdfTerm::iri(vocabulary, name);
}

RdfTerm status_term(Status status) {
  return placed(vocabulary, to_string(status), first_status_place + static_cast<std::size_t>(status));
}

/// A literal that is a date where it reads as one.
RdfTerm date_or_text(std::string_view value) {
  return RdfTerm::literal(value, rdf::date_datatype(value));
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

/// The sentences behind a graph's edges by article and place, which name them, each once.
class Sentences {
 public:
  struct Sentence {
    std::uint32_t article = 0;
    CharSpan span;
    std::uint32_t number = 0;  ///< at first of the evidence that came with it, then of the sentence
    const std::string* text = nullptr;
  };

  explicit Sentences(const KnowledgeGraph& graph) : starts_(graph.articles.size() + 1, 0) {
    const auto each = [&graph](const auto& take) {
      for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph)))
        for (const Edge& e : boost::make_iterator_range(boost::out_edges(v, graph.graph)))
          for (const Evidence& evidence : graph.graph[e].evidence) take(evidence);
    };
    std::uint32_t count = 0;
    each([&](const Evidence& e) { ++starts_[e.article], ++count; });
    std::uint32_t start = 0;
    for (std::uint32_t& each_start : starts_) each_start = std::exchange(start, start + each_start);
    all_.resize(count);
    std::vector<std::uint32_t> next = starts_;
    std::uint32_t came = 0;
    each([&](const Evidence& e) { all_[next[e.article]++] = {e.article, e.span, came++, &e.sentence}; });
    number(count);
  }

  const std::vector<Sentence>& all() const { return all_; }
  /// The sentence of a piece of evidence; these are counted by out-edges of the nodes in their order.
  std::uint32_t of_evidence(std::size_t evidence) const { return of_evidence_[evidence]; }

 private:
  void number(std::size_t evidence) {
    of_evidence_.resize(evidence);
    std::size_t kept = 0;
    for (std::size_t a = 0; a + 1 < starts_.size(); ++a) {
      const auto begin = all_.begin() + starts_[a], end = all_.begin() + starts_[a + 1];
      std::stable_sort(begin, end, [](const Sentence& x, const Sentence& y) { return x.span < y.span; });
      for (auto s = begin; s != end; ++s) {
        const bool again = s != begin && all_[kept - 1].article == a && all_[kept - 1].span == s->span;
        if (!again) all_[kept++] = *s;
        of_evidence_[s->number] = static_cast<std::uint32_t>(kept - 1);
      }
    }
    all_.resize(kept);
  }

  std::vector<std::uint32_t> starts_;  // of each article's in all_
  std::vector<Sentence> all_;
  std::vector<std::uint32_t> of_evidence_;
};

/// Whether articles' ids tell them apart, so that sentences named by them have places of their own.
bool ids_differ(const std::vector<SourceArticle>& articles) {
  std::vector<std::string_view> ids;
  ids.reserve(articles.size());
  for (const SourceArticle& each : articles) ids.push_back(each.id);
  std::sort(ids.begin(), ids.end());
  return std::adjacent_find(ids.begin(), ids.end()) == ids.end();
}

class GraphStream {
 public:
  GraphStream(const KnowledgeGraph& graph, const RdfOptions& options, RdfSink& sink)
      : graph_(graph),
        g_(graph.graph),
        options_(options),
        sink_(sink),
        sentences_(graph),
        ids_differ_(ids_differ(graph.articles)) {
    nodes_.reserve(boost::num_vertices(g_));
    for (const auto v : boost::make_iterator_range(boost::vertices(g_))) nodes_.push_back(node_term(g_, v));
  }

  void run() {
    status_properties();
    for (std::size_t i = 0; i < graph_.articles.size(); ++i) write(article_term(i), graph_.articles[i]);
    for (const auto v : boost::make_iterator_range(boost::vertices(g_)))
      if (!g_[v].is_literal()) write(nodes_[v], g_[v]);
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
      sink_.triple(property, rdf_type, RdfTerm::iri(RdfSpace::rdf, "Property"));
      sink_.triple(property, status_of, status_term(status));
      sink_.triple(property, vocabulary_term("relation"), RdfTerm::iri(relation, name));
    }
  }

  RdfTerm article_term(std::size_t number) const {
    return placed(article, graph_.articles[number].id, number);
  }

  void write(const RdfTerm& self, const SourceArticle& source) {
    sink_.triple(self, rdf_type, vocabulary_term("Article"));
    if (!source.uri.empty()) sink_.triple(self, vocabulary_term("uri"), RdfTerm::literal(source.uri));
    if (!source.title.empty())
      sink_.triple(self, RdfTerm::iri(dcterms, "title"), RdfTerm::literal(source.title));
    if (!source.published.empty())
      sink_.triple(self, RdfTerm::iri(dcterms, "issued"), date_or_text(source.published));
  }

  void write(const RdfTerm& self, const NodeProperties& node) {
    sink_.triple(self, rdf_type, RdfTerm::iri(cls, node.cls.empty() ? "Thing" : node.cls.str()));
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
    sink_.triple(nodes_[boost::source(e, g_)],
                 property_of(g_[e].relation, g_[e].open, g_[e].status, scratch_),
                 nodes_[boost::target(e, g_)]);
  }

  void statement_node(const Edge& e) {
    const EdgeProperties& edge = g_[e];
    const RdfTerm self = placed(statement, edge.id, statements_++);
    const RdfTerm subject = nodes_[boost::source(e, g_)], object = nodes_[boost::target(e, g_)];
    const RdfTerm property = property_of(edge.relation, edge.open, Status::factual, scratch_);
    sink_.triple(self, rdf_type, rdf_statement);
    if (options_.provenance == Provenance::rdf12 && subject.kind == RdfTerm::Kind::iri) {
      sink_.reifies(self, subject, property, object);
    } else {
      sink_.triple(self, rdf_subject, subject);
      sink_.triple(self, rdf_predicate, property);
      sink_.triple(self, rdf_object, object);
    }
    sink_.triple(self, status_of, status_term(edge.status));
    char digits[32];
    const auto end =
        std::to_chars(std::begin(digits), std::end(digits), edge.confidence, std::chars_format::fixed).ptr;
    sink_.triple(self, confidence_of,
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
    numbers_.clear();
    for (std::size_t i = 0; i < edge.evidence.size(); ++i)
      numbers_.push_back(sentences_.of_evidence(evidence_++));
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    for (const std::uint32_t number : numbers_) sink_.triple(self, derived_from, sentence_term(number));
  }

  /// Every sentence once, by article and place.
  void sentences() {
    for (std::uint32_t number = 0; number < sentences_.all().size(); ++number) {
      const Sentences::Sentence& each = sentences_.all()[number];
      const RdfTerm self = sentence_term(number);
      sink_.triple(self, rdf_type, sentence_class);
      sink_.triple(self, text_of, RdfTerm::literal(*each.text));
      digits_.clear();
      append_number(digits_, each.span.begin);
      sink_.triple(self, begin_of, RdfTerm::literal(digits_, "xsd:integer"));
      digits_.clear();
      append_number(digits_, each.span.end);
      sink_.triple(self, end_of, RdfTerm::literal(digits_, "xsd:integer"));
      sink_.triple(self, part_of, article_term(each.article));
    }
  }

  /// Its name lives until the next is asked for.
  RdfTerm sentence_term(std::uint32_t number) {
    const auto& [article, span, came, text] = sentences_.all()[number];
    sentence_name_ = graph_.articles[article].id;
    sentence_name_ += '-';
    append_number(sentence_name_, span.begin);
    sentence_name_ += '-';
    append_number(sentence_name_, span.end);
    return placed(sentence, sentence_name_, ids_differ_ ? number : RdfTerm::no_place);
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
  std::vector<RdfTerm> nodes_;
  std::vector<Edge> edges_;
  std::vector<std::string_view> views_;
  std::vector<std::uint32_t> numbers_;
  std::string scratch_, digits_, sentence_name_;
  Sentences sentences_;
  bool ids_differ_;
  std::size_t statements_ = 0, evidence_ = 0;
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

RdfTerm property_of(std::string_view relation, bool is_open, Status status, std::string& scratch) {
  if (!is_open) return RdfTerm::iri(space_of(status), relation);
  if (relation.starts_with("open:")) relation.remove_prefix(5);
  if (status == Status::factual) return RdfTerm::iri(RdfSpace::open, relation);
  scratch.assign("open:").append(relation);
  return RdfTerm::iri(space_of(status), scratch);
}

void stream_rdf(const KnowledgeGraph& graph, const Schema& schema, const RdfOptions& options, RdfSink& sink) {
  if (options.ontology) stream_ontology(schema, sink);
  GraphStream(graph, options, sink).run();
}

}  // namespace relata
