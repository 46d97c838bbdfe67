// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <vector>

namespace relata::annotate {

/// Storage aligned to a cache line, as the widest vectors want it.
template <typename T>
struct LineAllocator {
  using value_type = T;
  LineAllocator() = default;
  template <typename U>
  LineAllocator(const LineAllocator<U>&) {}
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new (n * sizeof(T), std::align_val_t{64})); }
  void deallocate(T* p, std::size_t) { ::operator delete (p, std::align_val_t{64}); }
  bool operator==(const LineAllocator&) const { return true; }
};
using Floats = std::vector<float, LineAllocator<float>>;

/// Weights of `columns` outputs over `depth` inputs, in panels of three vectors: [panel][depth][3 * width].
/// Columns past the last are zero.
struct PackedMatrix {
  std::size_t depth = 0;
  std::size_t columns = 0;
  std::size_t panels = 0;
  Floats weights;
  Floats bias;  ///< [panel][3 * width]
};

/// The layers that take almost all of the time, for one instruction set. Every function is a pure function of
/// its arguments; pointers need no alignment unless told.
struct Kernels {
  const char* name;
  std::size_t width;  ///< floats in a vector

  /// out[r][c] = rows[r] . column c + bias, for all c < panels * 3 * width.
  void (*affine)(const float* const* rows, std::size_t count, const PackedMatrix& m, float* out,
                 std::size_t stride);

  /// Maxout of three pieces, layer normalisation, and the residual where there is one:
  /// out[r] = LN(max of three columns) * gain + shift + (residual < 0 ? 0 : rows[r][residual..]).
  /// The packed columns are (vector of outputs) x (piece); there are `units` outputs, a multiple of 16.
  void (*maxout_norm)(const float* const* rows, std::size_t count, const PackedMatrix& m, std::size_t units,
                      const float* gain, const float* shift, std::ptrdiff_t residual, float* const* out,
                      float* scratch);

  /// A maxout layer over windows of three rows, with normalisation and residual: for each pair, four rows of
  /// `units` floats behind each other from rows[i], the outputs of the middle two at out[i]. `m` is made by
  /// pack_convolution; `scratch` holds convolve_scratch(units) floats.
  void (*convolve)(const float* const* rows, std::size_t pairs, const PackedMatrix& m, std::size_t units,
                   const float* gain, const float* shift, float* const* out, float* scratch);

  /// The same layer from products known before: out[i] = LN(max of (left of products[i] + middle of
  /// products[i + 1] + right of products[i + 2])) * gain + shift + residuals[i], for `count` rows. Products
  /// are three times the columns of a pack_maxout matrix.
  void (*add_norm)(const float* const* products, std::size_t count, std::size_t units, const float* gain,
                   const float* shift, const float* const* residuals, float* const* out, float* scratch);

  /// Scores of a parser state: hidden = max over pieces of (sum of the features + bias), scores = upper .
  /// hidden + upper bias. `units` is a multiple of 16; features and `bias` are [pieces][units]; `upper` is
  /// [units][padded], `padded` a multiple of 16, aligned to 64 bytes like `mask` and `scores`. Returns the
  /// first class of the highest score + mask, or -1 where no class is open (mask 0) or no score a number.
  int (*best_action)(const float* const* features, std::size_t count, std::size_t pieces, std::size_t units,
                     const float* bias, const float* upper, const float* upper_bias, std::size_t padded,
                     const float* mask, float* scores);
};

/// What closes a class in a mask.
inline constexpr float closed = -1e35F;
/// Rows that maxout_norm works on at a time: `scratch` holds as many times `units`.
inline constexpr std::size_t tile_rows = 32;

constexpr std::size_t convolve_scratch(std::size_t units) {
  constexpr std::size_t widest = 16;
  return 2 * tile_rows * (units + 3 * widest) + tile_rows * units;
}

extern const Kernels portable_kernels;
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;

/// The sets this processor runs, the fastest first.
std::vector<const Kernels*> usable_kernels();

/// The fastest set this processor runs. RELATA_KERNEL=portable or avx2 asks for a lower one.
const Kernels& choose_kernels();

/// Packs a [columns][depth] matrix.
PackedMatrix pack(const Kernels& kernels, const float* weights, const float* bias, std::size_t columns,
                  std::size_t depth);
/// Packs a [units][3][depth] maxout layer.
PackedMatrix pack_maxout(const Kernels& kernels, const float* weights, const float* bias, std::size_t units,
                         std::size_t depth);
/// Packs a [units][3][3 * units] maxout layer over windows of three rows as the four matrices of Winograd's
/// minimal filtering: two outputs take four products, not six.
PackedMatrix pack_convolution(const Kernels& kernels, const float* weights, const float* bias,
                              std::size_t units);

}  // namespace relata::annotate
