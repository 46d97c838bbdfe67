// SPDX-License-Identifier: MIT
#include <ostream>

#include "rdf/iri.hpp"
#include "relata/serialize.hpp"
#include "serialize/rdf_text.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

/// Shapes of what every export has, whatever the schema.
constexpr std::string_view fixed_shapes = R"(
shape:Statement a sh:NodeShape ;
    sh:targetClass rdf:Statement ;
    sh:property [ sh:path rdf:subject ; sh:maxCount 1 ] ,
        [ sh:path rdf:predicate ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path rdf:object ; sh:maxCount 1 ] ,
        [ sh:path rv:status ; sh:minCount 1 ; sh:maxCount 1 ;
          sh:in ( rv:factual rv:planned rv:hypothetical rv:reported rv:denied ) ] ,
        [ sh:path rv:confidence ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:double ;
          sh:minInclusive "0"^^xsd:double ; sh:maxInclusive "1"^^xsd:double ] ,
        [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:class rv:Sentence ] .

shape:Sentence a sh:NodeShape ;
    sh:targetClass rv:Sentence ;
    sh:property [ sh:path rv:text ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ,
        [ sh:path rv:begin ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] ,
        [ sh:path rv:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] ,
        [ sh:path dcterms:isPartOf ; sh:minCount 1 ; sh:maxCount 1 ; sh:class rv:Article ] .
)";

class ShapesWriter {
 public:
  ShapesWriter(std::ostream& out, const Schema& schema, std::string_view base)
      : schema_(schema), text_(base), base_(base), buffer_(out), out_(buffer_.text) {}

  void run() {
    for (const RdfNamespace& each : text_.namespaces())
      if (!each.prefix.empty()) out_ += "@prefix " + each.prefix + ": <" + each.iri + "> .\n";
    out_ += "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix shape: <";
    rdf::append_iri(out_, base_);
    out_ += "shape/> .\n";
    out_ += fixed_shapes;
    for (const EntityClass& each : schema_.classes) {
      if (each.literal) continue;
      begin("class", each.name.str());
      out_ += " ;\n    sh:targetClass ";
      name(RdfSpace::cls, each.name.str());
      out_ +=
          " ;\n    sh:nodeKind sh:IRI ;\n    sh:property [ sh:path rdfs:label ; sh:minCount 1 ; "
          "sh:maxCount 1 ; sh:datatype xsd:string ] .\n";
      buffer_.step();
    }
    for (const Relation& each : schema_.relations) {
      ends(each, "domain", "sh:targetSubjectsOf", each.domain);
      ends(each, "range", "sh:targetObjectsOf", each.range);
    }
    buffer_.flush();
  }

 private:
  /// `shape:wrote_to-domain` cannot be prefixed for every reader.
  void begin(std::string_view what, std::string_view of) {
    out_ += "\n<";
    rdf::append_iri(out_, base_);
    out_ += "shape/";
    rdf::append_iri_name(out_, of);
    out_ += '-';
    out_ += what;
    out_ += "> a sh:NodeShape";
  }

  void ends(const Relation& relation, std::string_view what, std::string_view target,
            const std::vector<Label>& classes) {
    if (classes.empty()) return;
    begin(what, relation.name);
    out_ += " ;\n    ";
    out_ += target;
    out_ += ' ';
    name(RdfSpace::relation, relation.name);
    out_ += " ;\n    sh:or (";
    for (const Label each : classes) {
      const EntityClass* c = schema_.find_class(each);
      if (c && c->literal) {
        out_ += " [ sh:nodeKind sh:Literal ]";
        continue;
      }
      out_ += " [ sh:class ";
      name(RdfSpace::cls, each.str());
      out_ += " ]";
    }
    out_ += " ) .\n";
    buffer_.step();
  }

  void name(RdfSpace space, std::string_view local) {
    const std::string& prefix = text_.namespaces()[static_cast<std::size_t>(space)].prefix;
    if (rdf::is_local_name(local)) {
      out_.append(prefix).append(":").append(local);
    } else {
      text_.append(out_, RdfTerm::iri(space, local));
    }
  }

  const Schema& schema_;
  RdfText text_;
  std::string base_;
  StreamBuffer buffer_;
  std::string& out_;
};

}  // namespace

void write_shapes(std::ostream& out, const Schema& schema, const SerializeOptions& options) {
  ShapesWriter(out, schema, options.base).run();
}

}  // namespace relata
