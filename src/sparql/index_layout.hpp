// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace relata::sparql {

/// Length of a key: the digits of a stable_id.
inline constexpr std::size_t key_size = 32;

/// What an index begins with. The sections follow in the order of Section, each at a multiple of 8, zeros
/// between.
struct IndexHeader {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::array<char, key_size> key;
  std::uint32_t term_count, kind_count, triple_count, slot_count;
  std::uint64_t kind_text_size, text_size;
  std::uint64_t content_sum;  ///< of the sections' checksums
  std::uint64_t check;        ///< checksum of all above
};

/// Goes up with every change of the layout or of what the RDF says.
inline constexpr std::uint32_t index_version = 3;
inline constexpr std::array<char, 8> index_magic = {'R', 'E', 'L', 'A', 'T', 'A', 'I', 'X'};
inline constexpr std::uint32_t index_byte_order = 0x01020304;

enum Section : std::size_t {
  kind_text,
  kind_text_ends,
  kinds,
  text,
  text_ends,
  slots,
  spo_ends,
  spo,
  pos_ends,
  pos,
  ops_ends,
  ops,
  section_count
};

/// Where the sections begin, and where the last ends.
struct IndexLayout {
  std::array<std::uint64_t, section_count + 1> starts;
  std::array<std::uint64_t, section_count> sizes;
  std::uint64_t size() const { return starts[section_count]; }
};

/// The sections' bytes.
using Sections = std::array<std::span<const unsigned char>, section_count>;

IndexHeader index_header();
std::uint64_t check_of(const IndexHeader& header);
std::uint64_t content_sum_of(const Sections& sections);
/// Nothing where the header is of no index of this version, or its counts cannot be.
std::optional<IndexLayout> layout_of(const IndexHeader& header);

}  // namespace relata::sparql
