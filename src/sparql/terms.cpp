// SPDX-License-Identifier: MIT
#include "sparql/terms.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"
#include "relata/error.hpp"
#include "sparql/engine.h"
#include "sparql/term_hash.hpp"

namespace relata::sparql {
namespace {

constexpr std::size_t recent_count = 1024;
constexpr std::size_t longest_recent = 64;
constexpr std::size_t smallest_table = 1024;

/// Of these every mention has its place, so that what has a new place is a new term.
bool always_placed(RdfSpace space) {
  return space == RdfSpace::statement || space == RdfSpace::sentence;
}

}  // namespace

Terms::Terms(std::string_view base, std::size_t expected_text)
    : namespaces_(rdf_namespaces(base)),
      seen_(smallest_table, {0, relata_sparql_no_term}),
      recent_(recent_count) {
  arrays.text.reserve(expected_text);
}

Id Terms::id_of(const RdfTerm& term) {
  if (term.place != RdfTerm::no_place) {
    std::vector<Id>& known = by_place_[static_cast<std::size_t>(term.space)];
    if (term.place >= known.size()) known.resize(std::size_t{term.place} * 2 + 1, relata_sparql_no_term);
    Id& id = known[term.place];
    if (id != relata_sparql_no_term) return id;
    if (!always_placed(term.space)) return id = find_or_add(term);
    const std::size_t start = arrays.text.size();
    append_iri(arrays.text, term);
    const std::uint16_t kind = kind_of("I");
    return id = added(kind,
                      term_hash(std::string_view(arrays.text).substr(start), term_hash(kind_names_[kind])));
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
  const std::uint64_t hash = term_hash(
      term.text, static_cast<std::uint64_t>(term.space) << 8 | static_cast<std::uint64_t>(term.kind));
  return recent_[hash >> 32 & (recent_count - 1)];
}

Id Terms::find_or_add(const RdfTerm& term) {
  scratch_.clear();
  switch (term.kind) {
    case RdfTerm::Kind::iri:
      append_iri(scratch_, term);
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
  arrays.kind_text += name;
  arrays.kind_text_ends.push_back(static_cast<std::uint32_t>(arrays.kind_text.size()));
  return static_cast<std::uint16_t>(kind_names_.size() - 1);
}

std::string_view Terms::text_of(Id id) const {
  const std::uint64_t start = id == 0 ? 0 : arrays.text_ends[id - 1];
  return std::string_view(arrays.text).substr(start, arrays.text_ends[id] - start);
}

void Terms::append_iri(std::string& out, const RdfTerm& term) const {
  out += namespaces_[static_cast<std::size_t>(term.space)].iri;
  rdf::append_iri_name(out, term.text);
}

Id Terms::added(std::uint16_t kind, std::uint64_t hash) {
  const auto id = static_cast<Id>(arrays.kinds.size());
  if (id == std::uint32_t{1} << 30) throw Error("SPARQL: the graph has more than a thousand million terms");
  hashes_.push_back(hash);
  arrays.kinds.push_back(kind);
  arrays.text_ends.push_back(arrays.text.size());
  return id;
}

Id Terms::intern(std::uint16_t kind, std::string_view words) {
  const std::size_t mask = seen_.size() - 1;
  const std::uint64_t hash = term_hash(words, term_hash(kind_names_[kind]));
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t slot = hash & mask;
  for (; seen_[slot].id != relata_sparql_no_term; slot = (slot + 1) & mask) {
    const auto [other, id] = seen_[slot];
    if (other == tag && arrays.kinds[id] == kind && text_of(id) == words) return id;
  }
  arrays.text += words;
  const Id id = added(kind, hash);
  seen_[slot] = {tag, id};
  if (++seen_count_ * 2 > seen_.size()) grow();
  return id;
}

void Terms::grow() {
  std::vector<Slot> before(seen_.size() * 2, {0, relata_sparql_no_term});
  before.swap(seen_);
  const std::size_t mask = seen_.size() - 1;
  for (const Slot& each : before) {
    if (each.id == relata_sparql_no_term) continue;
    std::size_t slot = hashes_[each.id] & mask;
    while (seen_[slot].id != relata_sparql_no_term) slot = (slot + 1) & mask;
    seen_[slot] = each;
  }
}

std::vector<Id> Terms::slots() const {
  constexpr std::size_t ahead = 16;  // slots lie anywhere: they are fetched before their turn comes
  std::vector<Id> slots(std::bit_ceil(std::max(smallest_table, hashes_.size() * 2)), relata_sparql_no_term);
  const std::size_t mask = slots.size() - 1;
  for (Id id = 0; id < hashes_.size(); ++id) {
    if (id + ahead < hashes_.size()) __builtin_prefetch(&slots[hashes_[id + ahead] & mask], 1);
    std::size_t slot = hashes_[id] & mask;
    while (slots[slot] != relata_sparql_no_term) slot = (slot + 1) & mask;
    slots[slot] = id;
  }
  return slots;
}

}  // namespace relata::sparql
