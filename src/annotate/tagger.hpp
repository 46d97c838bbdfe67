// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "annotate/kernels.hpp"
#include "annotate/thinc_model.hpp"
#include "relata/label.hpp"

namespace relata::annotate {

/// A linear layer over token vectors, whose highest output names the tag.
class Tagger {
 public:
  Tagger(const ThincModel& model, const std::filesystem::path& config, std::size_t width,
         const Kernels& kernels);

  void tag(std::span<const float* const> vectors, Floats& scratch, std::vector<Label>& out) const;

 private:
  const Kernels& kernels_;
  std::vector<Label> labels_;
  PackedMatrix weights_;
};

}  // namespace relata::annotate
