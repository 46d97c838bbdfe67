// SPDX-License-Identifier: MIT
#include "text/checksum.hpp"

#include <array>
#include <cstring>

namespace relata {
namespace {

constexpr std::size_t lane_count = 4;
constexpr std::size_t block = lane_count * sizeof(std::uint64_t);

}  // namespace

std::uint64_t checksum(const void* bytes, std::size_t size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  // Lanes of their own, since a multiplication waits for the one before it.
  std::array<std::uint64_t, lane_count> lanes = {1, 2, 3, 4}, words{};
  std::size_t left = size;
  for (; left >= block; left -= block, at += block) {
    std::memcpy(words.data(), at, block);
    for (std::size_t i = 0; i < lane_count; ++i) lanes[i] = mixed_word(lanes[i], words[i]);
  }
  words = {};
  if (left > 0) std::memcpy(words.data(), at, left);
  std::uint64_t sum = size;
  for (std::size_t i = 0; i < lane_count; ++i) sum = mixed_word(sum, mixed_word(lanes[i], words[i]));
  return splitmix64(sum);
}

}  // namespace relata
