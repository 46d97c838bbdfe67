// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "relata/document.hpp"

namespace relata::detail {

/// `A320s`, `S-400`, `Tu-154`
bool is_model_number(std::string_view word);

/// `Hurricane Dorian`, `Tropical Storm Ana`
bool is_storm_name(const Document& doc, TokenSpan name);

/// A noun behind the name of a craft: `the Hera probe`. Before a vaccine or ship it may be the maker's name.
bool is_craft(const Document& doc, TokenId noun);

/// Class that the words of a name betray, or an empty label where they betray none:
///   Ministry of Defence → GovernmentBody    Conference of Bishops → Organization
///   Anadolu News Agency → MediaOutlet       USS Nimitz, Boeing 737 → Product
Label class_in_name(const Document& doc, TokenSpan name);

/// A word with which names of places begin and those of people do not: `Fort`, `Santa`.
bool begins_as_place(std::string_view lower);

/// Whether the words about a name say that it is a place: `in X`, `near X`, `the X district`, `town of X`.
bool is_placed(const Document& doc, TokenSpan name);

/// Class that the sentence says the bearer of a name is of, or an empty label:
///   X is a port in Ruritania → Location     X, a retailer, said → Organization     X was born in → Person
Label class_in_sentence(const Document& doc, TokenSpan name, TokenId head);

/// Whether the name of a museum or hospital is the subject of what bodies do: `the X Museum refused to sell`.
bool acts_as_body(const Document& doc, TokenId head);

/// Whether the name is the subject of what people say or think or have done to them, as a rule.
bool acts_as_person(const Document& doc, TokenId head);

}  // namespace relata::detail
