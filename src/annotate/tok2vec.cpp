// SPDX-License-Identifier: MIT
#include "annotate/tok2vec.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

namespace relata::annotate {
namespace {

struct RowKeys {
  std::uint32_t row[4];
};

std::uint64_t rotate(std::uint64_t x, int by) {
  return x << by | x >> (64 - by);
}

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ x >> 33) * 0xff51afd7ed558ccd;
  x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53;
  return x ^ x >> 33;
}

/// MurmurHash3, the 128-bit variant for 64-bit machines, of one 8-byte key.
RowKeys row_keys(std::uint64_t key, std::uint32_t seed) {
  std::uint64_t h1 = rotate(key * 0x87c37b91114253d5, 31) * 0x4cf5ad432745937f;
  h1 ^= seed;
  h1 ^= 8;
  std::uint64_t h2 = seed ^ 8U;
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
  return {{low(h1), low(h1 >> 32), low(h2), low(h2 >> 32)}};
}

constexpr std::pair<std::string_view, Attribute> attribute_names[] = {
    {"ORTH", Attribute::orth},     {"LOWER", Attribute::lower},      {"NORM", Attribute::norm},
    {"PREFIX", Attribute::prefix}, {"SUFFIX", Attribute::suffix},    {"SHAPE", Attribute::shape},
    {"SPACY", Attribute::spacy},   {"IS_SPACE", Attribute::is_space}};

constexpr std::size_t max_layers = 64;
constexpr std::size_t window = 3;
/// Rows of the first layer that are computed at once.
constexpr std::size_t rows_in_part = 512;

}  // namespace

Tok2Vec::Tok2Vec(const ThincModel& model, const StaticVectors& vectors, const Kernels& kernels)
    : kernels_(kernels), vectors_(vectors) {
  const std::size_t extract = model.only_node("extract_features");
  const std::vector<std::string> names = model.strings(extract, "columns");
  const std::vector<std::size_t> embeds = model.nodes_named("hashembed");
  if (embeds.empty() || embeds.size() != names.size())
    model.fail(extract, "as many hash embeddings as feature columns expected");
  columns_.resize(names.size());
  for (const std::size_t node : embeds) {
    const Tensor table = model.parameter(node, "E", {0, width_});
    width_ = table.shape[1];
    const std::size_t place = model.number(node, "column", names.size() - 1);
    Column& column = columns_[place];
    if (!column.table.empty()) model.fail(node, "embeds a column that another layer embeds");
    const auto* named = std::begin(attribute_names);
    while (named != std::end(attribute_names) && named->first != names[place]) ++named;
    if (named == std::end(attribute_names)) model.fail(extract, "unknown feature '" + names[place] + "'");
    column = {named->second, static_cast<std::uint32_t>(model.number(node, "seed", 0xFFFFFFFF)),
              table.shape[0], table.values()};
    sees_space_ = sees_space_ || column.attribute == Attribute::spacy;
  }
  if (width_ % 16 != 0 || width_ > 1024) model.fail(embeds[0], "width is not a multiple of 16 up to 1024");
  std::size_t inputs = columns_.size() * width_;
  if (const auto node = model.nodes_named("static_vectors"); !node.empty()) {
    if (vectors_.width() == 0) model.fail(node[0], "needs word vectors, and vocab/vectors has none");
    const Tensor weights = model.parameter(node[0], "W", {width_, vectors_.width()});
    static_weights_ = pack(kernels_, weights.values().data(), nullptr, width_, vectors_.width());
    inputs += width_;
  }
  const std::vector<std::size_t> maxouts = model.nodes_named("maxout"),
                                 norms = model.nodes_named("layernorm");
  if (maxouts.size() < 2 || maxouts.size() != norms.size() || maxouts.size() > max_layers)
    model.fail(0, "maxout and layernorm layers do not pair up");
  const auto padded = model.node_starting("with_array(residual(");
  if (!padded || model.number(*padded, "pad", max_layers) != maxouts.size() - 1)
    model.fail(padded.value_or(0), "padding is not one row for each layer");
  for (const std::size_t node : model.nodes_named("expand_window"))
    if (model.number(node, "window_size", 16) != 1)
      model.fail(node, "windows other than of three tokens are not supported");
  mixer_ = read_layer(model, maxouts[0], norms[0], inputs, false);
  for (std::size_t i = 1; i < maxouts.size(); ++i)
    layers_.push_back(read_layer(model, maxouts[i], norms[i], window * width_, true));
  const std::vector<float> weights =
      model.parameter(maxouts[1], "W", {width_, window, window * width_}).values();
  const std::vector<float> bias = model.parameter(maxouts[1], "b", {width_, window}).values();
  std::vector<float> part(window * width_ * width_);
  for (std::size_t place = 0; place < window; ++place) {
    for (std::size_t i = 0; i < window * width_; ++i)
      std::copy_n(weights.data() + (i * window + place) * width_, width_, part.data() + i * width_);
    first_[place] = pack_maxout(kernels_, part.data(), place == 1 ? bias.data() : nullptr, width_, width_);
  }
  zeros_.assign(width_, 0.0F);
  padding_.assign(products_size(), 0.0F);
  std::copy(first_[1].bias.begin(), first_[1].bias.end(),
            padding_.begin() + static_cast<std::ptrdiff_t>(window * width_));
}

