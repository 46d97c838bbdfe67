// SPDX-License-Identifier: MIT
#include "import/rdf_vocabulary.hpp"

#include <algorithm>
#include <array>

#include "rdf/iri.hpp"
#include "relata/serialize.hpp"

namespace relata::importing {
namespace {

constexpr std::string_view rdf_space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                           rdfs_space = "http://www.w3.org/2000/01/rdf-schema#",
                           owl_space = "http://www.w3.org/2002/07/owl#",
                           skos_space = "http://www.w3.org/2004/02/skos/core#",
                           dcterms_space = "http://purl.org/dc/terms/",
                           prov_space = "http://www.w3.org/ns/prov#";

struct Folder {
  std::string_view name;
  RdfSpace space;
};
constexpr std::array<Folder, 12> folders = {{{"class/", RdfSpace::cls},
                                             {"relation/", RdfSpace::relation},
                                             {"open/", RdfSpace::open},
                                             {"planned/", RdfSpace::planned},
                                             {"hypothetical/", RdfSpace::hypothetical},
                                             {"reported/", RdfSpace::reported},
                                             {"denied/", RdfSpace::denied},
                                             {"vocabulary/", RdfSpace::vocabulary},
                                             {"entity/", RdfSpace::entity},
                                             {"statement/", RdfSpace::statement},
                                             {"sentence/", RdfSpace::sentence},
                                             {"article/", RdfSpace::article}}};

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
  if (base.empty()) {
    base_ = base_in(terms);
    if (base_.empty()) base_ = SerializeOptions().base;
  } else {
    rdf::append_iri(base_, base);
  }
  const auto term = [&terms](std::string_view space, std::string_view name) {
    return terms.find_iri(std::string(space) + std::string(name));
  };
  const std::string rv = base_ + "vocabulary/";
  type = term(rdf_space, "type");
  subject = term(rdf_space, "subject");
  predicate = term(rdf_space, "predicate");
  object = term(rdf_space, "object");
  reifies = term(rdf_space, "reifies");
  first = term(rdf_space, "first");
  same_as = term(owl_space, "sameAs");
  alt_label = term(skos_space, "altLabel");
  alternate_name = term("https://schema.org/", "alternateName");
  title = term(dcterms_space, "title");
  issued = term(dcterms_space, "issued");
  part_of = term(dcterms_space, "isPartOf");
  derived_from = term(prov_space, "wasDerivedFrom");
  article = term(rv, "Article");
  sentence = term(rv, "Sentence");
  uri = term(rv, "uri");
  text = term(rv, "text");
  begin = term(rv, "begin");
  end = term(rv, "end");
  status = term(rv, "status");
  confidence = term(rv, "confidence");
  verdict = term(rv, "verdict");
  source = term(rv, "source");
  source_name = term(rv, "sourceName");
  start = term(rv, "start");
  labels_ = {term(rdfs_space, "label"),
             term(skos_space, "prefLabel"),
             term("https://schema.org/", "name"),
             term("http://schema.org/", "name"),
             term("http://xmlns.com/foaf/0.1/", "name"),
             title,
             term("http://purl.org/dc/elements/1.1/", "title")};
  for (const std::string_view name :
       {"Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology", "Restriction",
        "SymmetricProperty", "TransitiveProperty", "FunctionalProperty"})
    schema_classes_.push_back(term(owl_space, name));
  schema_classes_.push_back(term(rdfs_space, "Class"));
  schema_classes_.push_back(term(rdf_space, "Property"));
}

std::optional<OwnName> RdfVocabulary::own(std::string_view iri) const {
  if (!iri.starts_with(base_)) return std::nullopt;
  const std::string_view rest = iri.substr(base_.size());
  for (const Folder& folder : folders)
    if (rest.starts_with(folder.name))
      return OwnName{folder.space, rdf::decode_iri_name(rest.substr(folder.name.size()))};
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
