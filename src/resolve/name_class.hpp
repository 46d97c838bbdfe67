// SPDX-License-Identifier: MIT
#pragma once

#include "relata/document.hpp"

namespace relata::detail {

/// Class that the words of a name betray, or an empty label where they betray none:
///   Ministry of Defence → GovernmentBody    Conference of Bishops → Organization
///   Anadolu News Agency → MediaOutlet       USS Nimitz, Boeing 737 → Product
Label class_in_name(const Document& doc, TokenSpan name);

/// Whether the words about a name say that it is a place: `in X`, `near X`, `the X district`, `town of X`.
bool is_placed(const Document& doc, TokenSpan name);

}  // namespace relata::detail