Tok2Vec::Layer Tok2Vec::read_layer(const ThincModel& model, std::size_t maxout, std::size_t norm,
                                   std::size_t inputs, bool convolution) const {
  constexpr std::size_t pieces = 3;
  const Tensor weights = model.parameter(maxout, "W", {width_, pieces, inputs});
  const Tensor bias = model.parameter(maxout, "b", {width_, pieces});
  const std::vector<float> w = weights.values(), b = bias.values();
  Layer layer;
  layer.weights = convolution ? pack_convolution(kernels_, w.data(), b.data(), width_)
                              : pack_maxout(kernels_, w.data(), b.data(), width_, inputs);
  layer.gain = model.parameter(norm, "G", {width_}).values();
  layer.shift = model.parameter(norm, "b", {width_}).values();
  return layer;
}

void Tok2Vec::add_column(const Column& column, std::uint64_t key, float* out) const {
  const RowKeys keys = row_keys(key, column.seed);
  for (const std::uint32_t k : keys.row) {
    const float* const row = column.table.data() + (k % column.rows) * width_;
    for (std::size_t i = 0; i < width_; ++i) out[i] += row[i];
  }
}

void Tok2Vec::embed(std::span<const Wanted> wanted, Scratch& scratch) const {
  const bool with_vectors = static_weights_.columns > 0;
  const std::size_t hashed = columns_.size() * width_, inputs = hashed + (with_vectors ? width_ : 0);
  scratch.tile.resize(convolve_scratch(width_));
  for (std::size_t first = 0; first < wanted.size(); first += tile_rows) {
    const std::span<const Wanted> part = wanted.subspan(first, std::min(tile_rows, wanted.size() - first));
    scratch.inputs.assign(part.size() * inputs, 0.0F);
    scratch.rows.clear();
    scratch.outs.clear();
    for (std::size_t i = 0; i < part.size(); ++i) {
      float* const input = scratch.inputs.data() + i * inputs;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const Attribute a = columns_[c].attribute;
        const std::uint64_t key =
            a == Attribute::spacy ? part[i].space : part[i].form->attributes[static_cast<std::size_t>(a)];
        add_column(columns_[c], key, input + c * width_);
      }
      if (with_vectors) {
        if (const char* const found =
                vectors_.vector(part[i].form->attributes[static_cast<std::size_t>(Attribute::orth)])) {
          Floats vector(vectors_.width()), out(static_weights_.panels * 3 * kernels_.width);
          std::memcpy(vector.data(), found, vector.size() * sizeof(float));
          const float* const row = vector.data();
          kernels_.affine(&row, 1, static_weights_, out.data(), out.size());
          std::copy_n(out.data(), width_, input + hashed);
        }
      }
      scratch.rows.push_back(input);
      scratch.outs.push_back(part[i].out);
    }
    kernels_.maxout_norm(scratch.rows.data(), part.size(), mixer_.weights, width_, mixer_.gain.data(),
                         mixer_.shift.data(), -1, scratch.outs.data(), scratch.tile.data());
  }
}

