// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relata/assemble.hpp"
#include "relata/schema.hpp"

namespace relata {

/// Name spaces of the IRIs that a graph uses; the first are well known, the others lie below the base.
enum class RdfSpace : std::uint8_t {
  rdf,
  rdfs,
  owl,
  xsd,
  skos,
  dcterms,
  prov,
  wikidata,
  schema_org,
  cls,           ///< `class/`: classes of entities
  relation,      ///< `relation/`: what is factual
  open,          ///< `open/`: factual open relations
  planned,       ///< `planned/`, …: relations under a status
  hypothetical,  //
  reported,
  denied,
  vocabulary,  ///< `vocabulary/`: properties of statements, sentences and articles
  entity,
  statement,
  sentence,
  article
};
inline constexpr std::size_t rdf_space_count = static_cast<std::size_t>(RdfSpace::article) + 1;

/// A name space: its usual prefix (empty where names are not local names, so that none helps) and its IRI.
struct RdfNamespace {
  std::string prefix;
  std::string iri;
};

/// The name spaces by RdfSpace, for a base IRI; their IRIs are percent-encoded as they stand in output.
std::vector<RdfNamespace> rdf_namespaces(std::string_view base);

/// A term of RDF 1.1. The views are those of the graph, or live while the sink is called.
struct RdfTerm {
  enum class Kind : std::uint8_t { iri, literal, blank };
  Kind kind = Kind::iri;
  RdfSpace space = RdfSpace::rdf;  ///< of an IRI
  std::string_view text;           ///< IRI: name in its space, not encoded; literal: value; blank: label
  std::string_view datatype;       ///< literal: `xsd:date`, …, checked; empty: a string

  static constexpr std::uint32_t no_place = 0xFFFFFFFF;
  /// Of an IRI: a number that it shares with no other IRI of its space, so that a sink may know it again
  /// without reading it; no_place: it has none here. A statement's or a sentence's has one always or never.
  std::uint32_t place = no_place;

  static constexpr RdfTerm iri(RdfSpace space, std::string_view name) { return {Kind::iri, space, name, {}}; }
  static RdfTerm literal(std::string_view value, std::string_view datatype = {}) {
    return {Kind::literal, RdfSpace::xsd, value, datatype};
  }
  static RdfTerm blank(std::string_view label) { return {Kind::blank, RdfSpace::rdf, label, {}}; }
};

/// The property of a relation under a status: `rel:wrote_to`, `planned:withdrew_from`, `open:send_to`. The
/// name may live in `scratch`.
RdfTerm property_of(std::string_view relation, bool is_open, Status status, std::string& scratch);

/// Takes triples. Those of one subject come together as far as they belong together, and within them those of
/// one predicate, so that a syntax can group them.
class RdfSink {
 public:
  virtual ~RdfSink() = default;
  virtual void triple(const RdfTerm& subject, const RdfTerm& predicate, const RdfTerm& object) = 0;
  /// RDF 1.2: `reifier rdf:reifies <<( subject predicate object )>>`.
  virtual void reifies(const RdfTerm& reifier, const RdfTerm& subject, const RdfTerm& predicate,
                       const RdfTerm& object) = 0;
  /// What follows stands in the named graph; nullptr: in the default graph again.
  virtual void graph(const RdfTerm* name) = 0;
};

/// Where a statement's sentences and articles are told.
enum class Provenance : std::uint8_t {
  nodes,   ///< in a node per statement (classic reification), which every store reads
  graphs,  ///< there, and each plain triple also in a named graph per article, where the syntax has such
  rdf12    ///< in a node per statement that reifies its triple as RDF 1.2 does
};

struct RdfOptions {
  Provenance provenance = Provenance::nodes;
  bool ontology = false;      ///< the schema's classes and properties as well
  bool named_graphs = false;  ///< a named graph per article, whose triples the default graph has too
};

/// The graph as RDF: articles, typed and labelled entities, a plain triple per factual statement (others
/// under a property of their status), and a node per statement with status, confidence, time, source and the
/// sentences it was derived from (PROV-O). Each triple once in each graph.
void stream_rdf(const KnowledgeGraph& graph, const Schema& schema, const RdfOptions& options, RdfSink& sink);

/// The schema as an ontology (OWL 2, RDFS, SKOS): classes, relations with domain, range, inverse, symmetry
/// and alignments.
void stream_ontology(const Schema& schema, RdfSink& sink);

}  // namespace relata
