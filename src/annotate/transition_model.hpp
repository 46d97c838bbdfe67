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

  /// One thread's scores and precomputed tables.
  struct Scratch {
    Floats linear, table, scores;
    std::vector<const float*> rows;
  };

  /// Computes what each token adds to the hidden layer in each place of a state.
  void precompute(std::span<const float* const> tokens, Scratch& scratch) const;

  /// Best class for the state of tokens `ids` (-1: none), numbered as in `precompute`; see
  /// Kernels::best_action.
  int best(const int* ids, const float* mask, Scratch& scratch) const {
    const float* rows[max_features];
    for (std::size_t f = 0; f < features_; ++f)
      rows[f] =
          (ids[f] < 0 ? pad_.data() : scratch.table.data() + static_cast<std::size_t>(ids[f]) * stride_) +
          f * feature_size_;
    return kernels_.best_action(rows, features_, pieces_, units_, bias_.data(), upper_.data(),
                                upper_bias_.data(), padded_, mask, scratch.scores.data());
  }

 private:
  static constexpr std::size_t max_features = 16;

  const Kernels& kernels_;
  std::size_t features_, units_ = 0, pieces_ = 0, feature_size_ = 0, stride_ = 0, linear_stride_ = 0,
                         padded_ = 0;
  PackedMatrix linear_, lower_;
  Floats pad_, bias_, upper_, upper_bias_;
};

}  // namespace relata::annotate
