// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "sparql/engine.h"

namespace relata::sparql {

/// Ids of subject, predicate and object.
using Triple = std::array<std::uint32_t, 3>;

/// Pairs of the second and third term by the first, as the index lists them.
struct Order {
  std::vector<std::uint32_t> ends;  ///< one a term
  std::unique_ptr<relata_sparql_pair[]> pairs;
  std::uint32_t count = 0;  ///< one a triple

  std::span<const relata_sparql_pair> all() const { return {pairs.get(), count}; }
};

/// The three orders of triples, each triple once.
struct Orders {
  Order spo, pos, ops;
};

/// Takes triples in any order, and soonest where those of a subject come together.
Orders orders_of(std::vector<Triple>&& triples, std::uint32_t terms);

}  // namespace relata::sparql
