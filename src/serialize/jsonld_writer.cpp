// SPDX-License-Identifier: MIT
#include <ostream>

#include "rdf/literal.hpp"
#include "relata/serialize.hpp"
#include "serialize/rdf_text.hpp"
#include "text/json_text.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

/// JSON-LD 1.1 with its context inside: one node object a run of triples of one subject.
class JsonLdWriter : public RdfSink {
 public:
  JsonLdWriter(std::ostream& out, std::string_view base) : text_(base), buffer_(out), out_(buffer_.text) {
    out_ += "{\"@context\":{";
    bool first = true;
    for (const RdfNamespace& each : text_.namespaces()) {
      if (each.prefix.empty()) continue;
      out_ += first ? "\n  \"" : ",\n  \"";
      first = false;
      out_ += each.prefix;
      out_ += "\":";
      append_json(out_, each.iri);
    }
    out_ += "},\n\"@graph\":[";
  }

  void triple(const RdfTerm& subject, const RdfTerm& predicate, const RdfTerm& object) override {
    if (!open_ || subject.kind != subject_kind_ || subject.space != subject_space_ ||
        subject.text != subject_) {
      end_node();
      begin_node(subject);
    } else if (predicate.space == predicate_space_ && predicate.text == predicate_) {
      values_ += ',';
      append_value(object);
      ++count_;
      return;
    }
    end_property();
    predicate_space_ = predicate.space;
    predicate_.assign(predicate.text);
    append_value(object);
    count_ = 1;
  }

  void reifies(const RdfTerm& reifier, const RdfTerm& subject, const RdfTerm& predicate,
               const RdfTerm& object) override {
    // JSON-LD 1.1 has no triple terms: the classic form says the same.
    triple(reifier, RdfTerm::iri(RdfSpace::rdf, "subject"), subject);
    triple(reifier, RdfTerm::iri(RdfSpace::rdf, "predicate"), predicate);
    triple(reifier, RdfTerm::iri(RdfSpace::rdf, "object"), object);
  }

  void graph(const RdfTerm* name) override {
    end_node();
    if (in_graph_) out_ += "]}";
    in_graph_ = name != nullptr;
    if (!name) return;
    out_ += first_ ? "\n{\"@id\":" : ",\n{\"@id\":";
    append_id(*name);
    out_ += ",\"@graph\":[";
    first_ = true;
  }

  void finish() {
    end_node();
    out_ += "\n]}\n";
    buffer_.flush();
  }

 private:
  void begin_node(const RdfTerm& subject) {
    open_ = true;
    subject_kind_ = subject.kind;
    subject_space_ = subject.space;
    subject_.assign(subject.text);
    out_ += first_ ? "\n{\"@id\":" : ",\n{\"@id\":";
    first_ = false;
    append_id(subject);
  }

  void end_property() {
    if (count_ == 0) return;
    out_ += ',';
    if (is_type()) {
      out_ += "\"@type\"";
    } else {
      append_id(RdfTerm::iri(predicate_space_, predicate_));
    }
    out_ += ':';
    if (count_ > 1) out_ += '[';
    out_ += values_;
    if (count_ > 1) out_ += ']';
    values_.clear();
    count_ = 0;
  }

  void end_node() {
    if (!open_) return;
    end_property();
    open_ = false;
    out_ += '}';
    buffer_.step();
  }

  bool is_type() const { return predicate_space_ == RdfSpace::rdf && predicate_ == "type"; }

  void append_id(const RdfTerm& term) {
    name_.clear();
    if (term.kind == RdfTerm::Kind::blank) {
      name_.append("_:").append(term.text);
    } else if (!text_.append_prefixed(name_, term)) {
      text_.append_iri(name_, term.space, term.text);
    }
    append_json(out_, name_);
  }

  void append_value(const RdfTerm& object) {
    std::swap(out_, values_);
    if (object.kind != RdfTerm::Kind::literal) {
      if (!is_type()) out_ += "{\"@id\":";
      append_id(object);
      if (!is_type()) out_ += '}';
    } else if (object.datatype.empty()) {
      append_literal(object.text);
    } else {
      // A number as text: a native one would be written anew by the reader.
      out_ += "{\"@value\":";
      append_literal(object.text);
      out_ += ",\"@type\":\"";
      out_ += object.datatype;
      out_ += "\"}";
    }
    std::swap(out_, values_);
  }

  void append_literal(std::string_view text) {
    literal_.clear();
    rdf::append_literal_text(literal_, text);
    append_json(out_, literal_);
  }

  RdfText text_;
  StreamBuffer buffer_;
  std::string& out_;
  std::string values_, name_, literal_;
  std::size_t count_ = 0;  ///< of values
  bool open_ = false, first_ = true, in_graph_ = false;
  RdfTerm::Kind subject_kind_ = RdfTerm::Kind::iri;
  RdfSpace subject_space_ = RdfSpace::rdf, predicate_space_ = RdfSpace::rdf;
  std::string subject_, predicate_;
};

}  // namespace

void write_jsonld(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options) {
  JsonLdWriter writer(out, options.base);
  const bool graphs = options.provenance == Provenance::graphs;
  stream_rdf(graph, schema, {Provenance::nodes, options.ontology, graphs}, writer);
  writer.finish();
}

}  // namespace relata
