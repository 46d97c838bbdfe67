// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "import/input_text.hpp"
#include "relata/import_graph.hpp"

namespace relata::importing {

/// A term of RDF 1.1.
struct Term {
  enum class Kind : std::uint8_t { iri, blank, literal };
  Kind kind = Kind::iri;
  std::string_view text;      ///< IRI, label or value
  std::string_view datatype;  ///< literal: IRI; empty: a string
  std::string_view language;  ///< literal: tag, or empty
};

using TermId = std::uint32_t;
inline constexpr TermId no_term = 0xFFFFFFFF;

/// A triple in a graph; `graph` is no_term in the default graph.
struct Quad {
  TermId subject, predicate, object, graph;
};

/// Terms by number, each once.
class Terms {
 public:
  TermId number(Term::Kind kind, std::string_view text, std::string_view datatype = {},
                std::string_view language = {});
  /// Makes room for about as many terms.
  void reserve(std::size_t terms) { numbers_.reserve(terms); }
  /// no_term where there is none.
  TermId find_iri(std::string_view iri) const;
  const Term& operator[](TermId id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }

 private:
  std::deque<std::string> keys_;  ///< what the views of terms point to
  std::vector<Term> terms_;
  std::unordered_map<std::string_view, TermId> numbers_;
  std::string scratch_;
};

/// All that a file says, in its order.
struct Quads {
  Terms terms;
  std::vector<Quad> quads;
};

/// Reads Turtle, N-Triples, N-Quads or TriG. Throws Error with line and fault.
Quads read_quads(const InputText& input, GraphSyntax syntax);

}  // namespace relata::importing
