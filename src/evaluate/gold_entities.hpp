// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relata/evaluate.hpp"

namespace relata::detail {

/// Indices of gold entities, sorted.
using EntitySet = std::vector<std::uint32_t>;

bool overlap(const EntitySet& a, const EntitySet& b);

/// The entities of one gold article by the names they may be given.
class GoldEntities {
 public:
  explicit GoldEntities(const GoldArticle& gold);

  /// Those that a predicted entity can stand for: by its name, else by its aliases, else a person whose full
  /// name ends the predicted one (`President Ann Lee`).
  EntitySet find(const Prediction::Entity& predicted) const;

  /// The name, in comparable form, is page furniture, holds a piece of it, or is several words of it.
  bool is_boilerplate(const std::string& name) const;

 private:
  std::unordered_map<std::string, EntitySet> by_name_;
  std::vector<std::pair<std::string, std::uint32_t>> full_names_;  // of persons
  std::vector<std::string> boilerplate_;
};

}  // namespace relata::detail
