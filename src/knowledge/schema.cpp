// SPDX-License-Identifier: MIT
#include "relata/schema.hpp"

#include <algorithm>

namespace relata {

const EntityClass* Schema::find_class(Label wanted) const {
  const auto it = std::ranges::find(classes, wanted, &EntityClass::name);
  return it == classes.end() ? nullptr : &*it;
}

const Relation* Schema::find_relation(std::string_view wanted) const {
  const auto it = std::ranges::find(relations, wanted, &Relation::name);
  return it == relations.end() ? nullptr : &*it;
}

}  // namespace relata
