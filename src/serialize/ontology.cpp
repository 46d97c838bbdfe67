// SPDX-License-Identifier: MIT
#include <cctype>

#include "relata/rdf_stream.hpp"

namespace relata {
namespace {

using enum RdfSpace;

RdfTerm rdf_term(std::string_view name) {
  return RdfTerm::iri(RdfSpace::rdf, name);
}
RdfTerm owl_term(std::string_view name) {
  return RdfTerm::iri(owl, name);
}

/// Whether a schema's alignment is one plain name (`P991`, `InformAction`), not a remark about several.
bool is_term(std::string_view name) {
  for (const char c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) return false;
  return !name.empty();
}

class OntologyStream {
 public:
  OntologyStream(const Schema& schema, RdfSink& sink) : schema_(schema), sink_(sink) {}

  void run() {
    for (const EntityClass& each : schema_.classes) write(each);
    for (const Relation& each : schema_.relations) write(each);
  }

 private:
  void write(const EntityClass& c) {
    const RdfTerm self = RdfTerm::iri(cls, c.name.str());
    sink_.triple(self, rdf_term("type"), owl_term("Class"));
    describe(self, c.name.str(), c.definition);
    if (is_term(c.wikidata)) close(self, RdfTerm::iri(wikidata, c.wikidata));
    if (is_term(c.schema_org)) close(self, RdfTerm::iri(schema_org, c.schema_org));
  }

  void write(const Relation& r) {
    const RdfTerm self = RdfTerm::iri(relation, r.name);
    const bool things = !has_literal(r.range), values = only_literals(r.range);
    sink_.triple(self, rdf_term("type"),
                 values   ? owl_term("DatatypeProperty")
                 : things ? owl_term("ObjectProperty")
                          : rdf_term("Property"));
    if (r.symmetric) sink_.triple(self, rdf_term("type"), owl_term("SymmetricProperty"));
    describe(self, r.label.empty() ? r.name : r.label, r.definition);
    classes(self, "domain", r.name, r.domain);
    // A range that takes dates as well as things has no class: literals are in none.
    if (things) classes(self, "range", r.name, r.range);
    if (!r.inverse.empty()) sink_.triple(self, owl_term("inverseOf"), RdfTerm::iri(relation, r.inverse));
    if (is_term(r.wikidata)) close(self, RdfTerm::iri(wikidata, r.wikidata));
    if (is_term(r.schema_org)) close(self, RdfTerm::iri(schema_org, r.schema_org));
    const auto note = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) sink_.triple(self, RdfTerm::iri(vocabulary, name), RdfTerm::literal(value));
    };
    if (!is_term(r.wikidata)) note("wikidata", r.wikidata);
    if (!is_term(r.schema_org)) note("schemaOrg", r.schema_org);
    note("plover", r.plover);
    note("framenet", r.framenet);
    note("group", r.group);
    for (const auto& [stem, members] : unions_) write_union(stem, *members);
    unions_.clear();
  }

  void describe(const RdfTerm& self, std::string_view label, const std::string& definition) {
    sink_.triple(self, RdfTerm::iri(rdfs, "label"), RdfTerm::literal(label));
    if (!definition.empty())
      sink_.triple(self, RdfTerm::iri(skos, "definition"), RdfTerm::literal(definition));
  }

  void close(const RdfTerm& self, const RdfTerm& other) {
    sink_.triple(self, RdfTerm::iri(skos, "closeMatch"), other);
  }

  bool is_literal(Label name) const {
    const EntityClass* c = schema_.find_class(name);
    return c && c->literal;
  }
  bool has_literal(const std::vector<Label>& classes) const {
    for (const Label each : classes)
      if (is_literal(each)) return true;
    return false;
  }
  bool only_literals(const std::vector<Label>& classes) const {
    for (const Label each : classes)
      if (!is_literal(each)) return false;
    return !classes.empty();
  }

  /// Several classes are alternatives, so one union: rdfs:domain twice would ask for both at once.
  void classes(const RdfTerm& self, std::string_view property, const std::string& relation_name,
               const std::vector<Label>& members) {
    if (members.empty()) return;
    if (members.size() == 1) {
      sink_.triple(self, RdfTerm::iri(rdfs, property), RdfTerm::iri(cls, members[0].str()));
      return;
    }
    std::string stem;
    for (const char c : relation_name) stem += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    stem += '_';
    stem += property;
    const RdfTerm whole = RdfTerm::blank(stem);
    sink_.triple(self, RdfTerm::iri(rdfs, property), whole);
    unions_.emplace_back(stem, &members);
  }

  void write_union(const std::string& stem, const std::vector<Label>& members) {
    const auto cell = [&](std::size_t i) { return stem + '_' + std::to_string(i + 1); };
    std::string at = cell(0);
    sink_.triple(RdfTerm::blank(stem), rdf_term("type"), owl_term("Class"));
    sink_.triple(RdfTerm::blank(stem), owl_term("unionOf"), RdfTerm::blank(at));
    for (std::size_t i = 0; i < members.size(); ++i) {
      sink_.triple(RdfTerm::blank(at), rdf_term("first"), RdfTerm::iri(cls, members[i].str()));
      const std::string next = cell(i + 1);
      const bool last = i + 1 == members.size();
      sink_.triple(RdfTerm::blank(at), rdf_term("rest"), last ? rdf_term("nil") : RdfTerm::blank(next));
      at = next;
    }
  }

  const Schema& schema_;
  RdfSink& sink_;
  std::vector<std::pair<std::string, const std::vector<Label>*>> unions_;  ///< of the relation being written
};

}  // namespace

void stream_ontology(const Schema& schema, RdfSink& sink) {
  OntologyStream(schema, sink).run();
}

}  // namespace relata
