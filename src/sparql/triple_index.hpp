// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "relata/decisions.hpp"
#include "relata/rdf_stream.hpp"
#include "sparql/engine.h"
#include "sparql/index_layout.hpp"

namespace relata::sparql {

/// The triples of a graph, as the engine takes them, in arrays that can be kept in a file and mapped. Equal
/// graphs give equal bytes on machines of one byte order.
class TripleIndex {
 public:
  /// What `relata export` writes as Turtle by default, under this base.
  static TripleIndex of(const KnowledgeGraph& graph, std::string_view base);

  /// The index kept in a file under this key; nothing where there is none, or not as it was
  /// written.
  static std::optional<TripleIndex> open(const std::filesystem::path& file, std::string_view key);
  /// Keeps the index in a file: whole, or not at all. False where it cannot be written.
  bool save(const std::filesystem::path& file, std::string_view key) const;

  /// These triples, made of a graph without verdicts, as these leave them; nothing where that does not follow
  /// from them. save() keeps them as they were.
  std::optional<TripleIndex> under(const Decisions& decisions, std::string_view base) const;

  /// The arrays; they live as long as this object.
  const relata_sparql_index& arrays() const { return arrays_; }
  std::size_t size() const { return arrays_.triple_count + arrays_.added_count - arrays_.removed_count; }

 private:
  friend class TripleIndexBuilder;
  /// Sections of the sizes that the header says, which something else owns: arrays or a mapped file.
  TripleIndex(std::shared_ptr<const void> owner, const IndexHeader& header, const Sections& sections);

  std::shared_ptr<const void> owner_;
  IndexHeader header_;
  Sections sections_;
  relata_sparql_index arrays_{};
};

}  // namespace relata::sparql
