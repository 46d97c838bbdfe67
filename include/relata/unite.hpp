// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/evidence.hpp"
#include "relata/name_rules.hpp"

namespace relata {

/// Why two names of the articles became one node.
struct Union {
  std::string name, other;  ///< ids that the articles gave, the absorbed one first
  std::string rule;         ///< `spelling`, `short name`, … (docs/resolution.md lists them)
  std::string because;      ///< what the rule found: the common spelling, role or company
  std::uint64_t times = 1;  ///< articles in which it applied
};

/// The nodes that articles' entities become.
struct Unification {
  std::vector<std::string> ids;  ///< of the nodes, sorted, each once
  /// For each article the node of each of its entities, as index in `ids`.
  std::vector<std::vector<std::uint32_t>> nodes;
  std::vector<Union> unions;  ///< by name, other and rule
  /// Ids that articles gave and that no node goes by any more, with the node of the thing, by id.
  std::vector<std::pair<std::string, std::uint32_t>> former;

  /// The node that goes, or would go, by this id; ids.size() where there is none.
  std::size_t node_of(std::string_view id) const;
};

/// The identity of an entity over articles before anything is united: its id; for literals `literal:`,
/// checked datatype and value. Never empty, valid UTF-8 and without control characters, so that every format
/// can write it.
std::string local_id(const Entity& entity);

/// Whether two names are one node or are not, and why.
struct NameVerdict {
  enum class Kind : std::uint8_t { one, two, unknown };
  Kind kind = Kind::unknown;
  std::vector<Union> steps;          ///< one: the chain that leads from the first to the second
  std::vector<std::string> reasons;  ///< two: what stands against it; unknown: which name nobody bears
  std::vector<std::string> a, b;     ///< nodes that bear the names
};

/// Decides which entities of the articles are one thing: a pure function of the set of articles, which are of
/// one version each and sorted by address, and of the user's rules. Entities of one id are one thing unless
/// their articles show namesakes; things of different ids are united where a rule finds evidence for it.
/// Near linear in the number of entities.
Unification unite(std::span<const ArticleEvidence> articles, const NameRules& rules = {});

/// Says of two names (labels, other names or ids of nodes) whether unite() makes them one, and why.
NameVerdict explain_names(std::span<const ArticleEvidence> articles, const NameRules& rules,
                          std::string_view a, std::string_view b);

}  // namespace relata
