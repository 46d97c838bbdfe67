// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "relata/document.hpp"

namespace relata::detail {

/// Words in quotation marks, with the heads of the phrases that name who says them and to whom; no_token
/// where the text does not tell.
struct Quotation {
  TokenSpan words;
  TokenId speaker = no_token;
  TokenId addressee = no_token;
};

/// The quotations of a document in text order: `"…," X told Y.`, `X added: "…"`, `"…," said X. "…"`. A
/// quotation without a verb of its own goes on with the speaker of the one before it in the same paragraph.
std::vector<Quotation> find_quotations(const Document& doc);

}  // namespace relata::detail
