// SPDX-License-Identifier: MIT
#include "sparql/index_layout.hpp"

#include <bit>

#include "sparql/engine.h"
#include "text/checksum.hpp"

namespace relata::sparql {

IndexHeader index_header() {
  IndexHeader header{};
  header.magic = index_magic;
  header.version = index_version;
  header.byte_order = index_byte_order;
  return header;
}

std::uint64_t check_of(const IndexHeader& header) {
  return checksum(&header, offsetof(IndexHeader, check));
}

std::uint64_t content_sum_of(const Sections& sections) {
  std::array<std::uint64_t, section_count> sums{};
  for (std::size_t i = 0; i < section_count; ++i) sums[i] = checksum(sections[i].data(), sections[i].size());
  return checksum(sums.data(), sizeof sums);
}

std::optional<IndexLayout> layout_of(const IndexHeader& header) {
  if (header.magic != index_magic || header.version != index_version ||
      header.byte_order != index_byte_order || header.check != check_of(header))
    return std::nullopt;
  constexpr std::uint64_t largest = std::uint64_t{1} << 56;  // keeps the sums below from running over
  if (header.kind_text_size > largest || header.text_size > largest ||
      !std::has_single_bit(header.slot_count) || header.slot_count <= header.term_count)
    return std::nullopt;
  const std::uint64_t terms = header.term_count, triples = header.triple_count;
  IndexLayout layout{};
  std::array<std::uint64_t, section_count>& sizes = layout.sizes;
  sizes[kind_text] = header.kind_text_size;
  sizes[kind_text_ends] = std::uint64_t{header.kind_count} * sizeof(std::uint32_t);
  sizes[kinds] = terms * sizeof(std::uint16_t);
  sizes[text] = header.text_size;
  sizes[text_ends] = terms * sizeof(std::uint64_t);
  sizes[slots] = std::uint64_t{header.slot_count} * sizeof(std::uint32_t);
  sizes[spo_ends] = sizes[pos_ends] = sizes[ops_ends] = terms * sizeof(std::uint32_t);
  sizes[spo] = sizes[pos] = sizes[ops] = triples * sizeof(relata_sparql_pair);
  std::uint64_t at = sizeof(IndexHeader);
  for (std::size_t i = 0; i < section_count; ++i) {
    layout.starts[i] = at;
    at = (at + sizes[i] + 7) / 8 * 8;
  }
  layout.starts[section_count] = at;
  return layout;
}

}  // namespace relata::sparql
