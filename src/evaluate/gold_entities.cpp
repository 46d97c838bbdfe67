// SPDX-License-Identifier: MIT
#include "evaluate/gold_entities.hpp"

#include <algorithm>

#include "evaluate/names.hpp"

namespace relata::detail {
namespace {

void add(EntitySet& set, std::uint32_t e) {
  const auto at = std::ranges::lower_bound(set, e);
  if (at == set.end() || *at != e) set.insert(at, e);
}

/// `part` stands in `whole` at borders of words.
bool holds_words(const std::string& whole, const std::string& part) {
  return (' ' + whole + ' ').find(' ' + part + ' ') != std::string::npos;
}

}  // namespace

bool overlap(const EntitySet& a, const EntitySet& b) {
  return std::ranges::any_of(a, [&](std::uint32_t e) { return std::ranges::binary_search(b, e); });
}

GoldEntities::GoldEntities(const GoldArticle& gold) {
  for (std::uint32_t e = 0; e < gold.entities.size(); ++e) {
    const GoldArticle::Entity& entity = gold.entities[e];
    std::string name = comparable_name(entity.name);
    add(by_name_[name], e);
    for (const std::string& alias : entity.aliases) add(by_name_[comparable_name(alias)], e);
    if (entity.cls == "Person" && name.find(' ') != std::string::npos)
      full_names_.emplace_back(std::move(name), e);
  }
  for (const std::string& piece : gold.boilerplate)
    if (std::string name = comparable_name(piece); !name.empty()) boilerplate_.push_back(std::move(name));
}

EntitySet GoldEntities::find(const Prediction::Entity& predicted) const {
  const std::string name = comparable_name(predicted.name);
  if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
  EntitySet set;
  for (const std::string& alias : predicted.aliases)
    if (const auto found = by_name_.find(comparable_name(alias)); found != by_name_.end())
      for (const std::uint32_t e : found->second) add(set, e);
  if (set.empty())
    for (const auto& [full_name, e] : full_names_)
      if (name.ends_with(' ' + full_name)) add(set, e);
  return set;
}

bool GoldEntities::is_boilerplate(const std::string& name) const {
  const bool several_words = name.find(' ') != std::string::npos;
  return std::ranges::any_of(boilerplate_, [&](const std::string& piece) {
    return name == piece || holds_words(name, piece) || (several_words && holds_words(piece, name));
  });
}

}  // namespace relata::detail
