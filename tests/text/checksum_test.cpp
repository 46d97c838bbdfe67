// SPDX-License-Identifier: MIT
#include "text/checksum.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace relata;

TEST_CASE("every length and every changed bit gives a sum of its own", "[text]") {
  std::string bytes;
  std::set<std::uint64_t> sums;
  std::size_t count = 0;
  for (int size = 0; size < 100; ++size, bytes += static_cast<char>(size * 37)) {
    sums.insert(checksum(bytes.data(), bytes.size()));
    ++count;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      std::string changed = bytes;
      changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
      sums.insert(checksum(changed.data(), changed.size()));
      ++count;
    }
  }
  CHECK(sums.size() == count);
}

TEST_CASE("zeros at the end count", "[text]") {
  const std::string zeros(64, '\0');
  CHECK(checksum(zeros.data(), 31) != checksum(zeros.data(), 32));
  CHECK(checksum(zeros.data(), 32) != checksum(zeros.data(), 64));
}
