// SPDX-License-Identifier: MIT
// The kernels over a vector of `kernel_width` floats and tiles of `kernel_rows` rows, both set by the file
// that includes this one and is compiled for one instruction set. All is in an anonymous namespace and calls
// nothing of the standard library that is not a builtin: no code made for a newer processor may be shared
// with the rest.

#include "annotate/kernels.hpp"

namespace relata::annotate {
namespace {

typedef float Vector __attribute__((vector_size(kernel_width * 4)));
typedef float AnyVector __attribute__((vector_size(kernel_width * 4), aligned(4), may_alias));
typedef std::int32_t Mask __attribute__((vector_size(kernel_width * 4)));
constexpr std::size_t lanes = kernel_width;

inline Vector load(const float* p) {
  return *reinterpret_cast<const AnyVector*>(p);
}
inline void store(float* p, Vector v) {
  *reinterpret_cast<AnyVector*>(p) = v;
}
inline Vector maximum(Vector a, Vector b) {
  return a > b ? a : b;
}
inline float sum(Vector v) {
  float total = 0;
  for (std::size_t i = 0; i < lanes; ++i) total += v[i];
  return total;
}

/// Three accumulators for each of `n` rows over one panel.
template <std::size_t n>
[[gnu::always_inline]] inline void multiply(const float* const* rows, const float* panel, const float* bias,
                                            std::size_t depth, Vector (&sums)[n][3]) {
  const float* row[n];
  for (std::size_t r = 0; r < n; ++r) {
    row[r] = rows[r];
    for (std::size_t v = 0; v < 3; ++v) sums[r][v] = load(bias + v * lanes);
  }
  for (std::size_t k = 0; k < depth; ++k, panel += 3 * lanes) {
    const Vector w0 = load(panel), w1 = load(panel + lanes), w2 = load(panel + 2 * lanes);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < n; ++r) {
      const float x = row[r][k];
      sums[r][0] += w0 * x;
      sums[r][1] += w1 * x;
      sums[r][2] += w2 * x;
    }
  }
}

template <std::size_t n>
void affine_rows(const float* const* rows, const PackedMatrix& m, std::size_t panel, float* out,
                 std::size_t stride) {
  Vector sums[n][3];
  const std::size_t size = 3 * lanes;
  multiply<n>(rows, m.weights.data() + panel * m.depth * size, m.bias.data() + panel * size, m.depth, sums);
#pragma GCC unroll 8
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t v = 0; v < 3; ++v) store(out + r * stride + panel * size + v * lanes, sums[r][v]);
}

void affine(const float* const* rows, std::size_t count, const PackedMatrix& m, float* out,
            std::size_t stride) {
  for (std::size_t first = 0; first < count; first += tile_rows) {
    const std::size_t last = first + tile_rows < count ? first + tile_rows : count;
    for (std::size_t panel = 0; panel < m.panels; ++panel) {
      std::size_t r = first;
      for (; r + kernel_rows <= last; r += kernel_rows)
        affine_rows<kernel_rows>(rows + r, m, panel, out + r * stride, stride);
      for (; r < last; ++r) affine_rows<1>(rows + r, m, panel, out + r * stride, stride);
    }
  }
}

template <std::size_t n>
void maxout_rows(const float* const* rows, const PackedMatrix& m, std::size_t panel, float* out,
                 std::size_t units) {
  Vector sums[n][3];
  const std::size_t size = 3 * lanes;
  multiply<n>(rows, m.weights.data() + panel * m.depth * size, m.bias.data() + panel * size, m.depth, sums);
#pragma GCC unroll 8
  for (std::size_t r = 0; r < n; ++r)
    store(out + r * units + panel * lanes, maximum(maximum(sums[r][0], sums[r][1]), sums[r][2]));
}

