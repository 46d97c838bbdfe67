// SPDX-License-Identifier: MIT
#include "import/rdf_quads.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>

#include "import/nesting.hpp"
#include "import/triple_terms.hpp"
#include "relata/error.hpp"

namespace relata::importing {
namespace {

std::string_view text_of(const SerdNode* node) {
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

SerdSyntax serd_syntax(GraphSyntax syntax) {
  switch (syntax) {
    case GraphSyntax::ntriples:
      return SERD_NTRIPLES;
    case GraphSyntax::nquads:
      return SERD_NQUADS;
    case GraphSyntax::trig:
      return SERD_TRIG;
    default:
      return SERD_TURTLE;
  }
}

std::string formatted(const char* format, std::va_list& arguments) {
  char text[512];
  std::vsnprintf(text, sizeof text, format, arguments);
  return text;
}

/// serd's callbacks; nothing is thrown through its C code.
class SerdQuads {
 public:
  SerdQuads(const InputText& input, GraphSyntax syntax)
      : input_(input),
        env_(serd_env_new(nullptr), serd_env_free),
        reader_(
            serd_reader_new(serd_syntax(syntax), this, nullptr, on_base, on_prefix, on_statement, nullptr),
            serd_reader_free) {
    serd_reader_set_strict(reader_.get(), true);
    serd_reader_set_error_sink(reader_.get(), on_error, this);
  }

  Quads read() {
    // A new term for every hundred bytes or so, of which repeated rehashing would take a third of the time.
    quads_.terms.reserve(input_.bytes.size() / 100);
    constexpr std::size_t page = 1 << 16;
    const SerdStatus status = serd_reader_read_source(reader_.get(), read_page, no_fault, this,
                                                      reinterpret_cast<const std::uint8_t*>(""), page);
    if (status > SERD_FAILURE || !fault_.empty()) throw_fault(status);
    return std::move(quads_);
  }

 private:
  static SerdStatus on_base(void* self, const SerdNode* iri) {
    return serd_env_set_base_uri(static_cast<SerdQuads*>(self)->env_.get(), iri);
  }
  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
    return serd_env_set_prefix(static_cast<SerdQuads*>(self)->env_.get(), name, iri);
  }
  static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode* graph,
                                 const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
                                 const SerdNode* datatype, const SerdNode* language) {
    return static_cast<SerdQuads*>(self)->statement(graph, subject, predicate, object, datatype, language);
  }
  static SerdStatus on_error(void* self, const SerdError* error) {
    SerdQuads& quads = *static_cast<SerdQuads*>(self);
    if (!quads.fault_.empty()) return SERD_SUCCESS;  // the first tells most
    quads.fault_ = formatted(error->fmt, *error->args);
    while (!quads.fault_.empty() && quads.fault_.back() == '\n') quads.fault_.pop_back();
    if (quads.fault_.empty()) quads.fault_ = "bad syntax";
    quads.line_ = error->line;
    quads.column_ = error->col;
    return SERD_SUCCESS;
  }
  static std::size_t read_page(void* buffer, std::size_t, std::size_t count, void* self) {
    SerdQuads& quads = *static_cast<SerdQuads*>(self);
    const std::size_t size = std::min(count, quads.input_.bytes.size() - quads.at_);
    std::memcpy(buffer, quads.input_.bytes.data() + quads.at_, size);
    quads.at_ += size;
    return size;
  }
  static int no_fault(void*) { return 0; }

  SerdStatus statement(const SerdNode* graph, const SerdNode* subject, const SerdNode* predicate,
                       const SerdNode* object, const SerdNode* datatype, const SerdNode* language) {
    Quad quad{};
    quad.graph = graph != nullptr && graph->buf != nullptr ? number(graph) : no_term;
    quad.subject = number(subject);
    quad.predicate = number(predicate);
    if (object->type == SERD_LITERAL) {
      std::string_view type;
      if (datatype != nullptr && datatype->buf != nullptr) type = iri(datatype);
      if (type == "http://www.w3.org/2001/XMLSchema#string") type = {};
      const std::string_view tag =
          language != nullptr && language->buf != nullptr ? text_of(language) : std::string_view();
      quad.object = quads_.terms.number(Term::Kind::literal, text_of(object), type, tag);
    } else {
      quad.object = number(object);
    }
    if (!fault_.empty()) return SERD_ERR_BAD_CURIE;
    quads_.quads.push_back(quad);
    return SERD_SUCCESS;
  }

