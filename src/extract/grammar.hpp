// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "relata/document.hpp"

namespace relata::detail {

/// Tagged as a verb form or modal.
bool is_verb_form(const Token& token);

/// Heads a clause: a verb that is no auxiliary and stands in no modifier position.
bool is_predicate(const Document& doc, TokenId t);

/// `who`, `which`, `that` standing for an antecedent.
bool is_relative_pronoun(const Document& doc, TokenId t);

/// A phrase that says when: a DATE or TIME entity or a noun of time.
bool is_time(const Document& doc, TokenId head);

/// `say`, `tell`, `report` …: verbs whose complement is somebody's words.
bool is_speech_verb(std::string_view lemma);

/// `name`, `elect`, `call` …: verbs whose second object says what the first one becomes.
bool is_naming_verb(std::string_view lemma);

/// `accuse`, `blame` …: verbs whose object is the doer of the gerund after their preposition.
bool is_charging_verb(std::string_view lemma);

/// The members of a coordination in text order: `head`, then its conjuncts. Two names of one kind with only a
/// comma between, which the parser takes for an apposition, are members when an `and` follows.
void coordination(const Document& doc, TokenId head, std::vector<TokenId>& members);

}  // namespace relata::detail
