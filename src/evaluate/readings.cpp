// SPDX-License-Identifier: MIT
#include "evaluate/readings.hpp"

#include <algorithm>

namespace relata::detail {

Readings::Readings(const GoldArticle& gold) {
  for (std::uint32_t e = 0; e < gold.entities.size(); ++e) number_.emplace(gold.entities[e].id, e);
}

std::vector<Reading> Readings::of(const GoldArticle::Triple& triple) const {
  Reading own{{triple.subject}, {triple.object}, {triple.relation}, {triple.status}};
  for (const GoldArticle::Alternative& also : triple.also)
    if (also.size() == 1) {
      const auto& [part, value] = *also.begin();
      if (part == "s") own.subjects.push_back(number_.at(value));
      if (part == "o") own.objects.push_back(number_.at(value));
      if (part == "r") own.relations.push_back(value);
      if (part == "status") own.statuses.push_back(value);
    }
  std::ranges::sort(own.subjects);
  std::ranges::sort(own.objects);
  std::vector<Reading> all = {own};
  for (const GoldArticle::Alternative& also : triple.also) {
    if (also.size() == 1) continue;
    Reading joint = own;
    for (const auto& [part, value] : also) {
      if (part == "s") joint.subjects = {number_.at(value)};
      if (part == "o") joint.objects = {number_.at(value)};
      if (part == "r") joint.relations = {value};
      if (part == "status") joint.statuses = {value};
    }
    all.push_back(std::move(joint));
  }
  return all;
}

}  // namespace relata::detail