  TermId number(const SerdNode* node) {
    if (node->type == SERD_BLANK) return quads_.terms.number(Term::Kind::blank, text_of(node));
    return quads_.terms.number(Term::Kind::iri, iri(node));
  }

  /// The whole IRI of a prefixed name or relative reference; valid until the next call.
  std::string_view iri(const SerdNode* node) {
    if (node->type == SERD_URI && serd_uri_string_has_scheme(node->buf)) return text_of(node);
    if (node->type == SERD_CURIE) {
      SerdChunk prefix, suffix;
      if (serd_env_expand(env_.get(), node, &prefix, &suffix) == SERD_SUCCESS) {
        scratch_.assign(reinterpret_cast<const char*>(prefix.buf), prefix.len);
        scratch_.append(reinterpret_cast<const char*>(suffix.buf), suffix.len);
        return scratch_;
      }
      if (fault_.empty()) fault_ = "the prefix of " + in_quotes(text_of(node)) + " is not declared";
      return {};
    }
    SerdNode whole = serd_env_expand_node(env_.get(), node);
    if (whole.buf != nullptr && serd_uri_string_has_scheme(whole.buf)) {
      scratch_ = text_of(&whole);
    } else if (fault_.empty()) {
      fault_ = "the relative reference " + in_quotes(text_of(node)) + " has no base";
    }
    serd_node_free(&whole);
    return scratch_;
  }

  [[noreturn]] void throw_fault(SerdStatus status) {
    Diagnostic diagnostic;
    diagnostic.file = input_.name;
    diagnostic.line = line_;
    diagnostic.column = column_;
    diagnostic.message = fault_.empty() ? reinterpret_cast<const char*>(serd_strerror(status)) : fault_;
    throw Error(to_string(diagnostic));
  }

  const InputText& input_;
  std::size_t at_ = 0;
  std::unique_ptr<SerdEnv, decltype(&serd_env_free)> env_;
  std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader_;
  Quads quads_;
  std::string fault_, scratch_;
  unsigned line_ = 0, column_ = 0;
};

}  // namespace

TermId Terms::number(Term::Kind kind, std::string_view text, std::string_view datatype,
                     std::string_view language) {
  scratch_.assign(1, static_cast<char>('0' + static_cast<int>(kind)));
  scratch_ += text;
  if (kind == Term::Kind::literal) {
    scratch_ += '\0';
    scratch_ += datatype;
    scratch_ += '\0';
    scratch_ += language;
  }
  if (const auto known = numbers_.find(scratch_); known != numbers_.end()) return known->second;
  if (terms_.size() == no_term) throw Error("more than 4,294,967,294 terms");
  const std::string_view key = keys_.emplace_back(scratch_);
  const auto id = static_cast<TermId>(terms_.size());
  Term term{kind, key.substr(1, text.size()), {}, {}};
  if (kind == Term::Kind::literal) {
    term.datatype = key.substr(2 + text.size(), datatype.size());
    term.language = key.substr(3 + text.size() + datatype.size());
  }
  terms_.push_back(term);
  numbers_.emplace(key, id);
  return id;
}

TermId Terms::find_iri(std::string_view iri) const {
  std::string key(1, '0');
  key += iri;
  const auto known = numbers_.find(key);
  return known == numbers_.end() ? no_term : known->second;
}

Quads read_quads(const InputText& input, GraphSyntax syntax) {
  input.require_utf8();
  std::string rewritten;
  InputText text = input;
  if (has_triple_terms(input.bytes)) {
    if (syntax == GraphSyntax::nquads)
      input.fail(input.bytes.find("<<("),
                 "triple terms of RDF 1.2 in N-Quads, which are read in TriG or N-Triples");
    rewritten = without_triple_terms(input);
    text.bytes = rewritten;
    if (syntax == GraphSyntax::ntriples) syntax = GraphSyntax::turtle;
  }
  if (syntax == GraphSyntax::turtle || syntax == GraphSyntax::trig) require_shallow(text);
  return SerdQuads(text, syntax).read();
}

}  // namespace relata::importing
