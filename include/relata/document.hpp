// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/label.hpp"

namespace relata {

/// Index of a token in its document.
using TokenId = std::uint32_t;
/// "No token": a missing head, preposition or antecedent.
inline constexpr TokenId no_token = std::numeric_limits<TokenId>::max();

/// Position of a token in a named entity: outside, at its beginning, inside.
enum class EntIob : std::uint8_t { out, begin, inside };

/// A token with what the language model says of it. Values are spaCy's.
struct Token {
  std::uint32_t begin = 0;       ///< byte offset in Document::text
  std::uint32_t end = 0;         ///< byte offset past the last byte
  std::uint32_t char_begin = 0;  ///< offset in Unicode code points
  std::uint32_t char_end = 0;
  TokenId head = 0;               ///< index of the syntactic head; a root is its own head
  std::uint32_t lemma_begin = 0;  ///< byte offset in Document::lemmas
  std::uint32_t lemma_size = 0;
  Label tag;       ///< Penn Treebank tag
  Label pos;       ///< Universal POS
  Label morph;     ///< features in UD form, `Number=Sing|…`; empty: none
  Label dep;       ///< dependency label
  Label ent_type;  ///< entity type; empty outside entities
  EntIob ent_iob = EntIob::out;
  bool sent_start = false;
  bool space_after = false;
};

/// A half-open range of tokens [first, last).
struct TokenSpan {
  TokenId first = 0;
  TokenId last = 0;
  friend bool operator==(const TokenSpan&, const TokenSpan&) = default;
};

/// A named entity as the model found it.
struct EntitySpan {
  TokenId first = 0;
  TokenId last = 0;  ///< past the end
  Label type;
};

/// A text with its analysis. `index()` must be called once after the tokens are complete; navigation
/// (children, sentences, entities) is valid from then on until the tokens change.
class Document {
 public:
  std::string text;    ///< valid UTF-8; all offsets point into it
  std::string lemmas;  ///< storage of the lemmas
  std::vector<Token> tokens;

  /// Builds sentences, entities and child lists out of the tokens. O(tokens).
  void index();

  std::string_view word(TokenId t) const { return slice(tokens[t].begin, tokens[t].end); }
  std::string_view lemma(TokenId t) const {
    return std::string_view(lemmas).substr(tokens[t].lemma_begin, tokens[t].lemma_size);
  }
  void set_lemma(TokenId t, std::string_view lemma);
  /// The text from the first to the last token of a span, inner blanks included; empty for an empty span.
  std::string_view span_text(TokenSpan span) const;

  /// Sentences in text order; together they cover all tokens.
  const std::vector<TokenSpan>& sentences() const { return sentences_; }
  /// Index of the sentence that holds a token.
  std::uint32_t sentence_of(TokenId t) const { return sentence_of_[t]; }
  const std::vector<EntitySpan>& entities() const { return entities_; }

  /// Direct dependents in text order.
  std::span<const TokenId> children(TokenId t) const {
    return {children_.data() + child_begin_[t], child_begin_[t + 1] - child_begin_[t]};
  }
  /// First dependent bearing the label, or no_token.
  TokenId child(TokenId t, Label dep) const;
  bool has_child(TokenId t, Label dep) const { return child(t, dep) != no_token; }
  /// Leftmost and rightmost token of the subtree under `t`, as a span. Follows `children`.
  TokenSpan subtree(TokenId t) const { return subtree_[t]; }
  bool is_root(TokenId t) const { return tokens[t].head == t; }
  std::size_t size() const { return tokens.size(); }

 private:
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(text).substr(begin, end - begin);
  }

  std::vector<TokenSpan> sentences_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<EntitySpan> entities_;
  std::vector<TokenId> children_;
  std::vector<std::uint32_t> child_begin_;
  std::vector<TokenSpan> subtree_;
};

}  // namespace relata
