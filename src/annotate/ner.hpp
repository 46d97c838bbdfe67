// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "annotate/transition_model.hpp"
#include "relata/document.hpp"

namespace relata::annotate {

/// The entity recogniser: one action per token.
class EntityRecognizer {
 public:
  EntityRecognizer(const ThincModel& model, const std::filesystem::path& moves, std::size_t width,
                   const Kernels& kernels);

  struct Found {
    EntIob iob = EntIob::out;
    Label type;
  };
  /// Entities do not cross the sentence starts given.
  void recognize(std::span<const float* const> vectors, std::span<const std::uint8_t> is_space,
                 std::span<const std::uint8_t> starts, TransitionModel::Scratch& scratch,
                 std::vector<Found>& out) const;

 private:
  const Floats& outside_mask(bool may_begin, bool may_be_unit) const {
    return outside_masks_[(may_begin ? 1U : 0U) + (may_be_unit ? 2U : 0U)];
  }

  std::vector<int> type_;     ///< by action
  std::vector<Label> label_;  ///< by action
  std::vector<Floats> outside_masks_;
  std::vector<Floats> go_on_masks_, close_masks_;  ///< by the action that opened the entity
  TransitionModel model_;
};

}  // namespace relata::annotate
