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
/// `call on`, `appeal to`: who stands after the preposition is to do what the infinitive says.
bool asks_through(std::string_view verb, std::string_view preposition);
/// How near or far a deed is: `on the verge of doing`.
bool is_stage(std::string_view lemma);
/// `warned X against doing`: X is not to do it.
bool is_advising_verb(std::string_view lemma);

/// Nouns whose relative clause without a pronoun says when, how or why, and has no object gap: `the day he
/// left`.
bool is_circumstance(std::string_view lemma);

/// Nouns by which somebody says what a participle after them says: `a statement calling for`.
bool is_message(std::string_view lemma);

/// Adverbs that join sentences and say nothing of the event.
bool is_discourse_adverb(std::string_view lemma);

/// `for instance`, `in addition`: phrases that join sentences and say nothing of the event.
bool joins_sentences(std::string_view noun);

/// Verbs that lend a noun its tense and subject and mean little themselves.
bool is_light_verb(std::string_view lemma);

/// The members of a coordination in text order: `head`, then its conjuncts. Two names of one kind with only a
/// comma between, which the parser takes for an apposition, are members when an `and` follows.
void coordination(const Document& doc, TokenId head, std::vector<TokenId>& members);

}  // namespace relata::detail
