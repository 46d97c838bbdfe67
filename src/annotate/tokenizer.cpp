// SPDX-License-Identifier: MIT
#include "annotate/tokenizer.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace relata::annotate {
namespace {
// Affixes are peeled off one by one, each by a search over the rest: the cost is quadratic in a chunk's
// length.
constexpr std::size_t max_split_bytes = 8192;
}  // namespace

void Tokenizer::clear() {
  chunks_.clear();
  chunk_pieces_.clear();
  pieces_.clear();
}

std::uint32_t Tokenizer::form(std::string_view word, std::string_view norm) {
  bool fresh = false;
  const std::uint32_t id = lexemes_.lexeme(word, fresh);
  if (fresh) {
    Lexeme& lexeme = lexemes_.lexeme(id);
    lexeme.starts_special = rules_.sequences(word) != nullptr;
    if (ruler_ != nullptr) ruler_->word_masks(lexeme.lower, lexeme.ruler_first, lexeme.ruler_second);
  }
  return lexemes_.form(id, norm);
}

void Tokenizer::add_piece(std::string_view word, std::string_view norm) {
  pieces_.push_back({form(word, norm), static_cast<std::uint32_t>(word.size()),
                     static_cast<std::uint32_t>(utf8::length(word))});
}

void Tokenizer::add_chunk(std::string_view text, std::uint32_t begin, std::uint32_t end,
                          std::uint32_t char_begin, std::vector<RawToken>& out) {
  const std::string_view chunk = text.substr(begin, end - begin);
  bool fresh = false;
  const std::uint32_t id = chunks_.intern(chunk, fresh);
  if (fresh) {
    const auto first = static_cast<std::uint32_t>(pieces_.size());
    if (const auto* const rule = rules_.exception(chunk)) {
      for (const TokenizerRules::RuleToken& t : *rule) add_piece(t.text, t.norm);
    } else if (chunk.size() > max_split_bytes) {
      add_piece(chunk, {});
    } else {
      split_.clear();
      const std::size_t whole = rules_.split(chunk, space_, true, split_);
      for (std::size_t i = 0; i < split_.size(); ++i) {
        if (i == whole) {
          for (const TokenizerRules::RuleToken& t : *rules_.exception(split_[i])) add_piece(t.text, t.norm);
        } else {
          add_piece(split_[i], {});
        }
      }
    }
    chunk_pieces_.emplace_back(first, static_cast<std::uint32_t>(pieces_.size()));
  }
  const auto [first, last] = chunk_pieces_[id];
  for (std::uint32_t i = first; i < last; ++i) {
    const Piece& p = pieces_[i];
    out.push_back({p.form, begin, begin + p.bytes, char_begin, char_begin + p.chars, false});
    begin += p.bytes;
    char_begin += p.chars;
  }
}

void Tokenizer::tokenize(std::string_view text, std::vector<RawToken>& out) {
  const std::size_t first = out.size();
  if (text.empty()) return;
  std::size_t next = 0;
  bool in_space = unicode::is_space(utf8::next(text, next));
  std::uint32_t start = 0, char_start = 0, chars = 0;
  for (std::size_t i = 0; i < text.size(); ++chars) {
    const auto here = static_cast<std::uint32_t>(i);
    const char32_t c =
        static_cast<unsigned char>(text[i]) < 0x80 ? static_cast<char32_t>(text[i++]) : utf8::next(text, i);
    const bool space = c == ' ' || (c < 0x80 ? (c <= 0x1F && unicode::is_space(c)) : unicode::is_space(c));
    if (space == in_space) continue;
    if (start < here) add_chunk(text, start, here, char_start, out);
    if (c == ' ') {
      if (out.size() > first) out.back().space = true;
      start = here + 1;
      char_start = chars + 1;
    } else {
      start = here;
      char_start = chars;
    }
    in_space = !in_space;
  }
  if (start < text.size()) {
    add_chunk(text, start, static_cast<std::uint32_t>(text.size()), char_start, out);
    out.back().space = text.back() == ' ' && !in_space;
  }
  apply_sequences(text, first, out);
}

void Tokenizer::apply_sequences(std::string_view text, std::size_t first, std::vector<RawToken>& tokens) {
  struct Found {
    std::size_t begin, end;
  };
  std::vector<Found> found;
  for (std::size_t i = first; i < tokens.size(); ++i) {
    const Lexeme& lexeme = lexemes_.lexeme_of(tokens[i].form);
    if (!lexeme.starts_special) continue;
    for (const std::vector<std::string>& sequence : *rules_.sequences(lexeme.text)) {
      if (sequence.size() > tokens.size() - i) continue;
      std::size_t k = 1;
      while (k < sequence.size() && lexemes_.lexeme_of(tokens[i + k].form).text == sequence[k]) ++k;
      if (k == sequence.size()) found.push_back({i, i + k});
    }
  }
  if (found.empty()) return;
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    const std::size_t length_a = a.end - a.begin, length_b = b.end - b.begin;
    return length_a != length_b ? length_a > length_b : a.begin < b.begin;
  });
  std::vector<bool> taken(tokens.size());
  std::vector<Found> kept;
  for (const Found& f : found) {
    if (!taken[f.begin] && !taken[f.end - 1]) kept.push_back(f);
    for (std::size_t i = f.begin; i < f.end; ++i) taken[i] = true;
  }
  std::sort(kept.begin(), kept.end(), [](const Found& a, const Found& b) { return a.begin < b.begin; });
  std::vector<RawToken> changed;
  std::size_t done = first;
  for (const Found& f : kept) {
    const auto* const rule =
        rules_.exception(text.substr(tokens[f.begin].begin, tokens[f.end - 1].end - tokens[f.begin].begin));
    if (rule == nullptr) continue;
    changed.insert(changed.end(), tokens.begin() + static_cast<std::ptrdiff_t>(done),
                   tokens.begin() + static_cast<std::ptrdiff_t>(f.begin));
    std::uint32_t begin = tokens[f.begin].begin, char_begin = tokens[f.begin].char_begin;
    for (const TokenizerRules::RuleToken& t : *rule) {
      const auto end = begin + static_cast<std::uint32_t>(t.text.size());
      const auto char_end = char_begin + static_cast<std::uint32_t>(utf8::length(t.text));
      changed.push_back({form(t.text, t.norm), begin, end, char_begin, char_end, false});
      begin = end;
      char_begin = char_end;
    }
    changed.back().space = tokens[f.end - 1].space;
    done = f.end;
  }
  if (changed.empty()) return;
  changed.insert(changed.end(), tokens.begin() + static_cast<std::ptrdiff_t>(done), tokens.end());
  tokens.resize(first);
  tokens.insert(tokens.end(), changed.begin(), changed.end());
}

}  // namespace relata::annotate
