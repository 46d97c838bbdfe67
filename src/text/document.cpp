// SPDX-License-Identifier: MIT
#include "relata/document.hpp"

#include <algorithm>

namespace relata {

void Document::set_lemma(TokenId t, std::string_view lemma) {
  // The common case: the lemma is the word itself or was stored for the token before.
  tokens[t].lemma_begin = static_cast<std::uint32_t>(lemmas.size());
  tokens[t].lemma_size = static_cast<std::uint32_t>(lemma.size());
  lemmas.append(lemma);
}

std::string_view Document::span_text(TokenSpan span) const {
  if (span.first >= span.last) return {};
  return slice(tokens[span.first].begin, tokens[span.last - 1].end);
}

void Document::index() {
  const auto n = static_cast<TokenId>(tokens.size());
  sentences_.clear();
  entities_.clear();
  sentence_of_.assign(n, 0);
  for (TokenId t = 0; t < n; ++t) {
    if (t == 0 || tokens[t].sent_start) {
      if (!sentences_.empty()) sentences_.back().last = t;
      sentences_.push_back({t, n});
    }
    sentence_of_[t] = static_cast<std::uint32_t>(sentences_.size() - 1);
    if (tokens[t].ent_iob == EntIob::begin) {
      entities_.push_back({t, t + 1, tokens[t].ent_type});
    } else if (tokens[t].ent_iob == EntIob::inside && !entities_.empty() && entities_.back().last == t) {
      entities_.back().last = t + 1;
    }
  }

  // Child lists as one array with offsets, by counting.
  child_begin_.assign(n + 2, 0);
  for (TokenId t = 0; t < n; ++t)
    if (tokens[t].head != t) ++child_begin_[tokens[t].head + 2];
  for (std::size_t i = 2; i < child_begin_.size(); ++i) child_begin_[i] += child_begin_[i - 1];
  children_.resize(child_begin_.back());
  for (TokenId t = 0; t < n; ++t)
    if (tokens[t].head != t) children_[child_begin_[tokens[t].head + 1]++] = t;
  child_begin_.pop_back();

  subtree_.resize(n);
  for (TokenId t = 0; t < n; ++t) subtree_[t] = {t, t + 1};
  // Every token widens its ancestors; depth is bounded by the sentence, and a cycle in untrusted input by the
  // count.
  for (TokenId t = 0; t < n; ++t) {
    TokenId a = t;
    for (TokenId steps = 0; tokens[a].head != a && steps < n; ++steps) {
      a = tokens[a].head;
      subtree_[a].first = std::min(subtree_[a].first, t);
      subtree_[a].last = std::max(subtree_[a].last, t + 1);
    }
  }
}

TokenId Document::child(TokenId t, Label dep) const {
  for (const TokenId c : children(t))
    if (tokens[c].dep == dep) return c;
  return no_token;
}

}  // namespace relata
