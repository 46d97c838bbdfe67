// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/checksum.hpp"

namespace relata::sparql {

/// The hash by which the engine finds terms (`term_hash` of engine/src/index.rs), which goes on from an
/// earlier one: words of the machine's byte order, the last filled up with zeros.
inline std::uint64_t term_hash(std::string_view bytes, std::uint64_t hash = 0) {
  hash = mixed_word(hash, bytes.size());
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = std::min(sizeof word, bytes.size());
    std::memcpy(&word, bytes.data(), size);
    hash = mixed_word(hash, word);
    bytes.remove_prefix(size);
  }
  return hash;
}

}  // namespace relata::sparql
