// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata::rdf {

/// Appends the value that a literal has for a text: noncharacters and ill-formed UTF-8 become U+FFFD, U+0000
/// is left out, since no store takes it.
void append_literal_text(std::string& out, std::string_view text);

/// Appends that value as `"…"`, as Turtle and N-Triples write it, with controls as \uXXXX.
void append_quoted(std::string& out, std::string_view text);

/// The datatype, as `xsd:date`, that an ISO 8601 date, month, year or date-time has; empty where it is none,
/// or names a day that no calendar has. A date-time must have seconds.
///   2024-02-29 → xsd:date      2023-02-29 → (empty)
std::string_view date_datatype(std::string_view value);

/// The datatype that `value` may be given: `datatype` where the value is valid for it, else `xsd:string`.
std::string_view checked_datatype(std::string_view datatype, std::string_view value);

}  // namespace relata::rdf
