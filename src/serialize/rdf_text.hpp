// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "relata/rdf_stream.hpp"

namespace relata {

/// Writes terms as N-Triples 1.1 has them (W3C Recommendation "RDF 1.1 N-Triples").
class RdfText {
 public:
  explicit RdfText(std::string_view base);

  /// `<iri>`, `"literal"`, `"literal"^^<datatype>`, `_:label`.
  void append(std::string& out, const RdfTerm& term) const;
  /// `prefix:name` of an IRI, where every reader takes that; else appends nothing and returns false.
  bool append_prefixed(std::string& out, const RdfTerm& term) const;
  /// The IRI without its angle brackets.
  void append_iri(std::string& out, RdfSpace space, std::string_view name) const;

  const std::vector<RdfNamespace>& namespaces() const { return namespaces_; }

 private:
  std::vector<RdfNamespace> namespaces_;
};

}  // namespace relata
