// SPDX-License-Identifier: MIT
#include "annotate/transition_model.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace relata::annotate {
namespace {

using Json = nlohmann::json;

/// Moves labels-by-frequency to the list: frequent first, equals by label downwards. Labels added later have
/// negative numbers, which order them likewise.
void add_actions(std::vector<std::pair<std::int64_t, Action>>& sorted, const std::string& type,
                 const Json& labels, const PackReader& reader) {
  if (type.size() != 1 || type[0] < '0' || type[0] > '9' || !labels.is_object())
    reader.fail("moves are not {action number: {label: frequency}}");
  std::vector<std::pair<std::int64_t, std::string>> pairs;
  for (const auto& [label, frequency] : labels.items()) {
    if (!frequency.is_number_integer()) reader.fail("the frequency of label '" + label + "' is not a number");
    pairs.emplace_back(frequency.get<std::int64_t>(), label);
  }
  std::sort(pairs.rbegin(), pairs.rend());
  for (auto& [frequency, label] : pairs)
    sorted.emplace_back(frequency, Action{type[0] - '0', std::move(label)});
}

}  // namespace

std::vector<Action> read_moves(const std::filesystem::path& path) {
  const MappedFile file(path);
  PackReader reader(file.bytes(), file.name());
  const PackValue* const moves = reader.document().find("moves");
  if (moves == nullptr || !moves->is_text()) reader.fail("no text 'moves'");
  const Json json = Json::parse(moves->str(), nullptr, false);
  if (!json.is_object()) reader.fail("'moves' is not a JSON object");
  std::vector<std::pair<std::int64_t, Action>> sorted;
  for (const auto& [type, labels] : json.items()) add_actions(sorted, type, labels, reader);  // keys in order
  std::vector<Action> actions;
  for (const auto& [frequency, action] : sorted)
    if (frequency >= 0) actions.push_back(action);
  std::vector<std::pair<std::int64_t, Action>> late;
  for (const auto& entry : sorted)
    if (entry.first < 0) late.push_back(entry);
  std::stable_sort(late.begin(), late.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [frequency, action] : late) actions.push_back(action);
  if (actions.empty() || actions.size() > 4096)
    reader.fail("has " + std::to_string(actions.size()) + " actions");
  return actions;
}

TransitionModel::TransitionModel(const ThincModel& model, std::size_t width, std::size_t features,
                                 std::size_t actions, const Kernels& kernels)
    : kernels_(kernels), features_(features) {
  if (model.size() == 0 || !model.flag(0, "has_upper", true))
    model.fail(0, "models without an upper layer are not supported");
  const std::size_t lower = model.reference(0, "lower"), upper = model.reference(0, "upper");
  const Tensor upper_weights = model.parameter(upper, "W", {actions, 0});
  units_ = upper_weights.shape[1];
  if (units_ % 16 != 0 || units_ > 1024) model.fail(upper, "hidden width is not a multiple of 16 up to 1024");
  std::size_t tail = model.size();
  for (const std::size_t node : model.nodes_named("linear"))
    if (node != upper) tail = node;
  if (tail == model.size()) model.fail(0, "no linear layer behind the token encoder");
  const Tensor linear = model.parameter(tail, "W", {0, width});
  const std::size_t inputs = linear.shape[0];
  linear_ = pack(kernels_, linear.values().data(), model.parameter(tail, "b", {inputs}).values().data(),
                 inputs, width);
  linear_stride_ = linear_.panels * 3 * kernels_.width;
  const Tensor weights = model.parameter(lower, "W", {features, units_, 0, inputs});
  pieces_ = weights.shape[2];
  feature_size_ = pieces_ * units_;

  // [feature][unit][piece] in the file, [feature][piece][unit] here.
  const auto by_piece = [&](const std::vector<float>& from, std::size_t depth) {
    std::vector<float> to(from.size());
    for (std::size_t f = 0; f < from.size() / (feature_size_ * depth); ++f)
      for (std::size_t o = 0; o < units_; ++o)
        for (std::size_t p = 0; p < pieces_; ++p)
          std::copy_n(from.data() + ((f * units_ + o) * pieces_ + p) * depth, depth,
                      to.data() + ((f * pieces_ + p) * units_ + o) * depth);
    return to;
  };
  lower_ =
      pack(kernels_, by_piece(weights.values(), inputs).data(), nullptr, features * feature_size_, inputs);
  stride_ = lower_.panels * 3 * kernels_.width;
  const std::vector<float> pad =
      by_piece(model.parameter(lower, "pad", {1, features, units_, pieces_}).values(), 1);
  const std::vector<float> bias = by_piece(model.parameter(lower, "b", {units_, pieces_}).values(), 1);
  pad_.assign(pad.begin(), pad.end());
  bias_.assign(bias.begin(), bias.end());

  padded_ = (actions + 15) / 16 * 16;
  upper_.assign(units_ * padded_, 0.0F);
  upper_bias_.assign(padded_, 0.0F);
  const std::vector<float> by_action = upper_weights.values(),
                           upper_bias = model.parameter(upper, "b", {actions}).values();
  for (std::size_t a = 0; a < actions; ++a) {
    upper_bias_[a] = upper_bias[a];
    for (std::size_t k = 0; k < units_; ++k) upper_[k * padded_ + a] = by_action[a * units_ + k];
  }
}

void TransitionModel::begin(std::span<const float* const> tokens, Scratch& scratch) const {
  const auto grow = [](Floats& floats, std::size_t size) {
    if (floats.size() < size) floats.resize(size);
  };
  scratch.tokens = tokens;
  scratch.known = 0;
  grow(scratch.linear, stretch * linear_stride_);
  grow(scratch.table, std::min(window, tokens.size()) * stride_);
  grow(scratch.old, max_features * stride_);
  grow(scratch.scores, padded_);
}

void TransitionModel::compute_next(Scratch& scratch) const {
  const std::size_t count = std::min(stretch, scratch.tokens.size() - scratch.known);
  compute(scratch.known, count, scratch.table.data() + scratch.known % window * stride_, scratch);
  scratch.known += count;
}

void TransitionModel::compute(std::size_t first, std::size_t count, float* to, Scratch& scratch) const {
  kernels_.affine(scratch.tokens.data() + first, count, linear_, scratch.linear.data(), linear_stride_);
  scratch.rows.clear();
  for (std::size_t i = 0; i < count; ++i) scratch.rows.push_back(scratch.linear.data() + i * linear_stride_);
  kernels_.affine(scratch.rows.data(), count, lower_, to, stride_);
}

}  // namespace relata::annotate
