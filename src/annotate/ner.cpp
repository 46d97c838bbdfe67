// SPDX-License-Identifier: MIT
#include "annotate/ner.hpp"

#include "relata/error.hpp"

namespace relata::annotate {
namespace {
enum Type { missing, begin, inside, last, unit, outside, type_count };
}

EntityRecognizer::EntityRecognizer(const ThincModel& model, const std::filesystem::path& moves,
                                   std::size_t width, const Kernels& kernels)
    : model_(model, width, 3, read_moves(moves).size(), kernels) {
  for (const Action& action : read_moves(moves)) {
    if (action.type >= type_count)
      throw Error(moves.string() + ": unknown action " + std::to_string(action.type));
    type_.push_back(action.type);
    label_.push_back(Label::intern(action.label));
  }
  const auto mask_where = [this](auto open) {
    Floats mask(model_.padded(), closed);
    for (std::size_t a = 0; a < type_.size(); ++a)
      if (open(type_[a], label_[a])) mask[a] = 0;
    return mask;
  };
  for (unsigned flags = 0; flags < 4; ++flags)
    outside_masks_.push_back(mask_where([flags](int type, Label label) {
      return type == outside || (type == begin && (flags & 1) != 0) ||
             (type == unit && (flags & 2) != 0 && !label.empty());
    }));
  for (std::size_t a = 0; a < type_.size(); ++a) {
    const Label open = label_[a];
    go_on_masks_.push_back(mask_where(
        [open](int type, Label label) { return (type == inside || type == last) && label == open; }));
    close_masks_.push_back(
        mask_where([open](int type, Label label) { return type == last && label == open; }));
  }
}

void EntityRecognizer::recognize(std::span<const float* const> vectors,
                                 std::span<const std::uint8_t> is_space, std::span<const std::uint8_t> starts,
                                 TransitionModel::Scratch& scratch, std::vector<Found>& out) const {
  const std::size_t n = vectors.size();
  model_.begin(vectors, scratch);
  out.assign(n, {});
  int opened = -1, start = -1;
  for (std::size_t i = 0; i < n; ++i) {
    const bool cut = i + 1 == n || starts[i + 1] != 0, space = is_space[i] != 0;
    const int at = static_cast<int>(i);
    const int ids[3] = {at, start, start >= 0 ? at - 1 : -1};
    const Floats& mask = opened < 0 ? outside_mask(!cut && !space, !space)
                                    : (cut ? close_masks_ : go_on_masks_)[static_cast<std::size_t>(opened)];
    const int action = model_.best(ids, mask.data(), scratch);
    if (action < 0) break;
    const int type = type_[static_cast<std::size_t>(action)];
    const Label label = label_[static_cast<std::size_t>(action)];
    if (type == outside) continue;
    out[i] = {type == begin || type == unit ? EntIob::begin : EntIob::inside, label};
    if (type == begin) {
      opened = action;
      start = at;
    } else if (type == last || type == unit) {
      opened = start = -1;
    }
  }
  // An entity that no action closed is none.
  if (opened >= 0)
    for (std::size_t i = static_cast<std::size_t>(start); i < n; ++i) out[i] = {};
}

}  // namespace relata::annotate
