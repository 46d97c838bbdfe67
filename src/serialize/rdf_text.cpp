// SPDX-License-Identifier: MIT
#include "serialize/rdf_text.hpp"

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"

namespace relata {

RdfText::RdfText(std::string_view base) : namespaces_(rdf_namespaces(base)) {}

void RdfText::append_iri(std::string& out, RdfSpace space, std::string_view name) const {
  out += namespaces_[static_cast<std::size_t>(space)].iri;
  rdf::append_iri_name(out, name);
}

bool RdfText::append_prefixed(std::string& out, const RdfTerm& term) const {
  const std::string& prefix = namespaces_[static_cast<std::size_t>(term.space)].prefix;
  if (prefix.empty() || !rdf::is_local_name(term.text)) return false;
  out += prefix;
  out += ':';
  out += term.text;
  return true;
}

void RdfText::append(std::string& out, const RdfTerm& term) const {
  switch (term.kind) {
    case RdfTerm::Kind::iri:
      out += '<';
      append_iri(out, term.space, term.text);
      out += '>';
      break;
    case RdfTerm::Kind::blank:
      out += "_:";
      out += term.text;
      break;
    case RdfTerm::Kind::literal:
      rdf::append_quoted(out, term.text);
      if (term.datatype.empty()) break;
      out += "^^<";
      append_iri(out, RdfSpace::xsd, term.datatype.substr(4));  // `xsd:` and the name
      out += '>';
      break;
  }
}

}  // namespace relata
