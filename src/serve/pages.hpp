// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace relata::serve {

/// What the service can do, as RDF in Turtle (W3C Recommendation "SPARQL 1.1 Service Description").
std::string service_description(std::size_t triples);

/// A page to type a query into. It loads nothing and has no script.
std::string start_page(std::size_t triples);
inline constexpr const char* start_page_policy =
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

}  // namespace relata::serve
