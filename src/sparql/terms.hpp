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

/// Terms as the index has them (see engine.h).
struct TermArrays {
  std::string kind_text, text;
  std::vector<std::uint32_t> kind_text_ends;
  std::vector<std::uint16_t> kinds;
  std::vector<std::uint64_t> text_ends;
};

/// Numbers terms in the order in which they come.
class Terms {
 public:
  /// `expected_text`: about how many bytes the terms will take.
  Terms(std::string_view base, std::size_t expected_text);

  Id id_of(const RdfTerm& term);

  std::string_view text_of(Id id) const;
  /// The kind's name as engine.h has it.
  std::string_view kind_name_of(Id id) const { return kind_names_[arrays.kinds[id]]; }

  TermArrays arrays;
  /// The hash table of all terms.
  std::vector<Id> slots() const;

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
  /// A term that may come again. The upper half of its hash stands beside it: of the terms that are met on
  /// the way to the one sought few are looked at.
  struct Slot {
    std::uint32_t tag;
    Id id;
  };
  Recent& recent_for(const RdfTerm& term);
  Id find_or_add(const RdfTerm& term);
  std::uint16_t kind_of(std::string_view name);
  Id intern(std::uint16_t kind, std::string_view words);
  /// The term whose text was just appended.
  Id added(std::uint16_t kind, std::uint64_t hash);
  void append_iri(std::string& out, const RdfTerm& term) const;
  void grow();

  std::vector<RdfNamespace> namespaces_;
  std::vector<std::string> kind_names_;
  std::vector<Slot> seen_;
  std::size_t seen_count_ = 0;
  std::vector<std::uint64_t> hashes_;
  std::vector<Recent> recent_;
  std::array<std::vector<Id>, rdf_space_count> by_place_;
  std::string scratch_, datatype_;
};

}  // namespace relata::sparql
