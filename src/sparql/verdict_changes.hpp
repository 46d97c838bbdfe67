// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "relata/decisions.hpp"
#include "sparql/engine.h"
#include "sparql/terms.hpp"

namespace relata::sparql {

/// Triples that come and go where users judge statements; see engine.h.
struct Changes {
  explicit Changes(std::string_view base) : terms(base, 0) {}

  std::vector<relata_sparql_triple> removed, added;
  Terms terms;                                ///< that were looked up; some of them new
  std::vector<relata_sparql_cell> new_terms;  ///< views into `terms`
};

/// What verdicts change of the triples of a graph that was assembled without them. Nothing where that does
/// not follow from the triples alone: statements that are called otherwise by now, properties that only
/// rejected statements have.
std::shared_ptr<const Changes> changes_by(const Decisions& decisions, const relata_sparql_index& index,
                                          std::string_view base);

}  // namespace relata::sparql
