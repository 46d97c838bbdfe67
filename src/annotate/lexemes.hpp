// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "annotate/intern_table.hpp"

namespace relata::annotate {

/// What the networks see of a token, in the order of Form::attributes; SPACY is the token's, not the word's.
enum class Attribute : std::uint8_t { orth, lower, norm, prefix, suffix, shape, is_space, spacy };
inline constexpr std::size_t attribute_count = 8;

/// Norms of words out of vocab/lookups.bin, by the number of the word.
class LexemeNorms {
 public:
  void load(const std::filesystem::path& lookups);
  /// The norm of a word that no tokenizer rule made; `lower` is its lower-cased text.
  std::string_view norm(std::string_view word, std::string_view lower) const;

 private:
  std::unordered_map<std::uint64_t, std::string> norms_;
};

/// A distinct word of the texts.
struct Lexeme {
  std::string_view text, lower;
  bool is_space = false;
  bool starts_special = false;                      ///< a tokenizer's special sequence may begin with it
  std::uint64_t ruler_first = 0, ruler_second = 0;  ///< see Ruler::word_masks
};

/// A word with its norm: all that the networks know of a token but for the blank behind it.
struct Form {
  std::uint32_t lexeme = 0;
  std::array<std::uint64_t, attribute_count> attributes{};
  std::array<const float*, 8> rows{};      ///< embedded: [network * 2 + blank behind], null until needed
  std::array<const float*, 8> products{};  ///< what the rows add to the first layer, likewise
};

/// The words met so far. Cleared as a whole when it outgrows its bound.
class LexemeStore {
 public:
  explicit LexemeStore(const LexemeNorms& norms) : norms_(norms) {}

  std::uint32_t lexeme(std::string_view word, bool& fresh);
  /// `norm` is what a tokenizer rule says; empty: the word's own.
  std::uint32_t form(std::uint32_t lexeme, std::string_view norm);

  Lexeme& lexeme(std::uint32_t id) { return lexemes_[id]; }
  Form& form(std::uint32_t id) { return forms_[id]; }
  const Lexeme& lexeme_of(std::uint32_t form) const { return lexemes_[forms_[form].lexeme]; }

  std::size_t size() const { return forms_.size(); }
  std::size_t bytes() const { return words_.bytes(); }
  void clear();
  /// Forgets the forms' products of one network.
  void clear_products(std::size_t network) {
    for (Form& f : forms_) f.products[network * 2] = f.products[network * 2 + 1] = nullptr;
  }

 private:
  const LexemeNorms& norms_;
  InternTable words_;
  std::vector<Lexeme> lexemes_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> plain_form_;  ///< by lexeme
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::uint32_t> ruled_forms_;
};

}  // namespace relata::annotate
