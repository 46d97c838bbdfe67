// SPDX-License-Identifier: MIT
#include "pipeline/ordered_map.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>

#include "relata/error.hpp"

namespace {

using relata::ordered_map;

std::vector<std::size_t> squares(std::size_t count, unsigned jobs) {
  std::vector<std::size_t> taken;
  ordered_map(
      count, jobs,
      [] {
        return [](std::size_t i) {
          if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
          return i * i;
        };
      },
      [&](std::size_t i, std::size_t result) {
        REQUIRE(result == i * i);
        taken.push_back(i);
      });
  return taken;
}

}  // namespace

TEST_CASE("results come in input order, whatever the number of threads", "[pipeline]") {
  std::vector<std::size_t> expected(500);
  for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = i;
  for (const unsigned jobs : {1U, 2U, 3U, 8U}) CHECK(squares(expected.size(), jobs) == expected);
  CHECK(squares(0, 4).empty());
}

TEST_CASE("no thread runs far ahead of the result taken last", "[pipeline]") {
  std::atomic<std::size_t> started = 0;
  std::size_t widest = 0;
  ordered_map(
      200, 2, [&] { return [&](std::size_t i) { return ++started, i; }; },
      [&](std::size_t i, std::size_t) { widest = std::max(widest, started.load() - i); });
  CHECK(widest <= 4 * 2 + 2);
}

TEST_CASE("an exception of a worker or of the taker ends the map and reaches the caller", "[pipeline]") {
  const auto fails_at_50 = [] {
    return [](std::size_t i) {
      if (i == 50) throw relata::Error("item 50");
      return i;
    };
  };
  CHECK_THROWS_WITH(ordered_map(100, 4, fails_at_50, [](std::size_t, std::size_t) {}), "item 50");
  const auto identity = [] { return [](std::size_t i) { return i; }; };
  const auto take = [](std::size_t i, std::size_t) {
    if (i == 10) throw std::runtime_error("taker");
  };
  CHECK_THROWS_WITH(ordered_map(100, 4, identity, take), "taker");
  CHECK_THROWS_WITH(ordered_map(100, 1, identity, take), "taker");
}
