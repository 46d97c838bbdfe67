// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "evaluate/gold_entities.hpp"
#include "relata/evaluate.hpp"

namespace relata::detail {

/// One set of values under which a gold triple counts as told.
struct Reading {
  EntitySet subjects, objects;
  std::vector<std::string> relations, statuses;
};

/// The readings of one article's gold triples; alternatives name entities by their ids.
class Readings {
 public:
  explicit Readings(const GoldArticle& gold);

  /// The triple's own values with the alternatives that hold alone, then one reading for each that holds only
  /// as a whole.
  std::vector<Reading> of(const GoldArticle::Triple& triple) const;

 private:
  std::unordered_map<std::string, std::uint32_t> number_;
};

}  // namespace relata::detail
