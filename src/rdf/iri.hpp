// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata::rdf {

/// Appends `s` with everything percent-encoded that may not stand in an IRI (RFC 3987, and the Turtle IRIREF
/// rule).
void append_iri(std::string& out, std::string_view s);

/// Appends a name as the last part of a minted IRI. Unlike append_iri it encodes `%`, `#`, `?` and brackets
/// too, so that different names give different IRIs.
///   Person:Jane Doe → Person:Jane%20Doe
///   50%             → 50%25
void append_iri_name(std::string& out, std::string_view name);

/// The name that append_iri_name() wrote; of other IRIs' parts what they percent-encode. What is no encoded byte
/// stays as it is, and all of it where the bytes are no UTF-8.
std::string decode_iri_name(std::string_view encoded);

/// Whether a name may be the local part of a prefixed name for every reader: `[A-Za-z0-9_]+`.
bool is_local_name(std::string_view name);

}  // namespace relata::rdf
