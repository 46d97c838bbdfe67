// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relata::sparql {

/// An IRI as SPARQL 1.1 takes it under these prefixes (name and IRI), the longest that fits; else in angle
/// brackets.
///   http://relata.example/relation/met      → rel:met
///   http://relata.example/entity/Person:O'Brien → entity:Person:O\'Brien
std::string prefixed_name(std::string_view iri,
                          const std::vector<std::pair<std::string, std::string>>& prefixes);

}  // namespace relata::sparql
