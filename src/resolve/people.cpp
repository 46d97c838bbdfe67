// SPDX-License-Identifier: MIT
#include <algorithm>

#include "resolve/clusters.hpp"
#include "resolve/person_names.hpp"
#include "resolve/words_of_name.hpp"

namespace relata::detail {

const KnownEntity* Clusters::office_holder(const NameCandidate& m) const {
  if (m.cls != cls::Person || one_word(m.key)) return nullptr;
  const KnownEntity* const person = kb_.person(m.name);
  if (person == nullptr) return nullptr;
  // Namesakes are many: the country or body of the office has to be spoken of.
  for (const Term* const term : kb_.terms_of(*person))
    if (spoken_of_.contains(term->body)) return person;
  return nullptr;
}

void Clusters::know_person(const std::string& key, EntityId e) {
  if (one_word(key)) return;
  const auto add = [e](std::vector<EntityId>& people) {
    if (std::find(people.begin(), people.end(), e) == people.end()) people.push_back(e);
  };
  add(by_family_[family_name(key)]);
  add(by_given_[first_word(key)]);
}

EntityId Clusters::person(const NameCandidate& m) {
  rule_ = "full name";
  if (!one_word(m.key)) {
    for (const EntityId e : by_family_[family_name(m.key)])
      if (same_person(normalized_name(clusters[e].label), m.key)) return e;
    for (const EntityId e : by_given_[first_word(m.key)])
      if (same_person(normalized_name(clusters[e].label), m.key)) return e;
    const EntityId e = make(m);
    know_person(m.key, e);
    return e;
  }
  const auto pick = [&](const std::map<std::string, std::vector<EntityId>>& names) {
    const auto at = names.find(m.key);
    if (at == names.end()) return no_entity;
    EntityId only = no_entity;
    for (const EntityId e : at->second) {
      if (m.gender != Gender::unknown && clusters[e].gender != Gender::unknown &&
          m.gender != clusters[e].gender)
        continue;
      if (!m.title.empty() && clusters[e].titles.contains(m.title)) return e;
      // Of several the one introduced first is the one the article is about.
      if (only == no_entity) only = e;
    }
    return only;
  };
  rule_ = "family name";
  if (const EntityId e = pick(by_family_); e != no_entity) return e;
  rule_ = "given name";
  if (const EntityId e = pick(by_given_); e != no_entity) return e;
  rule_ = "part of a name";
  if (!m.sure)
    if (const EntityId e = part_of_name(m); e != no_entity) return e;
  rule_ = "name";
  return make(m);
}

/// A person of the article whose name the model took for a place's or company's.
EntityId Clusters::taken_for_thing(const NameCandidate& m, const std::string& text) const {
  const auto at = by_family_.find(family_name(m.key));
  if (one_word(m.key)) {
    if (!kb_.by_capital(text).empty()) return no_entity;
    if (at != by_family_.end() && !(m.sure && m.cls == cls::Organization)) return at->second.front();
    const auto given = by_given_.find(m.key);
    // One is in a place, not in somebody; of both there are killings and friends.
    const Token& k = doc_.tokens[m.head];
    const bool somewhere = k.dep == dep::pobj && m.cls == cls::Location && doc_.word(k.head) != "of";
    return given != by_given_.end() && given->second.size() == 1 && !m.sure && !somewhere
               ? given->second.front()
               : no_entity;
  }
  if (at == by_family_.end()) return no_entity;
  for (const EntityId e : at->second) {
    // `Vermont Bernie Sanders`, `Al-Quaety`
    const std::string full = normalized_name(clusters[e].label);
    if (m.key == full || m.key.ends_with(' ' + full) || (!m.sure && full.ends_with(' ' + m.key))) return e;
  }
  return no_entity;
}

}  // namespace relata::detail
