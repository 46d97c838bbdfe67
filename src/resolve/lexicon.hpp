// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "relata/label.hpp"

namespace relata::detail {

std::string lower_ascii(std::string_view s);

enum class Gender : std::uint8_t { unknown, male, female };

/// A word that stands before a name and is no part of it: `Mr`, `President`, `Senator`.
bool is_title(std::string_view lower);
/// A noun for the holder of an office: `president`, `minister`, `leader`.
bool is_role(std::string_view lower);
/// What a title or a common given name says.
Gender gender_of(std::string_view lower);
/// Whom a given name is mostly given to; unknown for what is no common given name.
Gender gender_of_given_name(std::string_view lower);
/// Class that a word of a name betrays (`Ministry`, `Treaty`, `Times`), or an empty label.
Label class_of_word(std::string_view lower);
/// Class of what a common noun names one of (`carmaker`, `port`, `novelist`), or an empty label.
Label class_of_kind(std::string_view lemma);

/// A longer word in capitals alone, which is no evidence of a name.
bool is_shouted(std::string_view word);

/// Capitals and digits alone, as acronyms are written.
bool is_acronym(std::string_view word);

/// First letters of the capitalised words: `Intermediate-Range Nuclear Forces Treaty` → `INFT`.
std::string initials(std::string_view name);

/// A word before the name of a storm: `Hurricane`, `Storm`.
bool is_storm(std::string_view lower);

/// Class words that are family names as well: `Mark Bank`, `Chan Park`.
bool is_surname_too(std::string_view lower);

}  // namespace relata::detail
