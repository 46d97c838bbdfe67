// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace relata::sparql {

inline constexpr std::uint64_t fnv_start = 0xCBF29CE484222325;

/// FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923), which goes on from an earlier hash.
inline std::uint64_t fnv(std::string_view bytes, std::uint64_t hash = fnv_start) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  return hash;
}

}  // namespace relata::sparql
