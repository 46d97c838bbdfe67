// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sparql/engine.h"

namespace relata::sparql {

/// Ids of subject, predicate and object.
using Triple = std::array<std::uint32_t, 3>;

/// Pairs of the second and third term by the first, as the index lists them.
struct Order {
  std::uint32_t* ends;        ///< one a term
  relata_sparql_pair* pairs;  ///< one a triple
};

/// Sorts triples by object, predicate and subject, and leaves each once.
void sort_unique(std::vector<Triple>& triples, std::uint32_t terms);

/// Writes the three orders of triples that sort_unique() sorted, which serve as scratch for it.
void write_orders(std::vector<Triple>& triples, std::uint32_t terms, Order spo, Order pos, Order ops);

}  // namespace relata::sparql
