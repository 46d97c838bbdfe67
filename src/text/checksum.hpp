// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace relata {

/// The increment of splitmix64: 2^64 divided by the golden ratio, odd.
inline constexpr std::uint64_t golden_step = 0x9E3779B97F4A7C15;

/// The output function of splitmix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
/// generators"): `splitmix64(n * golden_step)` is its n-th number, the same on every machine.
constexpr std::uint64_t splitmix64(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

/// One step of a sum over words, one to one in each of the two, so that no change of one word is lost.
constexpr std::uint64_t mixed_word(std::uint64_t sum, std::uint64_t word) {
  sum = (sum ^ word) * golden_step;
  return sum ^ (sum >> 29);
}

/// Tells whether a file of our own came back as it was written: any changed byte changes the sum, and other
/// damage goes unseen once in 2^64. Not one against forgery. Reads some ten bytes a nanosecond.
std::uint64_t checksum(const void* bytes, std::size_t size);

}  // namespace relata
