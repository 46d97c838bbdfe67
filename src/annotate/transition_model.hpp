// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "annotate/kernels.hpp"
#include "annotate/thinc_model.hpp"

namespace relata::annotate {

/// An action of a parser: its type's number and its label.
struct Action {
  int type = 0;
  std::string label;
};

/// The classes of a `moves` file in the order of the model's outputs.
std::vector<Action> read_moves(const std::filesystem::path& path);

/// The scorer of parser states: parser and ner have the same one.
class TransitionModel {
 public:
  /// `features` tokens make up a state; the model chooses among `actions` classes.
  TransitionModel(const ThincModel& model, std::size_t width, std::size_t features, std::size_t actions,
                  const Kernels& kernels);

  std::size_t padded() const { return padded_; }

  /// One thread's scores, and what the tokens of a text add to the hidden layer in each place of a state: of
  /// the last `window` tokens that were asked for, however long the text. An older one is computed again.
  struct Scratch {
    std::span<const float* const> tokens;
    std::size_t known = 0;  ///< tokens computed so far; token i stands in row i % window
    Floats linear, table, old, scores;
    std::vector<const float*> rows;
  };

  /// Begins a text of these token vectors, which are to stay.
  void begin(std::span<const float* const> tokens, Scratch& scratch) const;

  /// Best class for the state of tokens `ids` (-1: none), numbered as in `begin`; see Kernels::best_action.
  int best(const int* ids, const float* mask, Scratch& scratch) const {
    const float* rows[max_features];
    for (std::size_t f = 0; f < features_; ++f)
      while (ids[f] >= static_cast<int>(scratch.known)) compute_next(scratch);
    for (std::size_t f = 0; f < features_; ++f)
      rows[f] =
          (ids[f] < 0 ? pad_.data() : row(static_cast<std::size_t>(ids[f]), f, scratch)) + f * feature_size_;
    return kernels_.best_action(rows, features_, pieces_, units_, bias_.data(), upper_.data(),
                                upper_bias_.data(), padded_, mask, scratch.scores.data());
  }

 private:
  static constexpr std::size_t max_features = 16;
  static constexpr std::size_t stretch = 256;  ///< tokens computed at once
  static constexpr std::size_t window = 8 * stretch;

  const float* row(std::size_t token, std::size_t feature, Scratch& scratch) const {
    if (token + window >= scratch.known) return scratch.table.data() + token % window * stride_;
    float* const to = scratch.old.data() + feature * stride_;
    compute(token, 1, to, scratch);
    return to;
  }
  void compute_next(Scratch& scratch) const;
  void compute(std::size_t first, std::size_t count, float* to, Scratch& scratch) const;

  const Kernels& kernels_;
  std::size_t features_, units_ = 0, pieces_ = 0, feature_size_ = 0, stride_ = 0, linear_stride_ = 0,
                         padded_ = 0;
  PackedMatrix linear_, lower_;
  Floats pad_, bias_, upper_, upper_bias_;
};

}  // namespace relata::annotate