void normalise(const float* z, std::size_t units, const float* gain, const float* shift,
               const float* residual, float* out) {
  Vector total = {};
  for (std::size_t i = 0; i < units; i += lanes) total += load(z + i);
  const float size = static_cast<float>(units);
  const float mean = sum(total) / size;
  Vector squares = {};
  for (std::size_t i = 0; i < units; i += lanes) {
    const Vector d = load(z + i) - mean;
    squares += d * d;
  }
  const float scale = 1.0F / __builtin_sqrtf(sum(squares) / size + 1e-8F);
  for (std::size_t i = 0; i < units; i += lanes) {
    Vector y = (load(z + i) - mean) * scale * load(gain + i) + load(shift + i);
    if (residual != nullptr) y += load(residual + i);
    store(out + i, y);
  }
}

void maxout_norm(const float* const* rows, std::size_t count, const PackedMatrix& m, std::size_t units,
                 const float* gain, const float* shift, std::ptrdiff_t residual, float* const* out,
                 float* scratch) {
  for (std::size_t first = 0; first < count; first += tile_rows) {
    const std::size_t size = first + tile_rows < count ? tile_rows : count - first;
    // A panel stays in the first-level cache while all rows of the tile go over it.
    for (std::size_t panel = 0; panel < m.panels; ++panel) {
      std::size_t r = 0;
      for (; r + kernel_rows <= size; r += kernel_rows)
        maxout_rows<kernel_rows>(rows + first + r, m, panel, scratch + r * units, units);
      for (; r < size; ++r) maxout_rows<1>(rows + first + r, m, panel, scratch + r * units, units);
    }
    for (std::size_t r = 0; r < size; ++r)
      normalise(scratch + r * units, units, gain, shift, residual < 0 ? nullptr : rows[first + r] + residual,
                out[first + r]);
  }
}

/// Sums of products of `pairs` rows of one transformed input with its slice of a panel.
void products(const float* inputs, std::size_t pairs, std::size_t depth, const float* panel,
              const float* bias, float* out) {
  constexpr std::size_t size = 3 * lanes;
  for (std::size_t r = 0; r < pairs; r += kernel_rows) {
    const float* rows[kernel_rows];
    for (std::size_t i = 0; i < kernel_rows; ++i) rows[i] = inputs + (r + i) * depth;
    Vector sums[kernel_rows][3];
    multiply<kernel_rows>(rows, panel, bias, depth, sums);
#pragma GCC unroll 8
    for (std::size_t i = 0; i < kernel_rows; ++i)
      for (std::size_t v = 0; v < 3; ++v) store(out + (r + i) * size + v * lanes, sums[i][v]);
  }
}

void convolve(const float* const* rows, std::size_t pairs, const PackedMatrix& m, std::size_t units,
              const float* gain, const float* shift, float* const* out, float* scratch) {
  constexpr std::size_t size = 3 * lanes, tile = tile_rows / 2;
  alignas(64) static constexpr float none[size] = {};
  float* const inputs = scratch;
  float* const sums = inputs + 4 * tile * units;
  float* const z = sums + 4 * tile * size;
  for (std::size_t first = 0; first < pairs; first += tile) {
    const std::size_t count = first + tile < pairs ? tile : pairs - first;
    // Whole blocks of rows are computed; what lies behind the last pair is left over and not read.
    const std::size_t whole = (count + kernel_rows - 1) / kernel_rows * kernel_rows;
    for (std::size_t r = 0; r < count; ++r) {
      const float* const x = rows[first + r];
      float* const to = inputs + r * units;
      for (std::size_t i = 0; i < units; i += lanes) {
        const Vector x0 = load(x + i), x1 = load(x + units + i), x2 = load(x + 2 * units + i),
                     x3 = load(x + 3 * units + i);
        store(to + i, x0 - x2);
        store(to + tile * units + i, x1 + x2);
        store(to + 2 * tile * units + i, x2 - x1);
        store(to + 3 * tile * units + i, x1 - x3);
      }
    }
    for (std::size_t panel = 0; panel < m.panels; ++panel) {
      for (std::size_t j = 0; j < 4; ++j)
        products(inputs + j * tile * units, whole, units,
                 m.weights.data() + (panel * m.depth + j * units) * size,
                 j == 1 ? m.bias.data() + panel * size : none, sums + j * tile * size);
      for (std::size_t r = 0; r < count; ++r) {
        Vector upper = {}, lower = {};
        for (std::size_t v = 0; v < 3; ++v) {
          const float* const at = sums + r * size + v * lanes;
          const Vector s0 = load(at), s1 = load(at + tile * size), s2 = load(at + 2 * tile * size),
                       s3 = load(at + 3 * tile * size);
          const Vector a = s0 + s1 + s2, b = s1 - s2 - s3;
          upper = v == 0 ? a : maximum(upper, a);
          lower = v == 0 ? b : maximum(lower, b);
        }
        store(z + 2 * r * units + panel * lanes, upper);
        store(z + (2 * r + 1) * units + panel * lanes, lower);
      }
    }
    for (std::size_t r = 0; r < 2 * count; ++r) {
      const std::size_t pair = first + r / 2, second = r % 2 * units;
      normalise(z + r * units, units, gain, shift, rows[pair] + units + second, out[pair] + second);
    }
  }
}

