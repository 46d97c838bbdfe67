// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "annotate/kernels.hpp"
#include "annotate/lexemes.hpp"
#include "annotate/thinc_model.hpp"

namespace relata::annotate {

/// Word vectors of a pipeline (vocab/vectors, vocab/key2row), mapped.
class StaticVectors {
 public:
  /// Does nothing where the folder has no vectors. Throws Error on vectors we cannot use.
  void load(const std::filesystem::path& vocab);
  std::size_t width() const { return width_; }
  /// The vector of a word by its number, or null; the floats may lie unaligned.
  const char* vector(std::uint64_t orth) const;

 private:
  std::unique_ptr<MappedFile> file_;
  const char* data_ = nullptr;
  std::size_t rows_ = 0, width_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> row_of_;  ///< sorted by word
};

/// A convolutional token encoder: hash embeddings, mixer, residual layers over windows of three.
class Tok2Vec {
 public:
  Tok2Vec(const ThincModel& model, const StaticVectors& vectors, const Kernels& kernels);

  std::size_t width() const { return width_; }
  bool sees_space() const { return sees_space_; }

  /// Scratch buffers of one thread.
  struct Scratch {
    Floats first, second, inputs, tile;
    std::vector<const float*> rows;
    std::vector<float*> outs;
    std::vector<const float*> products;
  };

  /// The mixer's output for words: out[i] for forms[i], `space`: a blank follows.
  struct Wanted {
    const Form* form;
    bool space;
    float* out;
  };
  void embed(std::span<const Wanted> wanted, Scratch& scratch) const;

  /// An embedded word with what it adds to the first layer, as left, middle and right row of a window.
  struct Embedded {
    const float* row;
    const float* products;
  };
  /// Floats of a word's products.
  std::size_t products_size() const { return 9 * width_; }
  /// Computes the products of one embedded word each.
  void multiply(std::span<const float* const> rows, std::span<float* const> products, Scratch& scratch) const;

  /// Gives the embedded tokens [begin, end), valid until it is called again.
  using EmbeddedTokens = std::function<std::span<const Embedded>(std::size_t begin, std::size_t end)>;
  /// Encodes documents, `sizes` tokens each, asking for their embedded tokens in order.
  /// `outputs[i]` then points to token i's vector, in `scratch` and valid until it is used again.
  void encode(std::span<const std::size_t> sizes, const EmbeddedTokens& embedded, Scratch& scratch,
              std::vector<const float*>& outputs) const;

 private:
  struct Column {
    Attribute attribute;
    std::uint32_t seed;
    std::size_t rows;
    std::vector<float> table;
  };
  struct Layer {
    PackedMatrix weights;
    std::vector<float> gain, shift;
  };
  Layer read_layer(const ThincModel& model, std::size_t maxout, std::size_t norm, std::size_t inputs,
                   bool convolution) const;
  void first_layer(std::size_t first_token, std::size_t size, const EmbeddedTokens& embedded,
                   Scratch& scratch, float* out) const;
  void add_column(const Column& column, std::uint64_t key, float* out) const;

  const Kernels& kernels_;
  const StaticVectors& vectors_;
  std::size_t width_ = 0;
  bool sees_space_ = false;
  std::vector<Column> columns_;
  PackedMatrix static_weights_;  ///< empty: no static vectors
  Layer mixer_;
  PackedMatrix first_[3];  ///< the first layer's weights of the left, middle and right row
  Floats zeros_;           ///< a row of padding
  Floats padding_;         ///< its products
  std::vector<Layer> layers_;
};

}  // namespace relata::annotate
