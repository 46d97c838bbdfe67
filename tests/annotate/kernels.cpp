// SPDX-License-Identifier: MIT
#include "annotate/kernels.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

namespace {

using namespace relata::annotate;

constexpr std::size_t units = 96, depth = 64, columns = 131;
constexpr float tolerance = 2e-4F;

/// Random numbers, the same in every run.
class Numbers {
 public:
  Floats operator()(std::size_t count) {
    Floats out(count);
    for (float& x : out) x = static_cast<float>(engine_() >> 8) * 0x1p-23F - 1;
    return out;
  }

 private:
  std::mt19937 engine_{20181020};
};

/// Where the rows of a matrix begin.
template <typename T>
std::vector<T*> rows_of(T* matrix, std::size_t count, std::size_t width) {
  std::vector<T*> rows;
  for (std::size_t r = 0; r < count; ++r) rows.push_back(matrix + r * width);
  return rows;
}

std::vector<const float*> rows_of(const Floats& matrix, std::size_t width) {
  return rows_of(matrix.data(), matrix.size() / width, width);
}

double dot(const float* a, const float* b, std::size_t size) {
  double total = 0;
  for (std::size_t i = 0; i < size; ++i) total += double{a[i]} * b[i];
  return total;
}

/// The largest of three pieces of each unit, over one input row.
std::vector<double> maxout(const Floats& weights, const Floats& bias, const float* row, std::size_t inputs) {
  std::vector<double> out(units, -INFINITY);
  for (std::size_t i = 0; i < 3 * units; ++i)
    out[i / 3] = std::max(out[i / 3], dot(weights.data() + i * inputs, row, inputs) + bias[i]);
  return out;
}

std::vector<double> normalised(const std::vector<double>& z, const Floats& gain, const Floats& shift,
                               const float* residual) {
  double mean = 0, variance = 0;
  for (const double x : z) mean += x / units;
  for (const double x : z) variance += (x - mean) * (x - mean) / units;
  std::vector<double> out;
  for (std::size_t i = 0; i < units; ++i)
    out.push_back((z[i] - mean) / std::sqrt(variance + 1e-8) * gain[i] + shift[i] +
                  (residual == nullptr ? 0.0F : residual[i]));
  return out;
}

/// The greatest difference of `found` from what is right.
double difference(const std::vector<double>& right, const float* found) {
  double most = 0;
  for (std::size_t i = 0; i < right.size(); ++i) most = std::max(most, std::abs(right[i] - double{found[i]}));
  return most;
}

/// Runs the rest of a test case once for each set of kernels that the processor has.
const Kernels& any_kernels() {
  return *GENERATE(from_range(usable_kernels()));
}

}  // namespace

TEST_CASE("affine is the product of rows with a matrix, plus the bias", "[kernels]") {
  const Kernels& kernels = any_kernels();
  INFO(kernels.name);
  const std::size_t count = GENERATE(1, 3, 32, 71);
  Numbers numbers;
  const Floats weights = numbers(columns * depth), bias = numbers(columns), inputs = numbers(count * depth);
  const PackedMatrix packed = pack(kernels, weights.data(), bias.data(), columns, depth);
  const std::size_t stride = packed.panels * 3 * kernels.width;
  Floats out(count * stride);
  kernels.affine(rows_of(inputs, depth).data(), count, packed, out.data(), stride);
  for (std::size_t r = 0; r < count; ++r) {
    std::vector<double> right;
    for (std::size_t c = 0; c < columns; ++c)
      right.push_back(dot(weights.data() + c * depth, inputs.data() + r * depth, depth) + bias[c]);
    CHECK(difference(right, out.data() + r * stride) < tolerance);
  }
}

TEST_CASE("maxout_norm is maxout, normalisation and the residual", "[kernels]") {
  const Kernels& kernels = any_kernels();
  INFO(kernels.name);
  const std::size_t count = GENERATE(1, 5, 33);
  const bool residual = GENERATE(false, true);
  Numbers numbers;
  const std::size_t size = 3 * units;
  const Floats weights = numbers(3 * units * size), bias = numbers(3 * units), gain = numbers(units),
               shift = numbers(units), inputs = numbers(count * size);
  const PackedMatrix packed = pack_maxout(kernels, weights.data(), bias.data(), units, size);
  Floats out(count * units), scratch(tile_rows * units);
  kernels.maxout_norm(rows_of(inputs, size).data(), count, packed, units, gain.data(), shift.data(),
                      residual ? static_cast<std::ptrdiff_t>(units) : -1,
                      rows_of(out.data(), count, units).data(), scratch.data());
  for (std::size_t r = 0; r < count; ++r) {
    const float* const row = inputs.data() + r * size;
    const auto right =
        normalised(maxout(weights, bias, row, size), gain, shift, residual ? row + units : nullptr);
    CHECK(difference(right, out.data() + r * units) < tolerance);
  }
}

