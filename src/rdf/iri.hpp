// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata::rdf {

/// Appends `s` with everything percent-encoded that may not stand in an IRI (RFC 3987, and the Turtle IRIREF rule).
void append_iri(std::string& out, std::string_view s);

}  // namespace relata::rdf
