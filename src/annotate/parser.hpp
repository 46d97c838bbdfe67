// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "annotate/transition_model.hpp"
#include "relata/label.hpp"

namespace relata::annotate {

/// A dependency tree over the tokens of one document.
struct Parse {
  std::vector<std::int32_t> head;  ///< index of the head; a root is its own
  std::vector<Label> dep;
  std::vector<std::uint8_t> starts;  ///< begins a sentence

  std::vector<std::int32_t> left, right;  ///< outermost tokens of the subtrees
};

enum class Sentences { found, one };

/// The greedy arc-eager parser.
class Parser {
 public:
  Parser(const ThincModel& model, const std::filesystem::path& moves, std::size_t width,
         const Kernels& kernels);

  struct Scratch {
    struct Arc {
      std::int32_t head, child;
      std::uint32_t action;
    };
    TransitionModel::Scratch scores;
    std::vector<std::int32_t> stack, rebuffer, head;
    std::vector<std::vector<Arc>> left, right;  ///< by head, in order of addition
    std::vector<std::uint8_t> unshiftable, starts;
  };

  /// Parses the tokens with these vectors; `is_space` tells white-space tokens.
  void parse(std::span<const float* const> vectors, std::span<const std::uint8_t> is_space,
             Sentences sentences, Scratch& scratch, Parse& out) const;

 private:
  struct Run;
  std::vector<int> type_;      ///< by action
  std::vector<Label> label_;   ///< by action; the part before "||"
  std::vector<Label> lifted_;  ///< by action; the part behind "||": the label of the true head
  std::vector<Floats> masks_;  ///< by set of open action types
  TransitionModel model_;
};

}  // namespace relata::annotate
