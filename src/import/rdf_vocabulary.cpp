// SPDX-License-Identifier: MIT
#include "import/rdf_vocabulary.hpp"

#include <algorithm>

#include "rdf/iri.hpp"
#include "relata/serialize.hpp"

namespace relata::importing {
namespace {

/// What stands before relata's vocabulary in the file; empty: it has none of it.
std::string base_in(const Terms& terms) {
  for (TermId id = 0; id < terms.size(); ++id) {
    if (terms[id].kind != Term::Kind::iri) continue;
    for (const std::string_view ending :
         {"/vocabulary/status", "/vocabulary/Article", "/vocabulary/Sentence"})
      if (terms[id].text.ends_with(ending))
        return std::string(terms[id].text.substr(0, terms[id].text.size() - ending.size() + 1));
  }
  return {};
}

}  // namespace

RdfVocabulary::RdfVocabulary(const Terms& terms, const std::string& base) {
  const std::string told = base.empty() ? base_in(terms) : base;
  spaces_ = rdf_namespaces(told.empty() ? SerializeOptions().base : told);
  const auto foreign = [&terms](const std::string& space, const char* name) {
    return terms.find_iri(space + name);
  };
  const auto term = [&](RdfSpace space, const char* name) {
    return foreign(spaces_[static_cast<std::size_t>(space)].iri, name);
  };
  type = term(RdfSpace::rdf, "type");
  subject = term(RdfSpace::rdf, "subject");
  predicate = term(RdfSpace::rdf, "predicate");
  object = term(RdfSpace::rdf, "object");
  reifies = term(RdfSpace::rdf, "reifies");
  first = term(RdfSpace::rdf, "first");
  same_as = term(RdfSpace::owl, "sameAs");
  alt_label = term(RdfSpace::skos, "altLabel");
  alternate_name = term(RdfSpace::schema_org, "alternateName");
  title = term(RdfSpace::dcterms, "title");
  issued = term(RdfSpace::dcterms, "issued");
  part_of = term(RdfSpace::dcterms, "isPartOf");
  derived_from = term(RdfSpace::prov, "wasDerivedFrom");
  article = term(RdfSpace::vocabulary, "Article");
  sentence = term(RdfSpace::vocabulary, "Sentence");
  uri = term(RdfSpace::vocabulary, "uri");
  text = term(RdfSpace::vocabulary, "text");
  begin = term(RdfSpace::vocabulary, "begin");
  end = term(RdfSpace::vocabulary, "end");
  status = term(RdfSpace::vocabulary, "status");
  confidence = term(RdfSpace::vocabulary, "confidence");
  verdict = term(RdfSpace::vocabulary, "verdict");
  source = term(RdfSpace::vocabulary, "source");
  source_name = term(RdfSpace::vocabulary, "sourceName");
  start = term(RdfSpace::vocabulary, "start");
  labels_ = {term(RdfSpace::rdfs, "label"),
             term(RdfSpace::skos, "prefLabel"),
             term(RdfSpace::schema_org, "name"),
             foreign("http://schema.org/", "name"),
             foreign("http://xmlns.com/foaf/0.1/", "name"),
             title,
             foreign("http://purl.org/dc/elements/1.1/", "title")};
  for (const char* const name :
       {"Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology", "Restriction",
        "SymmetricProperty", "TransitiveProperty", "FunctionalProperty"})
    schema_classes_.push_back(term(RdfSpace::owl, name));
  schema_classes_.push_back(term(RdfSpace::rdfs, "Class"));
  schema_classes_.push_back(term(RdfSpace::rdf, "Property"));
}

std::optional<OwnName> RdfVocabulary::own(std::string_view iri) const {
  for (auto space = static_cast<std::size_t>(RdfSpace::cls); space < rdf_space_count; ++space)
    if (const std::string& below = spaces_[space].iri; iri.starts_with(below))
      return OwnName{static_cast<RdfSpace>(space), rdf::decode_iri_name(iri.substr(below.size()))};
  return std::nullopt;
}

int RdfVocabulary::label_rank(TermId property) const {
  const auto found = std::find(labels_.begin(), labels_.end(), property);
  return found == labels_.end() ? -1 : static_cast<int>(found - labels_.begin());
}

bool RdfVocabulary::is_schema_class(TermId cls) const {
  return std::find(schema_classes_.begin(), schema_classes_.end(), cls) != schema_classes_.end();
}

Property property_of(std::string_view iri, const RdfVocabulary& vocabulary) {
  const std::optional<OwnName> own = vocabulary.own(iri);
  if (!own) return {local_name(iri)};
  switch (own->space) {
    case RdfSpace::relation:
      return {own->name, true};
    case RdfSpace::open:
      return {"open:" + own->name, true};
    case RdfSpace::planned:
      return {own->name, true, Status::planned};
    case RdfSpace::hypothetical:
      return {own->name, true, Status::hypothetical};
    case RdfSpace::reported:
      return {own->name, true, Status::reported};
    case RdfSpace::denied:
      return {own->name, true, Status::denied};
    default:
      return {local_name(iri)};
  }
}

std::string local_name(std::string_view iri) {
  while (!iri.empty() && (iri.back() == '/' || iri.back() == '#')) iri.remove_suffix(1);
  const std::size_t cut = iri.find_last_of("/#");
  std::string_view last = cut == std::string_view::npos ? iri : iri.substr(cut + 1);
  if (cut == std::string_view::npos)
    last.remove_prefix(last.rfind(':') + 1);  // urn:isbn:1 → 1; npos + 1 is 0
  return rdf::decode_iri_name(last.empty() ? iri : last);
}

}  // namespace relata::importing
