// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "relata/assemble.hpp"

namespace relata {

/// What the articles say of one node. Label, class and Wikidata id are decided by vote, an article having one vote
/// and each mention one more; of equally many votes the name that sorts first wins.
class NodeVotes {
 public:
  void add(const LocalEntity& local);
  NodeProperties decide(std::string id) const;

 private:
  using Votes = std::map<std::string, std::uint64_t, std::less<>>;
  Votes labels_, classes_, wikidata_;
  std::map<std::string, bool, std::less<>> aliases_;
  std::uint64_t mentions_ = 0;
};

/// The identity of an entity over articles: its id; for literals `literal:`, checked datatype and value. Never empty,
/// valid UTF-8 and without control characters, so that every format can write it.
std::string node_id(const Entity& entity);

/// The node of a literal.
NodeProperties literal_node(std::string id, const Entity& literal);

}  // namespace relata
