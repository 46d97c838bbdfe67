// SPDX-License-Identifier: MIT
#define kernel_width 8
#define kernel_rows 4
#include "annotate/kernel_template.hpp"

namespace relata::annotate {

extern const Kernels avx2_kernels;
const Kernels avx2_kernels = {"avx2", lanes, affine, maxout_norm, convolve, add_norm, best_action};

}  // namespace relata::annotate
