// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "relata/evidence.hpp"

namespace relata::detail {

// What a word makes of the deed that hangs on it. Statuses are those of what follows when the word itself is
// not denied; nothing: the deed is as sure as the word.

/// Of an infinitive: `is likely to join`, `hopes to join`.
std::optional<Status> status_of_infinitive(std::string_view governor);

/// Whether a vote for it is but a plan: `voted to leave`; `voted to approve` is the deed itself.
bool is_left_to_do(std::string_view verb);

/// Of a gerund without preposition: `considers joining`. `particle`: `out` in `ruled out joining`.
std::optional<Status> status_of_gerund(std::string_view governor, std::string_view particle);

/// Of a gerund after a preposition: `capable of joining`, `decided against joining`, `without joining`.
std::optional<Status> status_after_preposition(std::string_view governor, std::string_view preposition);

/// Of a clause with `that`: `doubts that X left`, `it is possible that X left`; of nouns too: `rumours that`.
std::optional<Status> status_of_clause(std::string_view governor);

/// Whether a verb says what somebody holds true, so that its denial denies the clause: `does not believe
/// that`.
bool is_belief(std::string_view verb);

/// Of an adverb beside the deed itself: `probably left`.
std::optional<Status> status_of_adverb(std::string_view adverb);

/// Whether a noun names what one may be for or against before it is: `membership`, `withdrawal`.
bool is_aim(std::string_view noun);
/// Whether a verb takes sides or weighs: `opposes X's membership`, `discussed X's accession`.
bool is_stance(std::string_view verb);

/// Of an adjective or participle before a noun that names a deed: `the looming exit`, `an alleged attack`.
std::optional<Status> status_of_adjective(std::string_view adjective);

/// Whether a verb says no more of an event than its time: `is scheduled for Monday`, `was put off until May`.
bool is_scheduling(std::string_view verb, std::string_view particle);

/// Of a noun that names a deed, after a preposition: `called for talks`, `the risk of an attack`.
std::optional<Status> status_of_noun_after(std::string_view governor, std::string_view preposition);

/// Of a noun that names a deed, as object: `weighs an attack`.
std::optional<Status> status_of_object(std::string_view governor, std::string_view particle);

}  // namespace relata::detail
