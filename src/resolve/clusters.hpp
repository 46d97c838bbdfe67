// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "resolve/candidates.hpp"

namespace relata::detail {

/// What is gathered about one entity while its article is read.
struct Cluster {
  Label cls;
  const KnownEntity* known = nullptr;
  std::string label;                ///< longest clean name
  std::vector<std::string> names;   ///< as they stand in the text, in order of appearance
  std::set<std::string> titles;     ///< roles before the name
  std::set<std::string> countries;  ///< ids of countries named with a role
  Gender gender = Gender::unknown;
  bool ruled = false;  ///< named by a user's rule
};

/// Joins the names of one article. `entity` of each mention is the cluster's index.
class Clusters {
 public:
  Clusters(const Document& doc, const KnowledgeBase& kb) : doc_(doc), kb_(kb) {}

  /// Reads all candidates; returns their mentions in text order.
  std::vector<Mention> join(std::vector<Candidate>& candidates);

  /// The cluster of a known entity, made where there is none.
  EntityId of_known(const KnownEntity& known);

  /// The organ of a country, place or leader: `government` of `Afghanistan`, called `Afghan government` here.
  EntityId of_body(const std::string& owner, const std::string& noun, std::string text);

  std::vector<Cluster> clusters;

 private:
  /// What a user's rules say of the name, else what the article tells.
  EntityId by_rule(const Candidate& m);
  EntityId by_text(const Candidate& m);
  EntityId person(const Candidate& m);
  EntityId thing(const Candidate& m);
  EntityId make(const Candidate& m);
  /// The holder of an office who is called so, where the article speaks of the office's country or body.
  const KnownEntity* office_holder(const Candidate& m) const;
  bool is_metonym(const Candidate& m) const;
  void note_kind(const Candidate& m, EntityId e);
  void note(EntityId e, const Candidate& m);
  void learn_acronym(const Candidate& m, EntityId e);

  const Document& doc_;
  const KnowledgeBase& kb_;
  std::set<std::string> spoken_of_;  ///< names of known things in the article, and of their countries
  std::map<std::string, EntityId> by_known_, by_key_, acronyms_;
  std::map<std::string, std::set<EntityId>> by_kind_;
  std::map<std::string, std::vector<EntityId>> by_family_, by_given_, by_first_word_;
};

}  // namespace relata::detail
