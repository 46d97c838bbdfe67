// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "import/rdf_quads.hpp"
#include "relata/evidence.hpp"
#include "relata/rdf_stream.hpp"

namespace relata::importing {

/// A name that relata minted below its base.
struct OwnName {
  RdfSpace space;
  std::string name;  ///< decoded
};

/// The IRIs that relata writes, as terms of a file.
class RdfVocabulary {
 public:
  /// `base` empty: that of the file's own vocabulary, else the default.
  RdfVocabulary(const Terms& terms, const std::string& base);

  std::optional<OwnName> own(std::string_view iri) const;

  // Terms of the file; no_term where it has no such.
  TermId type, subject, predicate, object, reifies, first;
  TermId same_as, alt_label, alternate_name, title, issued, part_of, derived_from;
  TermId article, sentence, uri, text, begin, end, status, confidence, verdict, source, source_name, start;

  /// How good a property is as a label: 0 is best, -1 is none.
  int label_rank(TermId predicate) const;
  /// Whether members of this class are classes and properties, not things.
  bool is_schema_class(TermId cls) const;

 private:
  std::vector<RdfNamespace> spaces_;  ///< by RdfSpace
  std::vector<TermId> labels_, schema_classes_;
};

/// What a property says of two things.
struct Property {
  std::string relation;
  bool own = false;  ///< one of relata's, of which the status is told
  Status status = Status::factual;
};

/// The relation that a property is, by its name alone where it is not relata's.
Property property_of(std::string_view iri, const RdfVocabulary& vocabulary);

/// The last part of an IRI, decoded: what people call it.
///   http://xmlns.com/foaf/0.1/knows → knows
std::string local_name(std::string_view iri);

}  // namespace relata::importing
