// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relata/rdf_stream.hpp"

namespace relata::sparql {

/// Number of a term.
using Id = std::uint32_t;

/// Numbers terms in the order in which they come, and keeps them as the index has them (see engine.h).
class Terms {
 public:
  explicit Terms(std::string_view base);

  Id id_of(const RdfTerm& term);

  std::string kind_text, text;
  std::vector<std::uint32_t> kind_text_ends;
  std::vector<std::uint16_t> kinds;
  std::vector<std::uint64_t> text_ends;
  const std::vector<Id>& slots() const { return slots_; }

 private:
  /// A term that came lately, as it came: most are properties, statuses and numbers that come again and
  /// again.
  struct Recent {
    RdfTerm::Kind kind = RdfTerm::Kind::iri;
    RdfSpace space = RdfSpace::rdf;
    std::string text, datatype;
    Id id = 0;
    bool is_one = false;
  };
  Recent& recent_for(const RdfTerm& term);
  Id find_or_add(const RdfTerm& term);
  std::uint16_t kind_of(std::string_view name);
  std::string_view text_of(Id id) const;
  Id intern(std::uint16_t kind, std::string_view words);
  void grow();

  std::vector<RdfNamespace> namespaces_;
  std::vector<std::string> kind_names_;
  std::vector<Id> slots_;
  std::vector<std::uint64_t> hashes_;
  std::vector<Recent> recent_;
  std::array<std::vector<Id>, rdf_space_count> by_place_;
  std::string scratch_, datatype_;
};

}  // namespace relata::sparql
