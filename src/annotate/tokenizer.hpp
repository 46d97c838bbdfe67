// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/lexemes.hpp"
#include "annotate/pattern.hpp"
#include "annotate/ruler.hpp"

namespace relata::annotate {

/// A pipeline's `tokenizer` file.
class TokenizerRules {
 public:
  struct RuleToken {
    std::string text, norm;  ///< norm empty: the word's own
  };
  using Pieces = std::vector<std::string_view>;
  static constexpr std::size_t none = std::string_view::npos;

  void load(const std::filesystem::path& path);

  /// The tokens of a chunk that is an exception, or null.
  const std::vector<RuleToken>* exception(std::string_view chunk) const;
  /// Appends the token texts of a chunk by affixes and infixes. Where `exceptions`, what is left between the
  /// affixes may be an exception: it stays whole, and its place in `out` is returned; otherwise `none`.
  std::size_t split(std::string_view chunk, const MatchSpace& space, bool exceptions, Pieces& out) const;
  /// Sequences of two or more tokens, or one, that are looked for in the finished text, by their first token.
  const std::vector<std::vector<std::string>>* sequences(std::string_view first) const;

 private:
  void find_sequences(const MatchSpace& space);

  Pattern prefix_, suffix_, infix_, token_, url_;
  std::map<std::string, std::vector<RuleToken>, std::less<>> exceptions_;
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> sequences_;
};

/// A token of a text. Offsets count from the text's start.
struct RawToken {
  std::uint32_t form = 0;
  std::uint32_t begin = 0, end = 0;            ///< bytes
  std::uint32_t char_begin = 0, char_end = 0;  ///< code points
  bool space = false;                          ///< a blank follows
};

/// One thread's tokenizer: remembers the chunks it has seen, and what words they hold.
class Tokenizer {
 public:
  /// `ruler` may be null.
  Tokenizer(const TokenizerRules& rules, const Ruler* ruler, LexemeStore& lexemes)
      : rules_(rules), ruler_(ruler), lexemes_(lexemes) {}

  /// Appends the tokens of `text`, valid UTF-8.
  void tokenize(std::string_view text, std::vector<RawToken>& out);
  /// The form of a token text given from outside.
  std::uint32_t form(std::string_view word, std::string_view norm);

  std::size_t chunks() const { return chunks_.size(); }
  std::size_t bytes() const { return chunks_.bytes(); }
  void clear();

 private:
  struct Piece {
    std::uint32_t form, bytes, chars;
  };
  void add_chunk(std::string_view text, std::uint32_t begin, std::uint32_t end, std::uint32_t char_begin,
                 std::vector<RawToken>& out);
  void add_piece(std::string_view word, std::string_view norm);
  void apply_sequences(std::string_view text, std::size_t first, std::vector<RawToken>& tokens);

  const TokenizerRules& rules_;
  const Ruler* ruler_;
  LexemeStore& lexemes_;
  MatchSpace space_;
  InternTable chunks_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> chunk_pieces_;  ///< by chunk: [first, last) in pieces_
  std::vector<Piece> pieces_;
  TokenizerRules::Pieces split_;
};

}  // namespace relata::annotate
