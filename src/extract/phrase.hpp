// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "relata/document.hpp"
#include "relata/extract.hpp"

namespace relata::detail {

/// Tokens in output order.
using Words = std::vector<TokenId>;

/// The noun phrase of `head`: its subtree without relative clauses, loose appositions and, unless
/// `with_conjuncts`, the other members of its coordination.
Words noun_phrase(const Document& doc, TokenId head, bool with_conjuncts);

/// Everything below `head`, marks at the edges and (when asked) the conjunction `that` left out.
Words clause_words(const Document& doc, TokenId head, bool with_mark);

/// A prepositional or adverbial phrase: the subtree without relative clauses and loose appositions.
Words modifier_phrase(const Document& doc, TokenId head);

std::vector<TokenSpan> spans_of(const Words& words);
std::string text_of(const Document& doc, const Words& words);
Proposition::Part part_of(const Document& doc, Role role, const Words& words);

}  // namespace relata::detail
