// SPDX-License-Identifier: MIT
#include "annotate/kernels.hpp"

#include <cstdlib>
#include <string_view>

namespace relata::annotate {
namespace {

/// Packs columns so that column `c` of the panels is the matrix row `source(c)`; none where that is
/// `columns`.
template <typename Source>
PackedMatrix pack_columns(const Kernels& kernels, const float* weights, const float* bias,
                          std::size_t columns, std::size_t depth, Source source) {
  const std::size_t size = 3 * kernels.width;
  PackedMatrix m;
  m.depth = depth;
  m.columns = columns;
  m.panels = (columns + size - 1) / size;
  m.weights.assign(m.panels * depth * size, 0.0F);
  m.bias.assign(m.panels * size, 0.0F);
  for (std::size_t panel = 0; panel < m.panels; ++panel) {
    for (std::size_t c = 0; c < size; ++c) {
      const std::size_t row = source(panel, c);
      if (row >= columns) continue;
      if (bias != nullptr) m.bias[panel * size + c] = bias[row];
      for (std::size_t k = 0; k < depth; ++k)
        m.weights[(panel * depth + k) * size + c] = weights[row * depth + k];
    }
  }
  return m;
}

}  // namespace

std::vector<const Kernels*> usable_kernels() {
  std::vector<const Kernels*> usable;
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (avx2 && __builtin_cpu_supports("avx512f")) usable.push_back(&avx512_kernels);
  if (avx2) usable.push_back(&avx2_kernels);
#endif
  usable.push_back(&portable_kernels);
  return usable;
}

const Kernels& choose_kernels() {
  const char* const asked = std::getenv("RELATA_KERNEL");
  const std::vector<const Kernels*> usable = usable_kernels();
  for (const Kernels* const kernels : usable)
    if (asked != nullptr && std::string_view(asked) == kernels->name) return *kernels;
  return *usable.front();
}

PackedMatrix pack(const Kernels& kernels, const float* weights, const float* bias, std::size_t columns,
                  std::size_t depth) {
  const std::size_t size = 3 * kernels.width;
  return pack_columns(kernels, weights, bias, columns, depth,
                      [size](std::size_t panel, std::size_t c) { return panel * size + c; });
}

PackedMatrix pack_maxout(const Kernels& kernels, const float* weights, const float* bias, std::size_t units,
                         std::size_t depth) {
  const std::size_t width = kernels.width;
  return pack_columns(kernels, weights, bias, 3 * units, depth, [width](std::size_t panel, std::size_t c) {
    return (panel * width + c % width) * 3 + c / width;
  });
}

PackedMatrix pack_convolution(const Kernels& kernels, const float* weights, const float* bias,
                              std::size_t units) {
  Floats filters(3 * units * 4 * units);
  for (std::size_t row = 0; row < 3 * units; ++row) {
    const float* const from = weights + row * 3 * units;
    float* const to = filters.data() + row * 4 * units;
    for (std::size_t i = 0; i < units; ++i) {
      const double left = from[i], middle = from[units + i], right = from[2 * units + i];
      to[i] = from[i];
      to[units + i] = static_cast<float>((left + middle + right) / 2);
      to[2 * units + i] = static_cast<float>((left - middle + right) / 2);
      to[3 * units + i] = from[2 * units + i];
    }
  }
  return pack_maxout(kernels, filters.data(), bias, units, 4 * units);
}

}  // namespace relata::annotate
