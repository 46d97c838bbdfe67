// SPDX-License-Identifier: MIT
#include "annotate/tagger.hpp"

#include "annotate/config.hpp"
#include "relata/error.hpp"

namespace relata::annotate {

Tagger::Tagger(const ThincModel& model, const std::filesystem::path& config, std::size_t width,
               const Kernels& kernels)
    : kernels_(kernels) {
  const nlohmann::json settings = read_json(config);
  const auto labels = settings.find("labels");
  if (labels == settings.end() || !labels->is_array() || labels->empty())
    throw Error(config.string() + ": no list 'labels'");
  for (const nlohmann::json& label : *labels) {
    if (!label.is_string()) throw Error(config.string() + ": a label that is not text");
    labels_.push_back(Label::intern(label.get<std::string>()));
  }
  const std::size_t softmax = model.only_node("softmax");
  weights_ = pack(kernels_, model.parameter(softmax, "W", {labels_.size(), width}).values().data(),
                  model.parameter(softmax, "b", {labels_.size()}).values().data(), labels_.size(), width);
}

void Tagger::tag(std::span<const float* const> vectors, Floats& scratch, std::vector<Label>& out) const {
  const std::size_t stride = weights_.panels * 3 * kernels_.width;
  scratch.resize(tile_rows * stride);
  out.clear();
  for (std::size_t first = 0; first < vectors.size(); first += tile_rows) {
    const std::size_t size = std::min(tile_rows, vectors.size() - first);
    kernels_.affine(vectors.data() + first, size, weights_, scratch.data(), stride);
    for (std::size_t r = 0; r < size; ++r) {
      const float* const scores = scratch.data() + r * stride;
      std::size_t best = 0;
      for (std::size_t c = 1; c < labels_.size(); ++c)
        if (scores[c] > scores[best]) best = c;
      out.push_back(labels_[best]);
    }
  }
}

}  // namespace relata::annotate
