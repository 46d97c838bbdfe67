// SPDX-License-Identifier: MIT
#include "import/joint_confidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace relata::importing {
namespace {

/// The doubts `1 − c` of two sentences, in hundredths, whose product with `others` is nearest to `doubt`.
struct Pair {
  int a = 100, b = 100;
  double miss = 2;
};

Pair nearest_pair(double others, double doubt, int about) {
  Pair best;
  for (int step = 0; step <= 200; ++step) {  // about, about + 1, about - 1, …
    const int a = about + (step % 2 == 0 ? -step / 2 : (step + 1) / 2);
    if (a < 0 || a > 100) continue;
    const double exact = others * a == 0 ? 100 : 100 * doubt / (others * a / 100);
    for (const double candidate : {std::floor(exact), std::ceil(exact)}) {
      const int b = static_cast<int>(std::clamp(candidate, 0.0, 100.0));
      const double miss = std::abs(others * a * b / 1e4 - doubt);
      if (miss < best.miss - 1e-12) best = {a, b, miss};
    }
  }
  return best;
}

}  // namespace

std::vector<double> split_confidence(double joint, std::size_t sentences) {
  constexpr double highest = 0.99, half_a_step = 0.45e-4;  // joint confidences have four decimals
  if (!std::isfinite(joint)) joint = 0;
  joint = std::clamp(joint, 0.0, highest);
  if (sentences < 2) return {std::round(joint * 100) / 100};
  const double doubt = 1 - joint;
  std::vector<int> doubts(sentences, 100);
  Pair best;
  // Where no pair fits beside evenly spread doubts, the others take less of it, which leaves the pair more
  // choice.
  constexpr int most_shifts = 60;
  for (int shift = 0; shift <= most_shifts && best.miss > half_a_step; ++shift) {
    double others = 1, left = std::min(1.0, doubt * (1 + 0.02 * shift));
    std::vector<int> tried(sentences, 100);
    // Spread over more sentences than this, doubts round to 100: nothing of it is the first ones' share.
    const double most_spread = std::log(left) / std::log(0.995) + 1;
    const std::size_t first = static_cast<double>(sentences) > most_spread
                                  ? sentences - static_cast<std::size_t>(std::max(2.0, most_spread))
                                  : 0;
    for (std::size_t i = first; i + 2 < sentences; ++i) {
      const double even = 100 * std::pow(left, 1.0 / static_cast<double>(sentences - i));
      tried[i] = std::clamp(static_cast<int>(std::lround(even)), 1, 100);
      others *= tried[i] / 100.0;
      left = std::min(1.0, left / (tried[i] / 100.0));
    }
    const Pair pair = nearest_pair(
        others, doubt, static_cast<int>(std::lround(100 * std::sqrt(std::min(1.0, doubt / others)))));
    if (pair.miss < best.miss - 1e-12) {
      best = pair;
      doubts = tried;
      doubts[sentences - 2] = pair.a;
      doubts[sentences - 1] = pair.b;
    }
    if (sentences == 2) break;
  }
  std::vector<double> confidences;
  confidences.reserve(sentences);
  for (const int each : doubts) confidences.push_back((100 - each) / 100.0);
  return confidences;
}

}  // namespace relata::importing
