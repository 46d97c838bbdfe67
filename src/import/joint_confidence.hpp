// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace relata::importing {

/// Confidences of `sentences` sentences, in hundredths as records hold them, that assemble() counts together
/// to `joint` again, or to the nearest that there is: the inverse of noisy-or, which has many; this one
/// spreads them as evenly as it can.
std::vector<double> split_confidence(double joint, std::size_t sentences);

}  // namespace relata::importing
