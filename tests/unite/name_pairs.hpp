// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "relata/evidence.hpp"

namespace relata::samples {

/// A row of names_*.tsv: articles that speak of one thing each, with what else they say.
struct NamePair {
  std::string verdict, kind, line;
  std::vector<ArticleEvidence> articles;  ///< the first two are compared, by their first entities
};

std::vector<NamePair> read_name_pairs(const std::string& file);

}  // namespace relata::samples
