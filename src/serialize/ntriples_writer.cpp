// SPDX-License-Identifier: MIT
#include <ostream>

#include "relata/serialize.hpp"
#include "serialize/rdf_text.hpp"
#include "text/stream_buffer.hpp"

namespace relata {
namespace {

/// A term's text, kept for the next triple, which often has the same.
class CachedTerm {
 public:
  const std::string& text_of(const RdfTerm& term, const RdfText& text) {
    if (cached_ && term.kind == kind_ && term.space == space_ && term.text == name_) return written_;
    cached_ = term.kind == RdfTerm::Kind::iri;
    kind_ = term.kind;
    space_ = term.space;
    name_.assign(term.text);
    written_.clear();
    text.append(written_, term);
    return written_;
  }

 private:
  bool cached_ = false;
  RdfTerm::Kind kind_ = RdfTerm::Kind::iri;
  RdfSpace space_ = RdfSpace::rdf;
  std::string name_, written_;
};

/// N-Triples and N-Quads: a line a triple.
class LineWriter : public RdfSink {
 public:
  LineWriter(std::ostream& out, std::string_view base) : text_(base), buffer_(out) {}

  void triple(const RdfTerm& subject, const RdfTerm& predicate, const RdfTerm& object) override {
    std::string& out = buffer_.text;
    out += subject_.text_of(subject, text_);
    out += ' ';
    append_predicate(predicate);
    out += ' ';
    text_.append(out, object);
    end_line();
  }

  void reifies(const RdfTerm& reifier, const RdfTerm& subject, const RdfTerm& predicate,
               const RdfTerm& object) override {
    std::string& out = buffer_.text;
    text_.append(out, reifier);
    out += ' ';
    append_predicate(RdfTerm::iri(RdfSpace::rdf, "reifies"));
    out += " <<( ";
    text_.append(out, subject);
    out += ' ';
    append_predicate(predicate);
    out += ' ';
    text_.append(out, object);
    out += " )>>";
    end_line();
  }

  void graph(const RdfTerm* name) override {
    graph_.clear();
    if (!name) return;
    graph_.push_back(' ');
    text_.append(graph_, *name);
  }

  void finish() { buffer_.flush(); }

 private:
  void append_predicate(const RdfTerm& predicate) { text_.append(buffer_.text, predicate); }

  void end_line() {
    buffer_.text += graph_;
    buffer_.text += " .\n";
    buffer_.step();
  }

  RdfText text_;
  StreamBuffer buffer_;
  CachedTerm subject_;
  std::string graph_;
};

void write_lines(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                 const SerializeOptions& options, bool named_graphs) {
  LineWriter writer(out, options.base);
  stream_rdf(graph, schema, {options.provenance, options.ontology, named_graphs}, writer);
  writer.finish();
}

}  // namespace

void write_ntriples(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                    const SerializeOptions& options) {
  write_lines(out, graph, schema, options, false);
}

void write_nquads(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options) {
  write_lines(out, graph, schema, options, true);
}

}  // namespace relata
