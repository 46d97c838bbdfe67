// SPDX-License-Identifier: MIT
#define kernel_width 16
#define kernel_rows 8
#include "annotate/kernel_template.hpp"

namespace relata::annotate {

extern const Kernels avx512_kernels;
const Kernels avx512_kernels = {"avx512", lanes, affine, maxout_norm, convolve, add_norm, best_action};

}  // namespace relata::annotate
