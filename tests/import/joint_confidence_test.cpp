// SPDX-License-Identifier: MIT
#include "import/joint_confidence.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using relata::importing::split_confidence;

namespace {

/// As assemble() counts sentences together.
double joined(const std::vector<double>& confidences) {
  double doubt = 1;
  for (const double c : confidences) doubt *= 1 - c;
  return std::min(0.99, std::round((1 - doubt) * 1e4) / 1e4);
}

}  // namespace

TEST_CASE("a joint confidence is split into confidences that give it again", "[import]") {
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<double> parts(1 + random() % 12);
    for (double& c : parts) c = static_cast<double>(random() % 101) / 100;
    const double joint = joined(parts);
    const std::vector<double> split = split_confidence(joint, parts.size());
    INFO(joint << " of " << parts.size());
    REQUIRE(split.size() == parts.size());
    REQUIRE(joined(split) == joint);
    for (const double c : split) REQUIRE(c == std::round(c * 100) / 100);
  }
}

TEST_CASE("what no sentences give is split into what comes near", "[import]") {
  CHECK(split_confidence(1, 2) == std::vector<double>{0.9, 0.9});
  CHECK(split_confidence(0.12345, 1) == std::vector<double>{0.12});
  CHECK(split_confidence(std::nan(""), 1) == std::vector<double>{0});
  CHECK(std::abs(joined(split_confidence(0.123, 2)) - 0.123) < 0.005);
  CHECK(joined(split_confidence(0.85, 1000)) == 0.85);
}