void Tok2Vec::multiply(std::span<const float* const> rows, std::span<float* const> products,
                       Scratch& scratch) const {
  const std::size_t size = products_size(), part = window * width_;
  scratch.inputs.resize(tile_rows * size);
  for (std::size_t first = 0; first < rows.size(); first += tile_rows) {
    const std::size_t count = std::min(tile_rows, rows.size() - first);
    for (std::size_t place = 0; place < window; ++place)
      kernels_.affine(rows.data() + first, count, first_[place], scratch.inputs.data() + place * part, size);
    for (std::size_t i = 0; i < count; ++i)
      std::copy_n(scratch.inputs.data() + i * size, size, products[first + i]);
  }
}

/// The first layer of a document between its rows of padding; `out` is where its first row stands.
void Tok2Vec::first_layer(std::size_t first_token, std::size_t size, const EmbeddedTokens& embedded,
                          Scratch& scratch, float* out) const {
  const std::size_t pad = layers_.size(), rows = size + 2 * pad;
  const auto token_of = [&](std::size_t row) { return std::clamp(row, pad, pad + size) - pad; };
  for (std::size_t begin = 1, end = 0; begin + 1 < rows; begin = end) {
    end = std::min(begin + rows_in_part, rows - 1);
    // A row sees its neighbours.
    const std::size_t first = token_of(begin - 1);
    const std::span<const Embedded> known = embedded(first_token + first, first_token + token_of(end + 1));
    scratch.products.clear();
    scratch.rows.clear();
    scratch.outs.clear();
    for (std::size_t row = begin - 1; row <= end; ++row) {
      const bool token = row >= pad && row < pad + size;
      const Embedded e = token ? known[row - pad - first] : Embedded{zeros_.data(), padding_.data()};
      scratch.products.push_back(e.products);
      scratch.rows.push_back(e.row);
      scratch.outs.push_back(out + row * width_);
    }
    kernels_.add_norm(scratch.products.data(), end - begin, width_, layers_[0].gain.data(),
                      layers_[0].shift.data(), scratch.rows.data() + 1, scratch.outs.data() + 1,
                      scratch.tile.data());
  }
}

void Tok2Vec::encode(std::span<const std::size_t> sizes, const EmbeddedTokens& embedded, Scratch& scratch,
                     std::vector<const float*>& outputs) const {
  const std::size_t tokens = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
  // Each document lies between `pad` rows on either side. They are zero before the first layer and run
  // through the layers like tokens; of their outputs only those that still reach a token are computed.
  const std::size_t pad = layers_.size();
  // Outputs come in pairs: an odd one has a neighbour that no later output needs, and reads a row more.
  const std::size_t rows = tokens + 2 * pad * sizes.size() + 1;
  scratch.first.resize(std::max(scratch.first.size(), rows * width_));
  scratch.second.resize(std::max(scratch.second.size(), rows * width_));
  scratch.tile.resize(convolve_scratch(width_));
  float *in = scratch.first.data(), *out = scratch.second.data();
  std::size_t row = 0, token = 0;
  for (const std::size_t size : sizes) {
    first_layer(token, size, embedded, scratch, in + row * width_);
    token += size;
    row += size + 2 * pad;
  }
  for (std::size_t l = 1; l < layers_.size(); ++l) {
    scratch.rows.clear();
    scratch.outs.clear();
    std::size_t start = 0;
    for (const std::size_t size : sizes) {
      for (std::size_t r = start + l + 1; r < start + size + 2 * pad - l - 1; r += 2) {
        scratch.rows.push_back(in + (r - 1) * width_);
        scratch.outs.push_back(out + r * width_);
      }
      start += size + 2 * pad;
    }
    const Layer& layer = layers_[l];
    kernels_.convolve(scratch.rows.data(), scratch.rows.size(), layer.weights, width_, layer.gain.data(),
                      layer.shift.data(), scratch.outs.data(), scratch.tile.data());
    std::swap(in, out);
  }
  outputs.clear();
  std::size_t start = 0;
  for (const std::size_t size : sizes) {
    for (std::size_t i = 0; i < size; ++i) outputs.push_back(in + (start + pad + i) * width_);
    start += size + 2 * pad;
  }
}

}  // namespace relata::annotate
