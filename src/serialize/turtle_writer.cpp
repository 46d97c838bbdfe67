// SPDX-License-Identifier: MIT
#include <ostream>

#include "rdf/literal.hpp"
#include "relata/serialize.hpp"
#include "serialize/rdf_text.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

/// Turtle and TriG 1.1, grouped by subject and predicate.
class TurtleWriter : public RdfSink {
 public:
  TurtleWriter(std::ostream& out, std::string_view base) : text_(base), buffer_(out), out_(buffer_.text) {
    for (const RdfNamespace& each : text_.namespaces()) {
      if (each.prefix.empty()) continue;
      out_ += "@prefix " + each.prefix + ": <" + each.iri + "> .\n";
    }
  }

  void triple(const RdfTerm& subject, const RdfTerm& predicate, const RdfTerm& object) override {
    begin(subject, predicate);
    append(object);
  }

  void reifies(const RdfTerm& reifier, const RdfTerm& subject, const RdfTerm& predicate,
               const RdfTerm& object) override {
    begin(reifier, RdfTerm::iri(RdfSpace::rdf, "reifies"));
    out_ += "<<( ";
    append(subject);
    out_ += ' ';
    append(predicate);
    out_ += ' ';
    append(object);
    out_ += " )>>";
  }

  void graph(const RdfTerm* name) override {
    end_subject();
    if (in_graph_) out_ += "}\n";
    in_graph_ = name != nullptr;
    if (!name) return;
    out_ += '\n';
    append(*name);
    out_ += " {\n";
  }

  void finish() {
    end_subject();
    buffer_.flush();
  }

 private:
  /// Up to where the object stands.
  void begin(const RdfTerm& subject, const RdfTerm& predicate) {
    if (open_ && subject.kind == subject_kind_ && subject.space == subject_space_ &&
        subject.text == subject_) {
      if (predicate.space == predicate_space_ && predicate.text == predicate_) {
        out_ += ", ";
        return;
      }
      out_ += " ;\n    ";
    } else {
      end_subject();
      out_ += '\n';
      open_ = true;
      subject_kind_ = subject.kind;
      subject_space_ = subject.space;
      subject_.assign(subject.text);
      append(subject);
      out_ += ' ';
    }
    predicate_space_ = predicate.space;
    predicate_.assign(predicate.text);
    if (predicate.space == RdfSpace::rdf && predicate.text == "type") {
      out_ += 'a';
    } else {
      append(predicate);
    }
    out_ += ' ';
  }

  /// A name in its space, prefixed where every reader takes that.
  void append(const RdfTerm& term) {
    if (term.kind == RdfTerm::Kind::iri) {
      if (text_.append_prefixed(out_, term)) return;
    } else if (term.datatype == "xsd:integer") {
      out_ += term.text;
      return;
    } else if (!term.datatype.empty()) {
      rdf::append_quoted(out_, term.text);
      out_ += "^^";
      out_ += term.datatype;
      return;
    }
    text_.append(out_, term);
  }

  void end_subject() {
    if (!open_) return;
    open_ = false;
    out_ += " .\n";
    buffer_.step();
  }

  RdfText text_;
  StreamBuffer buffer_;
  std::string& out_;
  bool open_ = false, in_graph_ = false;
  RdfTerm::Kind subject_kind_ = RdfTerm::Kind::iri;
  RdfSpace subject_space_ = RdfSpace::rdf, predicate_space_ = RdfSpace::rdf;
  std::string subject_, predicate_;
};

}  // namespace

void write_turtle(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options) {
  TurtleWriter writer(out, options.base);
  stream_rdf(graph, schema, {options.provenance, options.ontology, false}, writer);
  writer.finish();
}

void write_trig(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                const SerializeOptions& options) {
  TurtleWriter writer(out, options.base);
  stream_rdf(graph, schema, {options.provenance, options.ontology, true}, writer);
  writer.finish();
}

void write_ontology(std::ostream& out, const Schema& schema, const SerializeOptions& options) {
  TurtleWriter writer(out, options.base);
  stream_ontology(schema, writer);
  writer.finish();
}

}  // namespace relata