void add_norm(const float* const* products, std::size_t count, std::size_t units, const float* gain,
              const float* shift, const float* const* residuals, float* const* out, float* scratch) {
  const std::size_t size = 3 * units;
  for (std::size_t r = 0; r < count; ++r) {
    const float *const left = products[r], *const middle = products[r + 1] + size,
                       *const right = products[r + 2] + 2 * size;
    for (std::size_t i = 0; i < units; i += lanes) {
      Vector best = {};
      for (std::size_t v = 0; v < 3; ++v) {
        const std::size_t at = 3 * i + v * lanes;
        const Vector s = load(left + at) + load(middle + at) + load(right + at);
        best = v == 0 ? s : maximum(best, s);
      }
      store(scratch + i, best);
    }
    normalise(scratch, units, gain, shift, residuals[r], out[r]);
  }
}

template <std::size_t n>
[[gnu::always_inline]] inline void score_block(const float* hidden, std::size_t units, const float* upper,
                                               const float* bias, std::size_t padded, float* scores) {
  Vector sums[n];
  for (std::size_t v = 0; v < n; ++v) sums[v] = load(bias + v * lanes);
  for (std::size_t k = 0; k < units; ++k, upper += padded) {
    const float x = hidden[k];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < n; ++v) sums[v] += load(upper + v * lanes) * x;
  }
  for (std::size_t v = 0; v < n; ++v) store(scores + v * lanes, sums[v]);
}

int best_action(const float* const* features, std::size_t count, std::size_t pieces, std::size_t units,
                const float* bias, const float* upper, const float* upper_bias, std::size_t padded,
                const float* mask, float* scores) {
  alignas(64) float hidden[1024];
  for (std::size_t o = 0; o < units; o += lanes) {
    Vector best = {};
    for (std::size_t p = 0; p < pieces; ++p) {
      Vector u = load(features[0] + p * units + o);
      for (std::size_t f = 1; f < count; ++f) u += load(features[f] + p * units + o);
      u += load(bias + p * units + o);
      best = p == 0 ? u : maximum(best, u);
    }
    store(hidden + o, best);
  }
  std::size_t c = 0;
  constexpr std::size_t wide = kernel_width == 16 ? 7 : 14;
  for (; c + wide * lanes <= padded; c += wide * lanes)
    score_block<wide>(hidden, units, upper + c, upper_bias + c, padded, scores + c);
  for (; c + 4 * lanes <= padded; c += 4 * lanes)
    score_block<4>(hidden, units, upper + c, upper_bias + c, padded, scores + c);
  for (; c < padded; c += lanes) score_block<1>(hidden, units, upper + c, upper_bias + c, padded, scores + c);

  Vector top = Vector{} + closed * 2;
  for (std::size_t i = 0; i < padded; i += lanes) {
    const Vector s = load(scores + i) + load(mask + i);
    store(scores + i, s);
    top = maximum(s, top);
  }
  float best = top[0];
  for (std::size_t i = 1; i < lanes; ++i) best = top[i] > best ? top[i] : best;
  if (!(best > closed / 10)) return -1;
  for (std::size_t i = 0; i < padded; ++i)
    if (scores[i] == best) return static_cast<int>(i);
  return -1;
}

}  // namespace
}  // namespace relata::annotate
