// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace relata::detail {

/// Which gold is credited by which prediction.
struct Credit {
  static constexpr std::uint32_t none = UINT32_MAX;
  std::vector<std::uint32_t> by;  ///< for each gold the prediction that it is credited to, or none
  std::vector<bool> fits_some;    ///< for each prediction: it fits some gold
};

/// Credits as many of `golds` as can be, each to a prediction of its own; earlier ones come first where not
/// all can be credited. `fits(gold, prediction)` is asked once a pair.
Credit credit(std::uint32_t golds, std::uint32_t predictions,
              const std::function<bool(std::uint32_t, std::uint32_t)>& fits);

}  // namespace relata::detail
