// SPDX-License-Identifier: MIT
#pragma once

#include "relata/document.hpp"

namespace relata::detail {

/// A word that begins with a capital or with an accented Latin letter.
bool is_capital(const Document& doc, TokenId t);
/// A proper noun by its tag.
bool is_proper(const Document& doc, TokenId t);

/// The word of a name that says what bears it: the last one, or the one before `of`, `for` and `on`.
TokenId key_of_name(const Document& doc, TokenSpan name);

/// The name with the phrases that belong to it and that the model cut off, where its key word is that of an
/// institution:
///   Center | for Biological Diversity
///   Office of the UN | High Commissioner for Human Rights
///   National Union of Rail | , Maritime and Transport Workers
TokenSpan extended_name(const Document& doc, TokenSpan name);

/// Whether the word is a given name.
bool is_given_name(const Document& doc, TokenId t);

/// Where a firm's name ends with the words for what form it has: `Boeing | Inc.`, `Novex | , Ltd.`.
/// `name.last` where there are none.
TokenId end_with_form(const Document& doc, TokenSpan name);

/// First token of the person at the end of a name that begins with what the person holds an office of, after
/// `of`: `Sturgeon`'s given name in `First Minister of | Scotland Nicola Sturgeon`; no_token where there is
/// none.
TokenId holder_in_name(const Document& doc, TokenSpan name);

}  // namespace relata::detail
