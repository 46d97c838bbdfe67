// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "relata/document.hpp"

namespace relata::detail {

/// Class that the words of a name betray, or an empty label where they betray none:
///   Ministry of Defence → GovernmentBody    Conference of Bishops → Organization
///   Anadolu News Agency → MediaOutlet       USS Nimitz, Boeing 737 → Product
Label class_in_name(const Document& doc, TokenSpan name);

/// A word with which names of places begin and those of people do not: `Fort`, `Santa`.
bool begins_as_place(std::string_view lower);

/// Whether the words about a name say that it is a place: `in X`, `near X`, `the X district`, `town of X`.
bool is_placed(const Document& doc, TokenSpan name);

}  // namespace relata::detail
