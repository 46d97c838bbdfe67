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
  std::vector<Mention> join(std::vector<NameCandidate>& candidates);

  /// The cluster of a known entity, made where there is none.
  EntityId of_known(const KnownEntity& known);

  /// The organ of a country, place or leader: `government` of Afghanistan, called `Afghan government` here.
  EntityId of_body(EntityId owner, const std::string& noun, std::string text);

  /// The country of this name or nationality, made where the article has none; no_entity for other words.
  EntityId country_called(const std::string& name);

  std::vector<Cluster> clusters;

 private:
  /// What a user's rules say of the name, else what the article tells.
  EntityId by_rule(const NameCandidate& m);
  EntityId by_text(const NameCandidate& m);
  EntityId person(const NameCandidate& m);
  EntityId thing(const NameCandidate& m);
  EntityId make(const NameCandidate& m);
  /// The holder of an office who is called so, where the article speaks of the office's country or body.
  const KnownEntity* office_holder(const NameCandidate& m) const;
  void read_capitals(const std::vector<NameCandidate>& candidates);
  /// Makes a full name known to those that come shorter.
  void know_person(const std::string& key, EntityId e);
  void know_thing(const std::string& key, EntityId e);
  EntityId taken_for_thing(const NameCandidate& m, const std::string& text) const;
  /// The only longer name of the article that this one is a part of: `the Court`, `Supreme Court`.
  EntityId part_of_name(const NameCandidate& m) const;
  void note(EntityId e, const NameCandidate& m);
  void learn_acronym(const NameCandidate& m, EntityId e);

  const Document& doc_;
  const KnowledgeBase& kb_;
  std::set<std::string> spoken_of_;  ///< names of known things in the article, and of their countries
  std::set<TokenId> states_;         ///< heads of capitals that stand for their state
  std::string_view rule_;            ///< why the name read last is its cluster
  std::map<std::string, EntityId> by_known_, by_key_, acronyms_;
  std::map<std::string, std::vector<EntityId>> by_family_, by_given_;
  std::map<std::string, std::vector<std::pair<EntityId, std::string>>> by_word_;  ///< long names
};

}  // namespace relata::detail
