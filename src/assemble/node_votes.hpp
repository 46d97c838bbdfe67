// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "relata/assemble.hpp"

namespace relata {

/// What the articles say of one node. Label, class and Wikidata id are decided by vote, an article having one
/// vote and each mention one more; of equally many votes the name that sorts first wins.
class NodeVotes {
 public:
  /// The entity must live until the last is added.
  void add(const LocalEntity& local);
  /// To be called after the last is added.
  void close();
  bool is_literal() const { return !datatype_.empty(); }
  NodeProperties decide(const std::string& id) const;

 private:
  void count();

  using Votes = std::map<std::string, std::uint64_t, std::less<>>;
  Votes labels_, classes_, wikidata_;
  std::set<std::string, std::less<>> aliases_;
  std::string datatype_, value_;  ///< literals only
  std::uint64_t mentions_ = 0;
  // Most articles say the same of a thing: what came last is counted when another comes.
  const Entity* last_ = nullptr;
  std::uint64_t last_votes_ = 0;
};

}  // namespace relata
