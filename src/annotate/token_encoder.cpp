// SPDX-License-Identifier: MIT
#include "annotate/token_encoder.hpp"

#include <algorithm>

namespace relata::annotate {
namespace {

/// Words whose products are remembered: with 96 floats a row, 12 MB.
constexpr std::size_t max_products = 2048;
/// Tokens that are embedded at once; bounds what a long text adds to that.
constexpr std::size_t tokens_in_stretch = 512;

}  // namespace

void TokenEncoder::embed(std::span<const RawToken> tokens, LexemeStore& lexemes, Tok2Vec::Scratch& scratch) {
  if (products_.size() > max_products) {
    lexemes.clear_products(number_);
    products_.clear();
  }
  wanted_.clear();
  fresh_rows_.clear();
  fresh_products_.clear();
  embedded_.clear();
  for (const RawToken& t : tokens) {
    Form& form = lexemes.form(t.form);
    const std::size_t place = place_of(t);
    const float *&row = form.rows[place], *&products = form.products[place];
    if (row == nullptr) {
      float* const fresh = rows_.add();
      row = fresh;
      wanted_.push_back({&form, network_.sees_space() && t.space, fresh});
    }
    if (products == nullptr) {
      fresh_rows_.push_back(row);
      fresh_products_.push_back(products_.add());
      products = fresh_products_.back();
    }
    embedded_.push_back({row, products});
  }
  network_.embed(wanted_, scratch);
  network_.multiply(fresh_rows_, fresh_products_, scratch);
}

void TokenEncoder::encode(std::span<const std::size_t> sizes, std::span<const RawToken> tokens,
                          LexemeStore& lexemes, Tok2Vec::Scratch& scratch,
                          std::vector<const float*>& vectors) {
  std::size_t first = 0, last = 0;  // of the tokens in embedded_
  network_.encode(
      sizes,
      [&](std::size_t begin, std::size_t end) {
        if (begin < first || end > last) {
          first = begin;
          last = std::min(tokens.size(), std::max(end, begin + tokens_in_stretch));
          embed(tokens.subspan(first, last - first), lexemes, scratch);
        }
        return std::span<const Tok2Vec::Embedded>(embedded_).subspan(begin - first, end - begin);
      },
      scratch, vectors);
}

}  // namespace relata::annotate
