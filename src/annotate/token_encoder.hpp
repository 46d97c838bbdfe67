// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "annotate/lexemes.hpp"
#include "annotate/tok2vec.hpp"
#include "annotate/tokenizer.hpp"

namespace relata::annotate {

/// Rows of floats at places that stay, in blocks that are used again after `clear`.
class RowStore {
 public:
  explicit RowStore(std::size_t width) : width_(width) {}

  float* add() {
    const std::size_t block = size_ / rows_in_block;
    if (block == blocks_.size())
      blocks_.push_back(std::make_unique_for_overwrite<float[]>(rows_in_block * width_));
    return blocks_[block].get() + size_++ % rows_in_block * width_;
  }
  std::size_t size() const { return size_; }
  void clear() { size_ = 0; }

 private:
  static constexpr std::size_t rows_in_block = 256;
  std::size_t width_, size_ = 0;
  std::vector<std::unique_ptr<float[]>> blocks_;
};

/// Gives tokens their vectors by one network, and remembers what does not depend on a token's neighbours: for
/// each word its embedded row, for the last few thousand words what the row adds to the first layer.
class TokenEncoder {
 public:
  /// `number` is the network's place in Form::rows and Form::products.
  TokenEncoder(const Tok2Vec& network, std::size_t number)
      : network_(network), number_(number), rows_(network.width()), products_(network.products_size()) {}

  /// Encodes texts, `sizes` tokens each. `vectors[i]` then points to token i's vector, in `scratch` and valid
  /// until it is used again.
  void encode(std::span<const std::size_t> sizes, std::span<const RawToken> tokens, LexemeStore& lexemes,
              Tok2Vec::Scratch& scratch, std::vector<const float*>& vectors);

  /// Forgets all rows; the forms they belong to are cleared elsewhere.
  void clear() {
    rows_.clear();
    products_.clear();
  }

 private:
  std::size_t place_of(const RawToken& token) const {
    return number_ * 2 + (network_.sees_space() && token.space ? 1 : 0);
  }
  void embed(std::span<const RawToken> tokens, LexemeStore& lexemes, Tok2Vec::Scratch& scratch);

  const Tok2Vec& network_;
  std::size_t number_;
  RowStore rows_, products_;
  std::vector<Tok2Vec::Wanted> wanted_;
  std::vector<const float*> fresh_rows_;
  std::vector<float*> fresh_products_;
  std::vector<Tok2Vec::Embedded> embedded_;
};

}  // namespace relata::annotate
