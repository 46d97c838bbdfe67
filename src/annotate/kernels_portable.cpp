// SPDX-License-Identifier: MIT
#define kernel_width 4
#define kernel_rows 4
#include "annotate/kernel_template.hpp"

namespace relata::annotate {

extern const Kernels portable_kernels;
const Kernels portable_kernels = {"portable", lanes, affine, maxout_norm, convolve, add_norm, best_action};

}  // namespace relata::annotate
