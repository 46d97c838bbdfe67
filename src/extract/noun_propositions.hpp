// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "relata/extract.hpp"

namespace relata::detail {

/// Adds what noun phrases state without a verb: appositions, titles before names, places after names.
void noun_propositions(const Document& doc, std::vector<Proposition>& found);

}  // namespace relata::detail
