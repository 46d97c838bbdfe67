// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "import/input_text.hpp"

namespace relata::importing {

/// Whether Turtle, TriG or N-Triples may hold triple terms of RDF 1.2.
bool has_triple_terms(std::string_view bytes);

/// Turtle or TriG in which each triple term is a blank node with the properties of RDF 1.1's reification, on
/// the same lines: serd knows RDF 1.1 alone. N-Triples become Turtle by it.
///   <<( :a :b :c )>>  →  [ rdf:subject :a ; rdf:predicate :b ; rdf:object :c ]
std::string without_triple_terms(const InputText& input);

}  // namespace relata::importing
