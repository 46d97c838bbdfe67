// SPDX-License-Identifier: MIT
#include "import/keep_apart.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "relata/unite.hpp"

namespace relata::importing {
namespace {

/// The ids that each node would take in, where they are several.
std::vector<std::vector<std::string>> joined_ids(const ImportedGraph& graph) {
  const Unification united = unite(graph.articles, graph.decisions.name_rules());
  // Most of a node's entities bear its own id, which need not be looked for among the others.
  std::vector<std::set<std::string>> ids(united.ids.size());
  std::vector<bool> by_own_id(united.ids.size(), false);
  for (std::size_t a = 0; a < graph.articles.size(); ++a)
    for (std::size_t e = 0; e < graph.articles[a].entities.size(); ++e) {
      const Entity& entity = graph.articles[a].entities[e].entity;
      if (!entity.datatype.empty()) continue;
      const std::uint32_t node = united.nodes[a][e];
      if (entity.id == united.ids[node]) {
        by_own_id[node] = true;
      } else {
        ids[node].insert(entity.id);
      }
    }
  for (std::size_t node = 0; node < ids.size(); ++node)
    if (by_own_id[node] && !ids[node].empty()) ids[node].insert(united.ids[node]);
  std::vector<std::vector<std::string>> joined;
  for (const std::set<std::string>& each : ids)
    if (each.size() > 1) joined.emplace_back(each.begin(), each.end());
  return joined;
}

/// Whether some id is made of class and name, as those of names that no knowledge base has: others never
/// become one.
bool has_name_ids(const ImportedGraph& graph) {
  for (const ArticleEvidence& article : graph.articles)
    for (const LocalEntity& local : article.entities)
      if (local.entity.wikidata.empty() &&
          local.entity.id.starts_with(std::string(local.entity.cls.str()) + ':'))
        return true;
  return false;
}

}  // namespace

void keep_apart(ImportedGraph& graph) {
  std::sort(graph.articles.begin(), graph.articles.end(),
            [](const ArticleEvidence& a, const ArticleEvidence& b) { return address_of(a) < address_of(b); });
  if (!has_name_ids(graph)) return;
  // A name kept from one node may be given to the next.
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    const std::vector<std::vector<std::string>> joined = joined_ids(graph);
    if (joined.empty()) return;
    for (const std::vector<std::string>& ids : joined)
      for (std::size_t i = 1; i < ids.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
          NameRule rule;
          rule.a = ids[k];
          rule.b = ids[i];
          rule.sameness = Sameness::different;
          graph.decisions.add(std::move(rule));
        }
  }
}

}  // namespace relata::importing