TEST_CASE("convolve and add_norm are one maxout layer over windows of three rows", "[kernels]") {
  const Kernels& kernels = any_kernels();
  INFO(kernels.name);
  const std::size_t pairs = GENERATE(1, 7, 40);
  Numbers numbers;
  const std::size_t size = 3 * units, count = 2 * pairs;
  const Floats weights = numbers(3 * units * size), bias = numbers(3 * units), gain = numbers(units),
               shift = numbers(units), inputs = numbers((count + 2) * units);
  std::vector<std::vector<double>> right;
  for (std::size_t r = 0; r < count; ++r)
    right.push_back(normalised(maxout(weights, bias, inputs.data() + r * units, size), gain, shift,
                               inputs.data() + (r + 1) * units));

  const PackedMatrix packed = pack_convolution(kernels, weights.data(), bias.data(), units);
  Floats out(count * units), scratch(convolve_scratch(units));
  kernels.convolve(rows_of(inputs.data(), pairs, 2 * units).data(), pairs, packed, units, gain.data(),
                   shift.data(), rows_of(out.data(), pairs, 2 * units).data(), scratch.data());
  for (std::size_t r = 0; r < count; ++r) CHECK(difference(right[r], out.data() + r * units) < tolerance);

  Floats products((count + 2) * 3 * size);
  for (std::size_t place = 0; place < 3; ++place) {
    Floats part(size * units);
    for (std::size_t i = 0; i < size; ++i)
      std::copy_n(weights.data() + (i * 3 + place) * units, units, part.data() + i * units);
    const PackedMatrix slice =
        pack_maxout(kernels, part.data(), place == 1 ? bias.data() : nullptr, units, units);
    kernels.affine(rows_of(inputs, units).data(), count + 2, slice, products.data() + place * size, 3 * size);
  }
  std::fill(out.begin(), out.end(), 0.0F);
  kernels.add_norm(rows_of(products, 3 * size).data(), count, units, gain.data(), shift.data(),
                   rows_of(inputs, units).data() + 1, rows_of(out.data(), count, units).data(),
                   scratch.data());
  for (std::size_t r = 0; r < count; ++r) CHECK(difference(right[r], out.data() + r * units) < tolerance);
}

TEST_CASE("best_action takes the first open class of the highest score", "[kernels]") {
  const Kernels& kernels = any_kernels();
  INFO(kernels.name);
  constexpr std::size_t features = 8, pieces = 2, hidden = 64, classes = 107, padded = 112;
  Numbers numbers;
  const Floats inputs = numbers(features * pieces * hidden), bias = numbers(pieces * hidden),
               upper_bias = numbers(padded);
  Floats upper = numbers(hidden * padded), mask(padded, closed), scores(padded);
  for (std::size_t c = 0; c < classes; c += 2) mask[c] = 0;
  // Two open classes with one score: the first counts.
  for (std::size_t k = 0; k < hidden; ++k) upper[k * padded + 90] = upper[k * padded + 14];
  std::vector<double> right(classes);
  for (std::size_t c = 0; c < classes; ++c) right[c] = upper_bias[c];
  for (std::size_t k = 0; k < hidden; ++k) {
    double best = -INFINITY;
    for (std::size_t p = 0; p < pieces; ++p) {
      double sum = bias[p * hidden + k];
      for (std::size_t f = 0; f < features; ++f) sum += inputs[(f * pieces + p) * hidden + k];
      best = std::max(best, sum);
    }
    for (std::size_t c = 0; c < classes; ++c) right[c] += best * upper[k * padded + c];
  }
  const auto run = [&](const Floats& last) {
    return kernels.best_action(rows_of(inputs, pieces * hidden).data(), features, pieces, hidden, bias.data(),
                               upper.data(), last.data(), padded, mask.data(), scores.data());
  };
  const int found = run(upper_bias);
  REQUIRE(found >= 0);
  CHECK(mask[static_cast<std::size_t>(found)] == 0);
  for (std::size_t c = 0; c < classes; c += 2) {
    CHECK(std::abs(right[c] - double{scores[c]}) < 1e-3);
    CHECK(scores[c] <= scores[static_cast<std::size_t>(found)]);
  }
  Floats equal = upper_bias;
  equal[14] = equal[90] = 1e4F;
  CHECK(run(equal) == 14);
  std::fill(mask.begin(), mask.end(), closed);
  CHECK(run(upper_bias) == -1);
}
