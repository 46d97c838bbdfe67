// SPDX-License-Identifier: MIT
#include "sparql/terms.hpp"

#include <cstring>
#include <limits>

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"
#include "relata/error.hpp"
#include "sparql/engine.h"
#include "sparql/fnv.hpp"
#include "text/checksum.hpp"

namespace relata::sparql {
namespace {

constexpr std::size_t recent_count = 1024;
constexpr std::size_t longest_recent = 64;

}  // namespace

Terms::Terms(std::string_view base) : namespaces_(rdf_namespaces(base)), recent_(recent_count) {
  slots_.assign(1024, relata_sparql_no_term);
}

Id Terms::id_of(const RdfTerm& term) {
  if (term.place != RdfTerm::no_place) {
    std::vector<Id>& known = by_place_[static_cast<std::size_t>(term.space)];
    if (term.place >= known.size()) known.resize(std::size_t{term.place} * 2 + 1, relata_sparql_no_term);
    Id& id = known[term.place];
    if (id == relata_sparql_no_term) id = find_or_add(term);
    return id;
  }
  if (term.text.size() > longest_recent) return find_or_add(term);
  Recent& recent = recent_for(term);
  if (recent.is_one && recent.kind == term.kind && recent.space == term.space && recent.text == term.text &&
      recent.datatype == term.datatype)
    return recent.id;
  const Id id = find_or_add(term);
  recent.kind = term.kind;
  recent.space = term.space;
  recent.text = term.text;
  recent.datatype = term.datatype;
  recent.id = id;
  recent.is_one = true;
  return id;
}

Terms::Recent& Terms::recent_for(const RdfTerm& term) {
  std::uint64_t hash = term.text.size() << 16 | static_cast<std::uint64_t>(term.space) << 8 |
                       static_cast<std::uint64_t>(term.kind);
  for (std::size_t i = 0; i < term.text.size(); i += sizeof hash) {
    std::uint64_t word = 0;
    std::memcpy(&word, term.text.data() + i, std::min(sizeof word, term.text.size() - i));
    hash = (hash ^ word) * golden_step;
    hash ^= hash >> 29;
  }
  return recent_[hash >> 32 & (recent_count - 1)];
}

Id Terms::find_or_add(const RdfTerm& term) {
  scratch_.clear();
  switch (term.kind) {
    case RdfTerm::Kind::iri:
      scratch_ += namespaces_[static_cast<std::size_t>(term.space)].iri;
      rdf::append_iri_name(scratch_, term.text);
      return intern(kind_of("I"), scratch_);
    case RdfTerm::Kind::blank:
      return intern(kind_of("B"), term.text);
    case RdfTerm::Kind::literal:
      break;
  }
  rdf::append_literal_text(scratch_, term.text);
  if (term.datatype.empty()) return intern(kind_of("S"), scratch_);
  datatype_ = 'T';
  datatype_ += namespaces_[static_cast<std::size_t>(RdfSpace::xsd)].iri;
  rdf::append_iri_name(datatype_, term.datatype.substr(4));  // `xsd:` and the name
  return intern(kind_of(datatype_), scratch_);
}

std::uint16_t Terms::kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kind_names_.size(); ++i)
    if (kind_names_[i] == name) return static_cast<std::uint16_t>(i);
  if (kind_names_.size() == std::numeric_limits<std::uint16_t>::max())
    throw Error("SPARQL: too many datatypes");
  kind_names_.emplace_back(name);
  kind_text += name;
  kind_text_ends.push_back(static_cast<std::uint32_t>(kind_text.size()));
  return static_cast<std::uint16_t>(kind_names_.size() - 1);
}

std::string_view Terms::text_of(Id id) const {
  const std::uint64_t start = id == 0 ? 0 : text_ends[id - 1];
  return std::string_view(text).substr(start, text_ends[id] - start);
}

Id Terms::intern(std::uint16_t kind, std::string_view words) {
  const std::size_t mask = slots_.size() - 1;
  const std::uint64_t hash = fnv(words, fnv(kind_names_[kind]));
  std::size_t slot = hash & mask;
  for (; slots_[slot] != relata_sparql_no_term; slot = (slot + 1) & mask) {
    const Id id = slots_[slot];
    if (hashes_[id] == hash && kinds[id] == kind && text_of(id) == words) return id;
  }
  const auto id = static_cast<Id>(kinds.size());
  if (id == std::uint32_t{1} << 30) throw Error("SPARQL: the graph has more than a thousand million terms");
  slots_[slot] = id;
  hashes_.push_back(hash);
  kinds.push_back(kind);
  text += words;
  text_ends.push_back(text.size());
  if (kinds.size() * 2 > slots_.size()) grow();
  return id;
}

void Terms::grow() {
  slots_.assign(slots_.size() * 2, relata_sparql_no_term);
  const std::size_t mask = slots_.size() - 1;
  for (Id id = 0; id < hashes_.size(); ++id) {
    std::size_t slot = hashes_[id] & mask;
    while (slots_[slot] != relata_sparql_no_term) slot = (slot + 1) & mask;
    slots_[slot] = id;
  }
}

}  // namespace relata::sparql
